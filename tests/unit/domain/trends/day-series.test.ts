import { describe, expect, it } from "vitest";
import { dayOf } from "@/lib/domain/time";
import { countDays, dayLine, daySeries, lastEntryIndex, meanOf, median } from "@/lib/domain/trends/day-series";

const entry = (day: string, vision: number) => ({ day, scores: { fatigue: 4, numbness: 2, vision, walking: 1 } });

describe("daySeries", () => {
  it("leaves a day without an entry empty, never zero", () => {
    expect(daySeries([entry("2026-03-01", 1), entry("2026-03-03", 0)], "2026-03-01", 4).vision).toEqual([1, null, 0, null]);
  });
  it.each([
    { values: [7], of: 7 },
    { values: [1, 4], of: 2.5 },
    { values: [9, 1, 2], of: 2 },
    { values: [1, 2, 3, 10], of: 2.5 },
  ])("takes the median of a day's check-ins: $values give $of", ({ values, of }) => {
    expect(daySeries(values.map((value) => entry("2026-03-01", value)), "2026-03-01", 1).vision).toEqual([of]);
  });
  it("leaves out what lies outside the window, on both sides", () => {
    const entries = ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"].map((day) => entry(day, 5));
    expect(daySeries(entries, "2026-03-01", 2).vision).toEqual([5, 5]);
  });
  it("gives every symptom a line when there is no entry at all", () => {
    expect(daySeries([], "2026-03-01", 2)).toEqual({ fatigue: [null, null], numbness: [null, null], vision: [null, null], walking: [null, null] });
  });
  it("counts the 23-hour and the 25-hour date as one day each", () => {
    const days = ["2026-03-28T23:30Z", "2026-03-29T22:30Z", "2026-10-24T22:30Z", "2026-10-25T22:30Z"].map((at) => dayOf(new Date(at), "Europe/London"));
    expect(days).toEqual(["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"]);
    expect(daySeries(days.slice(0, 2).map((day) => entry(day, 3)), "2026-03-28", 3).vision).toEqual([3, 3, null]);
    expect(daySeries(days.slice(2).map((day) => entry(day, 3)), "2026-10-24", 3).vision).toEqual([3, 3, null]);
  });
});

describe("dayLine", () => {
  const none = { fatigue: null, numbness: null, vision: null, walking: null };
  const vision = (at: number, value: number | null, isImported = false) => ({ at, isImported, scores: { ...none, vision: value } });
  it("never takes an unknown score for zero", () => expect(dayLine([vision(0, null), vision(2, 0)], "vision", 3)).toEqual([null, null, 0]));
  it("takes the median of a day's check-ins", () => expect(dayLine([vision(0, 1), vision(0, 9), vision(0, 2), vision(1, 1), vision(1, 4)], "vision", 2)).toEqual([2, 2.5]));
  it("lets an imported day fill a gap, and never stand against a check-in", () => {
    expect(dayLine([vision(0, 8, true), vision(0, 2), vision(1, 6, true), vision(1, 4, true)], "vision", 3)).toEqual([2, 5, null]);
  });
  it("reads trackers, where an absent one is unknown", () => {
    const rows = [{ at: 0, scores: none, trackers: { mood: 0 } }, { at: 1, scores: none, trackers: { pain: 4 } }, { at: 2, scores: none }];
    expect(dayLine(rows, "mood", 3)).toEqual([0, null, null]);
  });
  it("leaves out rows on both sides", () => expect(dayLine([vision(-1, 5), vision(2, 5)], "vision", 2)).toEqual([null, null]));
});

describe("meanOf and countDays", () => {
  it.each([[[1, null, 2], 1.5, 2], [[null], null, 0], [[0, 0, 0.5], 0.2, 3]] as const)("of %j: %d on %i days", (series, mean, days) => {
    expect(meanOf([...series])).toBe(mean);
    expect(countDays([...series])).toBe(days);
  });
});

describe("median", () => {
  it("has none of an empty list", () => expect(median([])).toBeNull());
  it("does not reorder what it is given", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("lastEntryIndex", () => {
  it.each([
    { series: [1, null, 0, null], index: 2 },
    { series: [null, null], index: null },
    { series: [], index: null },
  ])("finds $index in $series", ({ series, index }) => expect(lastEntryIndex(series)).toBe(index));
});
