import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fiveDayMean } from "@/lib/domain/trends/five-day-mean";

describe("fiveDayMean", () => {
  it("is the mean of two days each way", () => expect(fiveDayMean([0, 0, 5, 5, 10])[2]).toBe(4));
  it("rests on fewer days at the ends", () => expect(fiveDayMean([3, 6, 9])).toEqual([6, 6, 6]));
  it("stops at a gap and never looks over it", () => {
    expect(fiveDayMean([1, 1, null, 9, 9])).toEqual([1, 1, null, 9, 9]);
    expect(fiveDayMean([8, null, 2, 4, null, 0])).toEqual([8, null, 3, 3, null, 0]);
  });
  it("has nothing to say of nothing", () => expect(fiveDayMean([])).toEqual([]));
  it("keeps every gap, fills none, and stays between the lowest and the highest day", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 10 }))), (series) => {
      const means = fiveDayMean(series);
      const values = series.filter((value) => value !== null);
      means.forEach((mean, index) => {
        expect(mean === null).toBe(series[index] === null);
        if (mean === null) return;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values));
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      });
    }));
  });
});
