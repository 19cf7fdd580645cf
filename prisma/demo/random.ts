/** Numbers from 0 up to 1, always the same for the same seed. */
export type Random = () => number;

/** A small seeded generator (mulberry32): the demo people must be the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One number for several: days and people draw from streams of their own, so that a longer diary keeps its newer days. */
export function mixSeed(...parts: number[]): number {
  return parts.reduce((seed, part) => Math.imul(seed ^ (part + 0x9e3779b9), 0x85ebca6b) ^ (seed >>> 13), 0x2545f491) >>> 0;
}

/** Mostly 0; with this chance one point up or down. */
export function wobble(random: Random, chance: number): number {
  const hit = random() < chance;
  const up = random() < 0.5;
  return hit ? (up ? 1 : -1) : 0;
}

/** A UUIDv7 for an instant, its random part from the stream: loading twice names the same rows. */
export function seededUuid(at: Date, random: Random): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");
  const variant = "89ab"[Math.floor(random() * 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
