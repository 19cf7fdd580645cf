import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionOf, goodDays } from "@/lib/domain/trends/distribution";

const monday = { from: "2026-11-02", days: 14 };
const week = (value: number, count = 7) => [...Array<number>(count).fill(value), ...Array<null>(7 - count).fill(null)];

describe("distributionOf", () => {
  it.each([[0, "none"], [0.5, "mild"], [3, "mild"], [3.5, "moderate"], [6, "moderate"], [6.5, "severe"], [10, "severe"]] as const)("a day of %d is %s", (value, level) => {
    expect(distributionOf([value, null], monday)).toMatchObject({ days: 1, levels: { none: 0, mild: 0, moderate: 0, severe: 0, [level]: 1 } });
  });
  it("finds the best and the worst week, Monday to Sunday", () => {
    expect(distributionOf([...week(2), ...week(4, 5)], monday)).toMatchObject({ best: { from: "2026-11-02", to: "2026-11-08", mean: 2, days: 7 }, worst: { from: "2026-11-09", to: "2026-11-15", mean: 4, days: 5 } });
  });
  it("begins its weeks on Mondays whatever day comes first", () => {
    const { best, worst } = distributionOf([9, 9, 9, 9, ...week(2), ...week(3)], { from: "2026-11-05", days: 18 });
    expect([best?.from, best?.to]).toEqual(["2026-11-09", "2026-11-15"]);
    expect([worst?.from, worst?.to], "only the days inside the time shown").toEqual(["2026-11-05", "2026-11-08"]);
  });
  it.each([[3, null], [4, "2026-11-09"]])("a week of %i days: worst %s", (count, from) => {
    expect(distributionOf([...week(2), ...week(8, count)], monday).worst?.from ?? null).toBe(from);
  });
  it("has neither a best nor a worst of one week, or of weeks alike", () => {
    expect(distributionOf(week(2), { from: "2026-11-02", days: 7 })).toMatchObject({ best: null, worst: null });
    expect(distributionOf([...week(2), ...week(2)], monday)).toMatchObject({ best: null, worst: null });
  });
  it("takes the later of two alike", () => {
    expect(distributionOf([...week(2), ...week(5), ...week(2), ...week(5)], { from: "2026-11-02", days: 28 })).toMatchObject({ best: { from: "2026-11-16" }, worst: { from: "2026-11-23" } });
  });
  it("counts every day with an entry once, and the best is never above the worst", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)), { maxLength: 80 }), (series) => {
      const { days, levels, best, worst } = distributionOf(series, { from: "2026-01-01", days: series.length });
      expect(Object.values(levels).reduce((sum, count) => sum + count, 0)).toBe(days);
      expect(days).toBe(series.filter((value) => value !== null).length);
      expect((best?.mean ?? 0) <= (worst?.mean ?? 0)).toBe(true);
    }));
  });
});

describe("goodDays", () => {
  const usual = { fatigue: { median: 4, top: 5 }, numbness: { median: 2, top: 3 }, vision: { median: 1, top: 2 }, walking: { median: 2, top: 3 } };
  const day = (more: Partial<Record<keyof typeof usual, (number | null)[]>>) => ({ fatigue: [4], numbness: [2], vision: [1], walking: [2], ...more });
  it("a day as usual is good, one with a symptom worse is not", () => {
    expect(goodDays(day({}), usual)).toEqual({ good: 1, days: 1 });
    expect(goodDays(day({ vision: [2.5] }), usual)).toEqual({ good: 1, days: 1 });
    expect(goodDays(day({ vision: [3] }), usual)).toEqual({ good: 0, days: 1 });
    expect(goodDays(day({ fatigue: [6] }), usual)).toEqual({ good: 1, days: 1 });
    expect(goodDays(day({ fatigue: [7] }), usual)).toEqual({ good: 0, days: 1 });
  });
  it("does not count a day of which something is unknown, unless something is worse", () => {
    expect(goodDays(day({ vision: [null] }), usual)).toBeNull();
    expect(goodDays(day({ vision: [null], walking: [8] }), usual)).toEqual({ good: 0, days: 1 });
  });
  it("is unknown without the usual of all four, and without any day", () => {
    expect(goodDays(day({}), { ...usual, walking: null })).toBeNull();
    expect(goodDays({ fatigue: [], numbness: [], vision: [], walking: [] }, usual)).toBeNull();
  });
});
