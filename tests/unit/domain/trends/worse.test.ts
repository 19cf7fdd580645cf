import { describe, expect, it } from "vitest";
import { countWorse, isWorse, worseSpells } from "@/lib/domain/trends/worse";

const usual = { median: 1, top: 2 };
const spells = (series: (number | null)[]) => worseSpells("vision", series, usual).map(({ first, last, isOver }) => [first, last, isOver]);

describe("isWorse", () => {
  it.each([
    { symptom: "vision", value: 2.5, own: { median: 1, top: 1 }, is: false },
    { symptom: "vision", value: 3, own: { median: 1, top: 2 }, is: true },
    { symptom: "vision", value: 3, own: { median: 1, top: 3 }, is: false },
    { symptom: "fatigue", value: 6, own: { median: 4, top: 5 }, is: false },
    { symptom: "mood", value: 3, own: { median: 1, top: 2 }, is: true },
    { symptom: "mood", value: 2.5, own: { median: 1, top: 2 }, is: false },
    { symptom: "fatigue", value: 7, own: { median: 4, top: 5 }, is: true },
  ] as const)("$symptom $value beside $own: $is", ({ symptom, value, own, is }) => expect(isWorse(symptom, value, own)).toBe(is));
});

it("counts worse days among those with a value", () => {
  expect(countWorse("vision", [3, null, 5, 1], usual)).toEqual({ worse: 2, days: 3 });
  expect(countWorse("vision", [null], usual)).toEqual({ worse: 0, days: 0 });
});

describe("worseSpells", () => {
  it("has none without an entry", () => expect(spells([null, null])).toEqual([]));
  it("ends after three entered days that are not worse", () => {
    expect(spells([1, 3, 3, 1, 1, 3])).toEqual([[1, 5, false]]);
    expect(spells([1, 3, 3, 1, 1, 1, 3])).toEqual([[1, 2, true], [6, 6, false]]);
  });
  it("neither begins nor ends on a missing day", () => expect(spells([3, null, null, null, null, 3])).toEqual([[0, 5, false]]));
  it.each([[14, 1], [15, 2]])("over a silence of %i days: %i spells", (silence, count) => {
    expect(spells([3, ...Array<null>(silence).fill(null), 3])).toHaveLength(count);
  });
  it("counts entered days and adds up how far above the usual they were", () => {
    expect(worseSpells("vision", [3, null, 5, 1], usual)).toEqual([{ first: 0, last: 2, worseDays: 2, excess: 6, isOver: false }]);
  });
});
