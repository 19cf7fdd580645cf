import { describe, expect, it } from "vitest";
import { endOf, strengthAt, type Course } from "@/scripts/alarm-burden/course";
import type { PlantedOutcome } from "@/scripts/alarm-burden/findings";
import { summariseRelapses } from "@/scripts/alarm-burden/relapse-summary";

const course: Course = { kind: "relapse", from: 10, ramp: 2, plateau: 5, decline: 20, residual: 0.2, size: { fatigue: 1, numbness: 4, vision: 0, walking: 0 } };

describe("a course", () => {
  it.each([
    { at: 9.9, strength: 0 }, { at: 11, strength: 0.5 }, { at: 12, strength: 1 }, { at: 17, strength: 1 }, { at: 37, strength: 0.2 }, { at: 300, strength: 0.2 },
  ])("has the strength $strength on day $at", ({ at, strength }) => {
    expect(strengthAt(course, at)).toBeCloseTo(strength);
  });

  it("ends after its decline", () => {
    expect(endOf(course)).toBe(37);
  });
});

describe("the summary of planted relapses", () => {
  const outcome = (foundAfterHours: number | null): PlantedOutcome => ({
    symptoms: ["vision"], points: 3, rampDays: 2, feltAfterHours: 12, foundAfterHours,
    foundBy: foundAfterHours === null ? null : "possible-relapse", miss: foundAfterHours === null ? "other" : null,
  });

  it("counts the delay from the end of the first 24 hours, and none before it", () => {
    const { medianDelayDays, delayDays95, within3Days } = summariseRelapses([outcome(6), outcome(24), outcome(48), outcome(96), outcome(144)]);
    expect({ medianDelayDays, delayDays95, within3Days }).toEqual({ medianDelayDays: 1, delayDays95: 5, within3Days: 4 });
  });

  it("counts what was not found, with its cause", () => {
    const summary = summariseRelapses([outcome(48), outcome(null)]);
    expect(summary).toMatchObject({ planted: 2, found: 1, foundShare: 50, byRule: { "possible-relapse": 1 } });
    expect(summary.misses["other"]).toBe(1);
  });

  it("has no delay where nothing was planted", () => {
    expect(summariseRelapses([])).toMatchObject({ planted: 0, foundShare: 0, medianDelayDays: null });
  });
});
