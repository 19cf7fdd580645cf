import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { addDays, dayOf } from "@/lib/domain/time";
import { unpackSeries } from "@/lib/domain/trends/compact";
import { trendsOf, type TrendsInput } from "@/lib/domain/trends/trends";

const now = new Date("2026-11-15T20:00Z");
const today = "2026-11-15";
const zone = "Europe/London";

/** One entry a day at 08:00, ending today. */
const diary = (days: number, vision: (daysAgo: number) => number = () => 1): JudgedCheckIn[] =>
  Array.from({ length: days }, (_, index) => {
    const daysAgo = days - 1 - index;
    const recordedAt = new Date(`${addDays(today, -daysAgo)}T08:00Z`);
    return { recordedAt, timeZone: zone, day: dayOf(recordedAt, zone), scores: { fatigue: 4, numbness: 2, vision: vision(daysAgo), walking: 2 }, signs: [] };
  });
const trends = (input: Partial<TrendsInput> = {}) =>
  trendsOf({ range: "90", now, today, timeZone: zone, checkIns: [], alerts: [], relapses: [], medicines: [], profile: {}, ...input });

describe("trendsOf", () => {
  it("has something to say of an empty diary", () => {
    expect(trends()).toMatchObject({ summary: [{ key: "noEntries" }], window: { days: 90 }, usual: { vision: null }, relapses: [], alerts: [] });
  });
  it("shows one entry, without a usual", () => {
    const one = trends({ checkIns: diary(1) });
    expect(one.summary).toEqual([{ key: "notEnough" }]);
    expect(unpackSeries(one.lines.vision)).toEqual([...Array<null>(89).fill(null), 1]);
  });
  it.each([[11, null], [12, { median: 1, low: 1, high: 1 }]])("after %i days the usual is %j", (days, usual) => {
    expect(trends({ checkIns: diary(days) }).usual.vision).toEqual(usual);
  });
  it("compares with a usual told in the profile, but draws no strip of it", () => {
    const told = trends({ checkIns: diary(2, () => 7), profile: { usual: { scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 } } } });
    expect(told.usual.vision).toBeNull();
    expect(told.summary).toMatchObject([{ key: "worseLatest", symptom: "vision" }]);
  });
  it("draws the strip between the 10th and the 90th nearest-rank percentile of the usual days", () => {
    // Days 8 to 60 ago are 53 values; a fifth of them is 3, a tenth is 0.
    const checkIns = diary(90, (daysAgo) => (daysAgo % 10 === 0 ? 0 : daysAgo % 5 === 1 ? 3 : 1));
    expect(trends({ checkIns }).usual.vision).toEqual({ median: 1, low: 1, high: 3 });
  });
  it("keeps the days of a confirmed relapse out of the usual, and those of a possible one in", () => {
    const checkIns = diary(61, (daysAgo) => (daysAgo >= 10 && daysAgo <= 45 ? 6 : 1));
    const relapse = { startedOn: addDays(today, -45), startedAt: new Date("2026-10-01T00:00Z"), endedOn: addDays(today, -10), endedAt: new Date("2026-11-05T23:00Z") };
    expect(trends({ checkIns, relapses: [{ ...relapse, status: "confirmed-by-team" }] }).usual.vision?.median).toBe(1);
    expect(trends({ checkIns, relapses: [{ ...relapse, status: "possible" }] }).usual.vision?.median).toBe(6);
  });
  it("compares 60 days in the table, whatever is shown", () => {
    const checkIns = diary(70, (daysAgo) => (daysAgo >= 30 ? 4 : 1));
    expect(trends({ range: "14", checkIns }).changes[2]).toMatchObject({ before: 4, now: 1, beforeDays: 30, nowDays: 30, change: "better" });
  });
  it("never lets an entry from after now make the usual", () => {
    expect(trends({ now: new Date("2026-11-01T00:00Z"), checkIns: diary(14) }).usual.vision).toBeNull();
  });
  it("thins long lines only, and stays small", () => {
    expect(trends({ range: "365", checkIns: diary(365) })).not.toHaveProperty("drawn");
    const long = trends({ range: "all", checkIns: diary(3000, (daysAgo) => daysAgo % 7) });
    expect(long.drawn?.vision).toBeDefined();
    expect(JSON.stringify(long).length).toBeLessThan(16_000);
    expect(JSON.stringify(trends({ checkIns: diary(90) })).length).toBeLessThan(1_600);
  });
});
