import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATE_MIN_DAYS, relapseRate } from "@/lib/domain/relapse/rate";
import { addDays } from "@/lib/domain/time";

const TODAY = "2026-11-21";
const back = (days: number) => addDays(TODAY, -days);

describe("relapseRate", () => {
  it("counts the confirmed ones in the years of the diary and what was told of before", () => {
    expect(relapseRate({ starts: [back(50), back(1242)], diaryFrom: back(700), today: TODAY })).toEqual({ count: 2, years: 3.4, perYear: 0.6, covers: "diary-and-told" });
  });
  it("stays with the diary when nothing before it was told, also with no relapse at all", () => {
    expect(relapseRate({ starts: [back(50)], diaryFrom: back(730), today: TODAY })).toEqual({ count: 1, years: 2, perYear: 0.5, covers: "diary" });
    expect(relapseRate({ starts: [], diaryFrom: back(730), today: TODAY })).toEqual({ count: 0, years: 2, perYear: 0, covers: "diary" });
    expect(relapseRate({ starts: [back(730)], diaryFrom: back(730), today: TODAY })?.covers).toBe("diary");
  });
  it("speaks of what was told alone where there is no entry", () => {
    expect(relapseRate({ starts: [back(730)], diaryFrom: null, today: TODAY })).toEqual({ count: 1, years: 2, perYear: 0.5, covers: "told" });
  });
  it.each([{ days: RATE_MIN_DAYS - 1, isSaid: false }, { days: RATE_MIN_DAYS, isSaid: true }])("after $days days says something: $isSaid", ({ days, isSaid }) => {
    expect(relapseRate({ starts: [back(10)], diaryFrom: back(days), today: TODAY }) !== null).toBe(isSaid);
    expect(relapseRate({ starts: [back(days)], diaryFrom: null, today: TODAY }) !== null).toBe(isSaid);
  });
  it("says nothing of an empty diary, and leaves out a start that lies ahead", () => {
    expect(relapseRate({ starts: [], diaryFrom: null, today: TODAY })).toBeNull();
    expect(relapseRate({ starts: [addDays(TODAY, 1)], diaryFrom: back(730), today: TODAY })?.count).toBe(0);
  });
  it("never leaves a relapse out, and more years never make the figure higher", () => {
    const days = fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 12 });
    fc.assert(fc.property(days, fc.integer({ min: 365, max: 9000 }), fc.integer({ min: 0, max: 3000 }), (starts, diary, more) => {
      const of = (from: number) => relapseRate({ starts: starts.map(back), diaryFrom: back(from), today: TODAY })!;
      expect(of(diary).count).toBe(starts.length);
      expect(of(diary + more).perYear).toBeLessThanOrEqual(of(diary).perYear);
    }));
  });
});
