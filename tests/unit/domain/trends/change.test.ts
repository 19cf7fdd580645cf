import { describe, expect, it } from "vitest";
import { changeTable } from "@/lib/domain/trends/change";

const empty = { fatigue: [], numbness: [], vision: [], walking: [] };
const row = (before: (number | null)[], now: (number | null)[]) => {
  const pad = (values: (number | null)[]) => [...Array<null>(30 - values.length).fill(null), ...values];
  return changeTable({ ...empty, vision: [...pad(before), ...pad(now)] })[2]!;
};
const days = (value: number, count = 30) => Array<number>(count).fill(value);

describe("changeTable", () => {
  it("compares the last 30 days with the 30 before, and says on how many days each rests", () => {
    expect(row(days(4.5, 28), days(1, 26))).toEqual({ symptom: "vision", before: 4.5, now: 1, beforeDays: 28, nowDays: 26, change: "better" });
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
  it("has no mean where there is no entry", () => {
    expect(row([], [])).toEqual({ symptom: "vision", before: null, now: null, beforeDays: 0, nowDays: 0, change: "too-few" });
  });
});
