import { describe, expect, it } from "vitest";
import { seededRandom as seeded } from "@/prisma/demo/random";
import { compareSamples, medianOf } from "@/tests/integration/support/two-samples";

const SIZE = 2_000;

/** Waiting times as a server has them: most short, a long tail. In milliseconds. */
const waits = (random: () => number, { shift = 0, spread = 1 } = {}) => Array.from({ length: SIZE }, () => shift + 2 + spread * -0.4 * Math.log(1 - random()));

describe("comparing two samples", () => {
  it("finds no gap between a sample and itself", () => {
    const sample = waits(seeded(1));
    expect(compareSamples(sample, sample)).toEqual({ gap: 0, chance: 1 });
  });

  it("finds the largest gap there can be between samples that do not overlap", () => {
    const { gap, chance } = compareSamples(Array.from({ length: 50 }, (_, i) => i), Array.from({ length: 50 }, (_, i) => 100 + i));
    expect(gap).toBe(1);
    expect(chance).toBeLessThan(1e-12);
  });

  it("works out gaps that can be counted by hand, whatever the order and with equal values", () => {
    expect(compareSamples([3, 1, 2, 4], [6, 3, 5, 4]).gap).toBe(0.5);
    expect(compareSamples([6, 3, 5, 4], [3, 1, 2, 4]).gap).toBe(0.5);
    expect(compareSamples([1, 1, 1, 2], [1, 2, 2, 2]).gap).toBe(0.5);
    expect(compareSamples([1, 1], [1, 1, 1, 1, 1]).gap).toBe(0);
  });

  it.each([
    { gap: 1.3581, size: 100_000, chance: 0.05 }, { gap: 1.6276, size: 100_000, chance: 0.01 }, { gap: 1.9495, size: 100_000, chance: 0.001 },
  ])("gives the tables' chance of $chance", ({ gap, size, chance }) => {
    // One sample is moved along the other by just the gap of the table, scaled to its size.
    const moved = Math.round((gap / Math.sqrt(size / 2)) * size);
    const found = compareSamples(Array.from({ length: size }, (_, i) => i), Array.from({ length: size }, (_, i) => i + moved));
    expect(found.chance).toBeCloseTo(chance, 2 + Math.round(-Math.log10(chance)) - 1);
  });

  it("calls samples of one distribution different about as often as it says", () => {
    const random = seeded(4);
    const chances = Array.from({ length: 400 }, () => compareSamples(waits(random), waits(random)).chance);
    const share = (below: number) => chances.filter((chance) => chance < below).length / chances.length;
    expect(share(0.5)).toBeGreaterThan(0.4);
    expect(share(0.5)).toBeLessThan(0.6);
    expect(share(0.05)).toBeGreaterThan(0.02);
    expect(share(0.05)).toBeLessThan(0.09);
    expect(share(1e-4)).toBe(0);
  });

  it.each([
    { what: "0.1 ms later", other: { shift: 0.1 } }, { what: "0.1 ms earlier", other: { shift: -0.1 } }, { what: "spread wider round the same start", other: { spread: 1.3 } },
  ])("notices a sample that is $what", ({ other }) => {
    const random = seeded(5);
    expect(compareSamples(waits(random), waits(random, other)).chance).toBeLessThan(1e-4);
  });

  it("notices that one in ten answers comes late, though the medians agree", () => {
    const random = seeded(6);
    const plain = waits(random);
    const some = waits(random).map((wait) => (random() < 0.1 ? wait + 5 : wait));
    expect(Math.abs(medianOf(plain) - medianOf(some))).toBeLessThan(0.1);
    expect(compareSamples(plain, some).chance).toBeLessThan(1e-4);
  });

  it("refuses an empty sample", () => {
    expect(() => compareSamples([], [1])).toThrow(RangeError);
    expect(() => compareSamples([1], [])).toThrow(RangeError);
  });
});
