import { describe, expect, it } from "vitest";
import type { JudgedCheckIn, Profile } from "@/lib/domain/check-in/check-in";
import { isInsideRelapse, medianOf } from "@/lib/domain/red-flags/baseline";
import { prepare } from "@/lib/domain/red-flags/findings";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, entry, NOW, type Entry } from "./diary";

const was = (age: number, vision: number) => entry(age, { scores: { vision } });
const findings = (vision: number, history: JudgedCheckIn[], profile: Profile = {}, fields: Entry = {}) => prepare(entry(0, { ...fields, scores: { vision } }), context({ history, profile }));
const usually = (vision: number): Profile => ({ usual: { scores: { fatigue: 0, numbness: 0, vision, walking: 0 } } });

describe("week rise", () => {
  const weekRise = (...given: Parameters<typeof findings>) => findings(...given).comparison.weekRise("vision");
  it("goes by the lowest score of the week, where that is above the usual", () => {
    expect(weekRise(8, [was(6 * DAY_MS, 4), was(2 * DAY_MS, 5)], usually(1))).toBe(4);
    expect(weekRise(8, [was(7 * DAY_MS, 4), was(2 * DAY_MS, 6)])).toBe(4);
    expect(weekRise(8, [was(7 * DAY_MS + 1, 4), was(2 * DAY_MS, 6)])).toBe(2);
  });
  it("goes by the usual, where that is above the lowest of the week", () => {
    expect(weekRise(9, [was(6 * DAY_MS, 2), was(2 * DAY_MS, 5)], usually(5))).toBe(4);
  });
  it("is the rise, where the week holds nothing", () => {
    expect(weekRise(9, [], usually(2))).toBe(7);
    expect(weekRise(9, [was(8 * DAY_MS, 2)])).toBeUndefined();
  });
});

describe("Before", () => {
  const ages = (...history: JudgedCheckIn[]) => findings(0, history).comparison.before().map((x) => (NOW.getTime() - x.recordedAt.getTime()) / HOUR_MS);
  it("holds each check-in of 36 hours once", () => {
    expect(ages(was(37 * HOUR_MS, 0), was(36 * HOUR_MS, 0), was(20 * HOUR_MS, 0), was(HOUR_MS, 0))).toEqual([36, 20, 1]);
  });
  it("also holds the last one of 12 hours to 7 days, when all of 36 hours are younger than 12", () => {
    expect(ages(was(6 * DAY_MS, 0), was(3 * DAY_MS, 0), was(HOUR_MS, 0))).toEqual([72, 1]);
    expect(ages(was(8 * DAY_MS, 0), was(HOUR_MS, 0))).toEqual([1]);
  });
});

describe("told", () => {
  it.each([["sudden", true], ["hours", true], ["days", true], ["gradual", false], ["usual", false], [undefined, false]] as const)("with onset %s: %s", (onset, isTold) => {
    expect(findings(3, [], usually(2), onset ? { onset: { vision: onset } } : {}).change.isTold("vision")).toBe(isTold);
    expect(findings(2, [], usually(2), onset ? { onset: { vision: onset } } : {}).change.isTold("vision")).toBe(false);
  });
});

describe("the top of the usual range", () => {
  it("is out of reach without a usual", () => {
    expect(findings(3, []).change.topFor("vision", entry(0))).toBe(Infinity);
    expect(findings(3, [], usually(2)).change.topFor("vision", entry(0))).toBe(2);
  });
});

describe("a median", () => {
  it.each([[[2, 9, 0], 2], [[9, 0], 4.5], [[3], 3], [[1, 2, 3, 10], 2.5]])("of %j is %d", (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
  it("does not exist of nothing, and reorders nothing", () => {
    expect(() => medianOf([])).toThrow(new RangeError("There is no median of nothing"));
    const values = [3, 1, 2];
    medianOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("inside a recorded relapse", () => {
  const at = (ms: number) => isInsideRelapse(entry(ms), [{ startedAt: new Date(NOW.getTime() - 10 * DAY_MS), endedAt: new Date(NOW.getTime() - 5 * DAY_MS) }]);
  it("are its first and its last moment", () => {
    expect([at(10 * DAY_MS + 1), at(10 * DAY_MS), at(5 * DAY_MS), at(5 * DAY_MS - 1)]).toEqual([false, true, true, false]);
  });
});
