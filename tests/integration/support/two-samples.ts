/** `gap`: the largest distance between the two distributions, 0 to 1. `chance`: how likely such a gap is when both are one and the same. */
export type Comparison = { gap: number; chance: number };

/**
 * The two-sample Kolmogorov-Smirnov test. It asks whether two samples may come from one distribution, whatever its shape: a shift,
 * another spread and a second hump are all noticed. Equal values in both count once, as they should.
 * `chance` is the usual approximation, good from about 30 values each.
 */
export function compareSamples(one: readonly number[], other: readonly number[]): Comparison {
  if (one.length === 0 || other.length === 0) throw new RangeError("A sample is empty");
  const [a, b] = [[...one].sort(ascending), [...other].sort(ascending)];
  let [i, j, gap] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= value) i += 1;
    while (j < b.length && b[j]! <= value) j += 1;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { gap, chance: chanceOf((size + 0.12 + 0.11 / size) * gap) };
}

const ascending = (left: number, right: number) => left - right;

/** The chance that Kolmogorov's distribution exceeds `x`. The sum alternates and shrinks fast; below 0.2 it is 1 to many digits. */
function chanceOf(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}

/** The value that half of the sample is not above. */
export const medianOf = (sample: readonly number[]): number => [...sample].sort(ascending)[Math.floor(sample.length / 2)] ?? NaN;
