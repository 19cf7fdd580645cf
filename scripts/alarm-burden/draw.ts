import { seededRandom } from "@/prisma/demo/random";

/** What a cohort draws from: one stream of numbers, always the same for the same seed. */
export type Draw = ReturnType<typeof drawFrom>;

/** One of several things, each with its weight. Weights need not add up to one. */
export type Weighted<T> = readonly (readonly [T, number])[];

export function drawFrom(seed: number) {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    chance: (probability: number) => random() < probability,
    between,
    whole: (low: number, high: number) => Math.floor(between(low, high + 1)),
    /** around 0 with a standard deviation of 1 (Box-Muller) */
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    pick: <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!,
    weighted<T>(choices: Weighted<T>): T {
      let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return choices.at(-1)![0];
    },
    /** How often something of this mean happens (Knuth's way: the means here are small). */
    poisson(mean: number): number {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = random(); product > limit; product *= random()) count += 1;
      return count;
    },
  };
}
