import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thin } from "@/lib/domain/trends/thin";

const wave = (days: number) => Array.from({ length: days }, (_, day) => Math.round((4 + 3 * Math.sin(day / 9)) * 10) / 10);

describe("thin", () => {
  it.each([0, 1, 399, 400])("keeps every day of %i", (days) => expect(thin(wave(days))).toHaveLength(days));
  it("thins 401 days", () => expect(thin(wave(401)).length).toBeLessThanOrEqual(402));
  it("draws thousands of days with about 400 points", () => {
    const kept = thin(wave(4000));
    expect(kept.length).toBeGreaterThan(350);
    expect(kept.length).toBeLessThanOrEqual(402);
  });
  it("keeps a single day that sticks out, and the lowest one", () => {
    const series = wave(3000);
    series[1234] = 10;
    series[2345] = 0;
    expect(thin(series)).toEqual(expect.arrayContaining([0, 1234, 2345, 2999]));
  });
  it("leaves out days without an entry and keeps both sides of each gap", () => {
    const series: (number | null)[] = wave(2000);
    for (const day of [500, 501, 1300]) series[day] = null;
    const kept = thin(series);
    expect(kept).toEqual(expect.arrayContaining([499, 502, 1299, 1301]));
    for (const day of [500, 501, 1300]) expect(kept).not.toContain(day);
  });
  it("always keeps ends and extremes, in order, of days that exist", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }), { minLength: 1, maxLength: 300 }), (series) => {
      const kept = thin(series, 40);
      const all = series.flatMap((value, index) => (value === null ? [] : [index]));
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(kept.every((index) => series[index] !== null)).toBe(true);
      if (all.length === 0) return;
      expect(kept[0]).toBe(all[0]);
      expect(kept.at(-1)).toBe(all.at(-1));
      const values = (indices: number[]) => indices.map((index) => series[index] as number);
      expect(Math.max(...values(kept))).toBe(Math.max(...values(all)));
      expect(Math.min(...values(kept))).toBe(Math.min(...values(all)));
    }), { numRuns: 200 });
  });
});
