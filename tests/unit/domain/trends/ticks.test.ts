import { describe, expect, it } from "vitest";
import { ticksOf } from "@/lib/domain/trends/ticks";

const days = (from: string, count: number) => ticksOf({ from, days: count }).map((tick) => tick.day);

describe("ticksOf", () => {
  it("counts weeks back from today for two weeks, fortnights for a month", () => {
    expect(days("2026-11-02", 14)).toEqual(["2026-11-08", "2026-11-15"]);
    expect(days("2026-10-17", 30)).toEqual(["2026-10-18", "2026-11-01", "2026-11-15"]);
  });
  it("marks the first of each month over 3 months", () => {
    expect(ticksOf({ from: "2026-08-18", days: 90 })).toEqual([
      { at: 14, day: "2026-09-01", as: "day" }, { at: 44, day: "2026-10-01", as: "day" }, { at: 75, day: "2026-11-01", as: "day" },
    ]);
  });
  it("marks quarters over a year, January by its year", () => {
    expect(ticksOf({ from: "2025-11-16", days: 365 }).map(({ day, as }) => `${day} ${as}`)).toEqual([
      "2026-01-01 year", "2026-04-01 month", "2026-07-01 month", "2026-10-01 month",
    ]);
  });
  it.each([14, 31, 60, 90, 120, 365, 366, 730, 1500, 4000, 8000])("never crowds the axis: %i days", (count) => {
    const ticks = ticksOf({ from: "2019-02-03", days: count });
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.every(({ at }) => at >= 0 && at < count)).toBe(true);
  });
});
