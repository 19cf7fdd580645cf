import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { addDays, daysBetween, dayOf } from "@/lib/domain/time";
import { unpackPoints, unpackSeries, unpackMarks } from "@/lib/domain/trends/compact";
import { neededFrom, trendsOf, type Trends, type TrendsInput } from "@/lib/domain/trends/trends";

const now = new Date("2026-11-15T20:00Z");
const today = "2026-11-15";
const zone = "Europe/London";
const FIRST = "1900-01-01";

/** One entry a day at 08:00, ending today. */
const diary = (days: number, vision: (daysAgo: number) => number = () => 1): JudgedCheckIn[] =>
  Array.from({ length: days }, (_, index) => {
    const daysAgo = days - 1 - index;
    const recordedAt = new Date(`${addDays(today, -daysAgo)}T08:00Z`);
    return { recordedAt, timeZone: zone, day: dayOf(recordedAt, zone), scores: { fatigue: 4, numbness: 2, vision: vision(daysAgo), walking: 2 }, signs: [] };
  });
const rowsOf = (checkIns: readonly JudgedCheckIn[]) => checkIns.map(({ day, scores }) => ({ at: daysBetween(FIRST, day), scores }));
const trends = (input: Partial<TrendsInput> = {}) =>
  trendsOf({ range: "90", comparison: "before", now, today, timeZone: zone, from: FIRST, rows: rowsOf(input.checkIns ?? []), checkIns: [], trackers: [], alerts: [], relapses: [], medicines: [], doses: [], profile: {}, ...input });
const lineOf = (found: Trends, name: string) => found.lines.find((line) => line.name === name)!;
const usualOf = (found: Trends) => lineOf(found, "vision").usual;

describe("trendsOf", () => {
  it("has something to say of an empty diary", () => {
    const empty = trends();
    expect(empty).toMatchObject({ summary: [{ key: "noEntries" }], window: { days: 90 }, relapses: [], marks: "", goodDays: { key: "goodDaysUnknown" } });
    expect(lineOf(empty, "vision")).toMatchObject({ usual: null, sentence: { key: "none", days: 90 } });
  });
  it("shows one entry, without a usual", () => {
    const one = trends({ checkIns: diary(1) });
    expect(one.summary).toEqual([{ key: "notEnough" }]);
    expect(unpackSeries(lineOf(one, "vision").year)).toEqual([...Array<null>(364).fill(null), 1]);
  });
  it.each([[11, null], [12, { median: 1, low: 1, high: 1, days: 5 }]])("after %i days the usual is %j", (days, usual) => {
    expect(usualOf(trends({ checkIns: diary(days) }))).toEqual(usual);
  });
  it("compares with a usual told in the profile, but draws no strip of it", () => {
    const told = trends({ checkIns: diary(2, () => 7), profile: { usual: { scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 } } } });
    expect(usualOf(told)).toBeNull();
    expect(told.summary).toMatchObject([{ key: "worseLatest", symptom: "vision" }]);
    expect(lineOf(told, "vision").sentence).toMatchObject({ key: "worse", count: 2, of: 2 });
  });
  it("draws the strip between the 10th and the 90th nearest-rank percentile of the usual days", () => {
    // Days 8 to 60 ago are 53 values; a fifth of them is 3, a tenth is 0.
    const checkIns = diary(90, (daysAgo) => (daysAgo % 10 === 0 ? 0 : daysAgo % 5 === 1 ? 3 : 1));
    expect(usualOf(trends({ checkIns }))).toEqual({ median: 1, low: 1, high: 3, days: 53 });
  });
  it("keeps the days of a confirmed relapse out of the usual, and those of a possible one in", () => {
    const checkIns = diary(61, (daysAgo) => (daysAgo >= 10 && daysAgo <= 45 ? 6 : 1));
    const relapse = { startedOn: addDays(today, -45), startedAt: new Date("2026-10-01T00:00Z"), endedOn: addDays(today, -10), endedAt: new Date("2026-11-05T23:00Z") };
    expect(usualOf(trends({ checkIns, relapses: [{ ...relapse, status: "confirmed-by-team" }] }))?.median).toBe(1);
    expect(usualOf(trends({ checkIns, relapses: [{ ...relapse, status: "possible" }] }))?.median).toBe(6);
  });
  it("never lets an entry from after now make the usual", () => {
    expect(usualOf(trends({ now: new Date("2026-11-01T00:00Z"), checkIns: diary(14) }))).toBeNull();
  });
  it("gives a tracker that is switched on a line and a usual of its own, on the days it was logged", () => {
    const checkIns = diary(40);
    const rows = rowsOf(checkIns).map((row, index) => (index % 2 === 0 ? { ...row, trackers: { mood: 3 } } : row));
    const mood = lineOf(trends({ checkIns, rows, trackers: ["mood"] }), "mood");
    expect(mood).toMatchObject({ usual: { median: 3, low: 3, high: 3, days: 17 }, sentence: { key: "notWorse", of: 20, days: 90 } });
    expect(trends({ checkIns, rows }).lines.map(({ name }) => name)).toEqual(["fatigue", "numbness", "vision", "walking"]);
  });
  it("draws an imported day with one score and knows nothing of the others", () => {
    const rows = [{ at: daysBetween(FIRST, today) - 3, isImported: true, scores: { fatigue: null, numbness: null, vision: 6, walking: null } }];
    const found = trends({ rows });
    expect(lineOf(found, "vision").sentence).toMatchObject({ key: "noUsual", low: 6, high: 6, of: 1 });
    expect(lineOf(found, "fatigue").sentence).toMatchObject({ key: "none" });
  });
  it("lets imported days make the usual, but not on dates with a check-in", () => {
    const importedRow = (daysAgo: number, vision: number) => ({ at: daysBetween(FIRST, today) - daysAgo, isImported: true, scores: { fatigue: null, numbness: null, vision, walking: null } });
    const rows = [8, 9, 10, 11, 12].map((daysAgo) => importedRow(daysAgo, 3));
    expect(usualOf(trends({ rows }))).toEqual({ median: 3, low: 3, high: 3, days: 5 });
    expect(usualOf(trends({ rows: rows.slice(1) }))).toBeNull();
    const checkIns = diary(20);
    expect(usualOf(trends({ checkIns, rows: [...rowsOf(checkIns), ...rows] }))).toMatchObject({ median: 1, high: 1, days: 13 });
  });
  it("has no usual of half a year from the entries of two months", () => {
    const rows = [10, 11, 12, 13, 70].map((daysAgo) => ({ at: daysBetween(FIRST, today) - daysAgo, isImported: true, scores: { fatigue: 3, numbness: 3, vision: 3, walking: 3 } }));
    expect(usualOf(trends({ rows, isNearOnly: true }))).toBeNull();
    expect(usualOf(trends({ rows, isNearOnly: false }))).toMatchObject({ median: 3, days: 5 });
  });
  it("marks hot and infected days, doses and alerts on their day", () => {
    const at = daysBetween(FIRST, today);
    const scores = { fatigue: 1, numbness: 1, vision: 1, walking: 1 };
    const found = trends({
      rows: [{ at: at - 10, scores, isHot: true }, { at: at - 9, scores, isHot: true }, { at: at - 4, scores, isInfected: true }, { at: at - 200, scores, isHot: true }],
      doses: [{ name: "A", day: addDays(today, -2) }], alerts: [{ tier: "URGENT", raisedAt: now }],
    });
    expect(unpackMarks(found.marks).map(({ kind, first, last }) => [kind, first, last])).toEqual([["heat", 79, 80], ["infection", 85, 85], ["dose", 87, 87], ["alert", 89, 89]]);
  });
  it("compares two periods whatever is shown", () => {
    const checkIns = diary(70, (daysAgo) => (daysAgo >= 14 ? 4 : 1));
    expect(trends({ range: "14", checkIns }).compare.rows[2]).toMatchObject({ before: 4, now: 1, beforeDays: 14, nowDays: 14, change: "better" });
    expect(trends({ range: "14", comparison: "year", checkIns }).compare.rows[2]).toMatchObject({ before: null, beforeDays: 0, change: "too-few" });
  });
  it("shows a longer time as weeks, each with its days", () => {
    expect(lineOf(trends({ range: "365", checkIns: diary(365) }), "vision")).not.toHaveProperty("points");
    const long = trends({ range: "all", checkIns: diary(1459, (daysAgo) => daysAgo % 7) });
    const points = unpackPoints(lineOf(long, "vision").points ?? "");
    expect([long.step, points.length, points[0]?.days, points[1]]).toEqual([7, 209, 3, { value: 3, days: 7 }]);
  });
  it("shows ten years as four weeks each, and stays as small as a month", () => {
    const long = trends({ range: "all", checkIns: diary(3650, (daysAgo) => daysAgo % 7) });
    const points = unpackPoints(lineOf(long, "vision").points ?? "");
    expect([long.step, points.length, points[0]?.days, points[1]]).toEqual([28, 131, 10, { value: 3, days: 28 }]);
    expect(JSON.stringify(long).length).toBeLessThan(1.5 * JSON.stringify(trends({ range: "30", checkIns: diary(3650, (daysAgo) => daysAgo % 7) })).length);
  });
});

describe("neededFrom", () => {
  it.each([
    ["30", "before", "2025-11-16"], ["30", "year", "2025-10-17"], ["365", "before", "2024-11-16"], ["365", "year", "2024-11-16"], ["all", "before", null],
  ] as const)("%s, %s: %s", (range, comparison, from) => expect(neededFrom(range, comparison, today)).toBe(from));
});
