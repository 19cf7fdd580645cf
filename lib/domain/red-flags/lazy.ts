/**
 * A value worked out when first asked for, and then kept. Work that throws is not kept: it throws again for every rule
 * that asks, so each of them is named as "could not check".
 */
export function lazy<T>(work: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => (kept ??= { value: work() }).value;
}

/** The same for a family of values, one for each key. */
export function lazyBy<T>(): (key: string, work: () => T) => T {
  const kept = new Map<string, { value: T }>();
  return (key, work) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = work();
    kept.set(key, { value });
    return value;
  };
}
