import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSentence, goodDaysSentence, levelsSentence, lineSentence } from "@/lib/domain/trends/sentences";
import { isWorse } from "@/lib/domain/trends/worse";

const usual = { median: 2, top: 3 };

describe("lineSentence", () => {
  it("counts the days that are worse than the usual", () => {
    expect(lineSentence("walking", [...Array<number>(9).fill(4), ...Array<number>(5).fill(2)], usual)).toEqual({ key: "worse", name: "walking", count: 9, of: 14, days: 14 });
  });
  it("does not count days without an entry as usual ones", () => {
    expect(lineSentence("walking", [4, null, null, 2], usual)).toEqual({ key: "worse", name: "walking", count: 1, of: 2, days: 4 });
  });
  it("says when none is worse, and when there is nothing", () => {
    expect(lineSentence("mood", [3.5, null], usual)).toEqual({ key: "notWorse", name: "mood", of: 1, days: 2 });
    expect(lineSentence("mood", [null, null], usual)).toEqual({ key: "none", name: "mood", days: 2 });
  });
  it("tells only what was seen while the usual is unknown", () => {
    expect(lineSentence("vision", [1, null, 6], null)).toEqual({ key: "noUsual", name: "vision", low: 1, high: 6, of: 2, days: 3 });
  });
  it("never tells more days than there are, nor a worse day that is not one", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 10 }))), (series) => {
      const found = lineSentence("numbness", series, usual);
      const entered = series.filter((value) => value !== null);
      expect("of" in found ? found.of : 0).toBe(entered.length);
      expect(found.key === "worse" ? found.count : 0).toBe(entered.filter((value) => isWorse("numbness", value, usual)).length);
    }));
  });
});

it("tells how many days were severe and moderate", () => {
  expect(levelsSentence("vision", { days: 9, levels: { none: 1, mild: 3, moderate: 3, severe: 2 } })).toEqual({ key: "levels", name: "vision", severe: 2, moderate: 3, of: 9 });
  expect(levelsSentence("vision", { days: 0, levels: { none: 0, mild: 0, moderate: 0, severe: 0 } })).toEqual({ key: "noLevels", name: "vision" });
});

it("names what is better, worse, the same and unknown in two periods, each once", () => {
  const row = (name: "fatigue" | "numbness" | "vision" | "mood", change: "better" | "worse" | "same" | "too-few") => ({ name, change, before: 1, now: 1, beforeDays: 9, nowDays: 9 });
  expect(compareSentence([row("fatigue", "worse"), row("numbness", "same"), row("vision", "better"), row("mood", "too-few")], "year"))
    .toEqual({ key: "compare", comparison: "year", better: ["vision"], worse: ["fatigue"], same: ["numbness"], tooFew: ["mood"] });
});

it("tells good days of the days that count, or that they are unknown", () => {
  expect(goodDaysSentence({ good: 20, days: 28 })).toEqual({ key: "goodDays", good: 20, of: 28 });
  expect(goodDaysSentence(null)).toEqual({ key: "goodDaysUnknown" });
});
