import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber, toScore, wholeMedian, type Scale } from "@/lib/domain/import/scale";

const from0to4: Scale = { kind: "numbers", best: 0, worst: 4 };

describe("toScore", () => {
  it.each([["0", 0], ["1", 3], ["2", 5], ["3", 8], ["4", 10]])("puts %s of 0 to 4 at %i", (cell, score) => expect(toScore(cell, from0to4)).toEqual({ score }));
  it("turns the direction round", () => {
    const goodIsHigh: Scale = { kind: "numbers", best: 5, worst: 1 };
    expect(toScore("5", goodIsHigh)).toEqual({ score: 0 });
    expect(toScore("1", goodIsHigh)).toEqual({ score: 10 });
  });
  it("takes an empty cell for unknown, not for none", () => {
    expect(toScore("", from0to4)).toBeNull();
    expect(toScore("  ", { kind: "words", words: { "": 0 } })).toBeNull();
  });
  it.each([["4.1", "outsideScale"], ["-0.1", "outsideScale"], ["x", "notANumber"], ["3/4", "notANumber"], ["1e1", "notANumber"]])(
    "does not press %s into the scale", (cell, problem) => expect(toScore(cell, from0to4)).toEqual({ problem }));
  it("cannot use a scale whose ends are the same", () => expect(toScore("3", { kind: "numbers", best: 3, worst: 3 })).toEqual({ problem: "outsideScale" }));
  it("reads words whatever their case, and says of each other one why it is left out", () => {
    const words: Scale = { kind: "words", words: { bad: 8, busy: null } };
    expect(toScore("Bad", words)).toEqual({ score: 8 });
    expect(toScore("busy", words)).toEqual({ problem: "notPlaced" });
    expect(toScore("odd", words)).toEqual({ problem: "unknownWord" });
  });
  it("gives a whole number from 0 to 10 for every value between the ends, never better for a worse value", () => {
    const end = fc.integer({ min: -1000, max: 1000 });
    fc.assert(fc.property(end, end, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (best, worst, one, other) => {
      fc.pre(best !== worst);
      const scoreAt = (share: number) => toScore((best + (worst - best) * share).toFixed(6), { kind: "numbers", best, worst }) as { score: number };
      const [low, high] = [scoreAt(Math.min(one, other)), scoreAt(Math.max(one, other))];
      for (const { score } of [low, high]) expect(Number.isInteger(score) && score >= 0 && score <= 10).toBe(true);
      expect(low.score).toBeLessThanOrEqual(high.score);
    }));
  });
});

describe("readNumber", () => {
  it("reads a point and a comma", () => expect([readNumber("7.5"), readNumber("7,5"), readNumber(" 7 ")]).toEqual([7.5, 7.5, 7]));
  it("reads nothing else as a number", () => expect([readNumber(""), readNumber("1,000.5"), readNumber("seven")]).toEqual([null, null, null]));
});

describe("wholeMedian", () => {
  it("rounds a half to the worse score", () => expect([wholeMedian([2, 3]), wholeMedian([2, 4]), wholeMedian([9, 1, 2])]).toEqual([3, 3, 2]));
  it("refuses nothing", () => expect(() => wholeMedian([])).toThrow(RangeError));
});
