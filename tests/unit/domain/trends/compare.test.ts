import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/time";
import { compareLines, parseComparison, twoPeriods } from "@/lib/domain/trends/compare";

const today = "2026-11-15";
const periods = twoPeriods("30", "before", today);
const from = addDays(today, -59);
const row = (before: (number | null)[], now: (number | null)[]) => {
  const pad = (values: (number | null)[]) => [...Array<null>(30 - values.length).fill(null), ...values];
  return compareLines([{ name: "vision", values: [...pad(before), ...pad(now)] }], from, periods)[0]!;
};
const days = (value: number, count = 30) => Array<number>(count).fill(value);

describe("parseComparison", () => {
  it("knows both, and reads anything else as the time before", () => {
    expect(["before", "year", undefined, "", ["year"]].map(parseComparison)).toEqual(["before", "year", "before", "before", "before"]);
  });
});

describe("twoPeriods", () => {
  it("takes the time just before, as long, without a day between or shared", () => {
    expect(periods).toEqual({ comparison: "before", now: { from: "2026-10-17", days: 30 }, before: { from: "2026-09-17", days: 30 } });
  });
  it("takes the same days a year ago", () => expect(twoPeriods("30", "year", today).before).toEqual({ from: "2025-10-17", days: 30 }));
  it("takes 28 February for the 29th", () => expect(twoPeriods("30", "year", "2028-03-29").before.from).toBe("2027-02-28"));
  it("compares the last year when all is shown", () => expect(twoPeriods("all", "before", today)).toMatchObject({ now: { days: 365 }, before: { from: "2024-11-16", days: 365 } }));
});

describe("compareLines", () => {
  it("says on how many days each mean rests", () => {
    expect(row(days(4.5, 28), days(1, 26))).toEqual({ name: "vision", before: 4.5, now: 1, beforeDays: 28, nowDays: 26, change: "better" });
  });
  it.each([
    { before: 2, now: 2.5, change: "same" },
    { before: 2.5, now: 2, change: "same" },
    { before: 2, now: 3, change: "worse" },
    { before: 3, now: 2, change: "better" },
  ])("$before before and $now now: $change", ({ before, now, change }) => expect(row(days(before), days(now)).change).toBe(change));
  it("judges what is shown, so that 0.5 never reads as more", () => {
    const now = [...days(2, 14), ...days(3, 16)]; // 2.533 reads 2.5
    expect(row(days(2), now)).toMatchObject({ now: 2.5, change: "same" });
    expect(row(days(2), [...days(2, 12), ...days(3, 18)])).toMatchObject({ now: 2.6, change: "worse" });
  });
  it.each([[4, "too-few"], [5, "worse"]])("with %i days before: %s", (count, change) => {
    expect(row(days(1, count), days(6)).change).toBe(change);
    expect(row(days(0), days(6, count)).change).toBe(change);
  });
  it("takes a day without an entry out of the mean, not as zero", () => expect(row(days(4), [4, null, 4, 4, 4, 4]).now).toBe(4));
  it("has no mean where there is no entry, or where nothing was read", () => {
    expect(row([], [])).toEqual({ name: "vision", before: null, now: null, beforeDays: 0, nowDays: 0, change: "too-few" });
    expect(compareLines([{ name: "mood", values: days(4) }], addDays(today, -29), periods)[0]).toEqual({ name: "mood", before: null, now: 4, beforeDays: 0, nowDays: 30, change: "too-few" });
  });
});
