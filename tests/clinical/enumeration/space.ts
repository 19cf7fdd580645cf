import { type Case, type Draft, emptyDraft, finish } from "./draft";

/** One thing that can be one way or another. Repeating a choice gives it more weight. */
export type Choice = (draft: Draft) => void;
export type Dimension = readonly Choice[];

/**
 * Everything that a group of rules reads. The dimensions of `core` are crossed with each other completely; those of `rest` are varied
 * beside them by a fixed seed, later ones seeing what earlier ones chose. With no `rest` the enumeration is exhaustive.
 */
export type Space = { name: string; core: readonly Dimension[]; rest: readonly Dimension[]; cases: number };

export type Row = { indexes: number[]; build: () => Case };

/** Deterministic: the same rows in the same order every time. */
export function* rowsOf({ core, rest, cases }: Space, times = 1): Generator<Row> {
  const random = seeded(20_260_310);
  const dimensions = [...core, ...rest];
  const crossed = core.reduce((product, { length }) => product * length, 1);
  const count = rest.length === 0 ? crossed : Math.max(cases * times, crossed);
  for (let turn = 0; turn < count; turn += 1) {
    const indexes: number[] = [];
    let left = turn % crossed;
    for (const { length } of core) {
      indexes.push(left % length);
      left = Math.floor(left / length);
    }
    for (const { length } of rest) indexes.push(Math.floor(random() * length));
    yield { indexes, build: () => build(dimensions, indexes) };
  }
}

function build(dimensions: readonly Dimension[], indexes: readonly number[]): Case {
  const draft = emptyDraft();
  dimensions.forEach((dimension, at) => dimension[indexes[at]!]!(draft));
  return finish(draft);
}

/** Counts the combinations of two choices of different dimensions that never occurred. */
export function pairCounter({ core, rest }: Space): { see: (row: Row) => void; missed: () => number } {
  const sizes = [...core, ...rest].map(({ length }) => length);
  const pairs = sizes.flatMap((_size, a) => sizes.slice(a + 1).map((_other, b) => ({ a, b: a + 1 + b, seen: new Uint8Array(sizes[a]! * sizes[a + 1 + b]!) })));
  return {
    see: ({ indexes }) => { for (const { a, b, seen } of pairs) seen[indexes[a]! * sizes[b]! + indexes[b]!] = 1; },
    missed: () => pairs.reduce((sum, { seen }) => sum + seen.filter((mark) => mark === 0).length, 0),
  };
}

/** mulberry32: small, even enough, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Small makers of dimensions

export const none: Choice = () => undefined;

/** One choice for each value. */
export const each = <T>(values: readonly T[], choose: (draft: Draft, value: T) => void): Choice[] =>
  values.map((value) => (draft) => choose(draft, value));

/** All subsets of a list, the empty one first. */
export const subsets = <T>(values: readonly T[]): T[][] =>
  Array.from({ length: 2 ** values.length }, (_, bits) => values.filter((_value, at) => (bits >> at) % 2 === 1));
