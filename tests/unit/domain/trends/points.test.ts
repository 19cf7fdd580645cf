import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packPoints, unpackPoints } from "@/lib/domain/trends/compact";
import { meanPoints } from "@/lib/domain/trends/points";

describe("meanPoints", () => {
  it("is the mean of the days with an entry, and says how many", () => {
    expect(meanPoints([1, null, 4, null, null, null, null, ...Array<null>(7).fill(null)], 7)).toEqual([{ value: 2.5, days: 2 }, { value: null, days: 0 }]);
  });
  it("keeps every entry in one point, and no point leaves what it is made of", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)), { maxLength: 20 }), fc.constantFrom(7 as const, 28 as const), (some, step) => {
      const series = [...some, ...Array<null>((step - (some.length % step)) % step).fill(null)];
      const points = meanPoints(series, step);
      expect(points.reduce((sum, { days }) => sum + days, 0)).toBe(series.filter((value) => value !== null).length);
      points.forEach(({ value }, place) => {
        const days = series.slice(place * step, (place + 1) * step).filter((each) => each !== null);
        if (value === null) expect(days).toEqual([]);
        else {
          expect(value).toBeGreaterThanOrEqual(Math.min(...days) - 0.05);
          expect(value).toBeLessThanOrEqual(Math.max(...days) + 0.05);
        }
      });
      expect(unpackPoints(packPoints(points))).toEqual(points);
    }));
  });
  it("is short: ten years in 393 letters", () => expect(packPoints(meanPoints(Array<number>(3_668).fill(10), 28))).toHaveLength(393));
});
