import { describe, expect, it } from "vitest";
import { summarise } from "@/lib/domain/trends/summary";

type Line = (number | null)[];
const DAYS = 60;
const flat = (value: number | null): Line => Array<number | null>(DAYS).fill(value);
/** days counted back from today: `put(line, 3, 8)` sets the day three days ago */
const put = (line: Line, daysAgo: number[], value: number | null): Line => line.map((was, index) => (daysAgo.includes(DAYS - 1 - index) ? value : was));
const ago = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => to + index);
const usual = { fatigue: { median: 4, top: 5 }, numbness: { median: 2, top: 3 }, vision: { median: 1, top: 2 }, walking: { median: 2, top: 3 } };
const quiet = { fatigue: flat(4), numbness: flat(2), vision: flat(1), walking: flat(2) };
const window = { from: "2026-09-17", days: DAYS }; // to 15 November
const say = (lines: Partial<typeof quiet>, own: Parameters<typeof summarise>[1] = usual) => summarise({ ...quiet, ...lines }, own, window);

describe("summarise", () => {
  it("says so when there is no entry", () => {
    const none = flat(null);
    expect(say({ fatigue: none, numbness: none, vision: none, walking: none }).parts).toEqual([{ key: "noEntries" }]);
  });
  it("waits for a usual before it compares", () => {
    expect(say({}, { fatigue: null, numbness: null, vision: null, walking: null }).parts).toEqual([{ key: "notEnough" }]);
  });
  it("compares those symptoms whose usual is known", () => {
    expect(say({ walking: put(flat(2), ago(5, 0), 6) }, { ...usual, vision: null }).front).toBe("walking");
  });
  it("says that all are close to the usual", () => expect(say({}).parts).toEqual([{ key: "closeToUsual" }]));
  it("does not call four close to the usual when the usual of one is not known", () => {
    expect(say({}, { ...usual, vision: null }).parts).toEqual([{ key: "notEnough" }]);
  });
  it.each([[13, "closeToUsual"], [14, "notEnough"]])("with the last value of one symptom %i days ago: %s", (days, key) => {
    expect(say({ vision: put(flat(1), ago(days - 1, 0), null) }).parts).toEqual([{ key }]);
  });
  it("tells of the largest spell that is over, first day to last", () => {
    const vision = put(put(flat(1), ago(48, 28), 6), [40], null);
    const fatigue = put(flat(4), ago(58, 54), 7);
    expect(say({ vision, fatigue })).toEqual({
      parts: [{ key: "backToUsual", symptom: "vision" }, { key: "wasWorse", days: 21, day: "2026-09-28" }], front: "vision",
    });
  });
  it.each([[2, "closeToUsual"], [3, "backToUsual"]])("a spell of %i days: %s", (days, key) => {
    expect(say({ vision: put(flat(1), ago(29 + days, 30), 6) }).parts[0]?.key).toBe(key);
  });
  it("counts the days that are worse now", () => {
    expect(say({ walking: put(flat(2), ago(8, 0), 5) }).parts).toEqual([{ key: "worseNow", symptom: "walking", count: 9, of: 14 }]);
  });
  it("does not count days without an entry as usual ones", () => {
    const line = put(put(flat(2), ago(8, 0), 5), [10, 11], null);
    expect(say({ walking: line }).parts).toEqual([{ key: "worseNow", symptom: "walking", count: 9, of: 12 }]);
  });
  it("names a first worse day by its date, instead of calling it a trend", () => {
    expect(say({ vision: put(flat(1), [0], 7) }).parts).toEqual([{ key: "worseLatest", symptom: "vision", day: "2026-11-15" }]);
  });
  it("keeps a spell open over one better day", () => {
    expect(say({ vision: put(flat(1), [5, 4, 3, 2, 1], 7) }).parts[0]?.key).toBe("worseNow");
  });
  it("tells of two symptoms at most, the one with more days first", () => {
    const lines = { vision: put(flat(1), ago(3, 0), 7), walking: put(flat(2), ago(8, 0), 7), numbness: put(flat(2), ago(2, 0), 7) };
    const { parts, front } = say(lines);
    expect(parts.map((part) => "symptom" in part && part.symptom)).toEqual(["walking", "vision"]);
    expect(front).toBe("walking");
  });
  it.each([[13, "closeToUsual"], [14, "silent"]])("with the last entry %i days ago: %s", (days, key) => {
    const quietly = Object.fromEntries(Object.entries(quiet).map(([name, line]) => [name, put(line, ago(days - 1, 0), null)])) as typeof quiet;
    expect(say(quietly).parts[0]?.key).toBe(key);
  });
});
