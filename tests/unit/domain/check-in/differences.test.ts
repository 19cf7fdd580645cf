import { describe, expect, it } from "vitest";
import { differencesOf, type Version } from "@/lib/domain/check-in/differences";

const version: Version = {
  recordedAt: "2026-03-10T20:00:00.000Z", scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, answers: { signs: [], vision: { loss: "none", eyes: "left" } },
  trackers: { mood: 3 }, note: "a", isRemoved: false,
};

describe("differencesOf", () => {
  it("finds none in the same content, however it was written down", () => {
    expect(differencesOf(version, { ...version, recordedAt: "2026-03-10T20:00:00Z", answers: { vision: { eyes: "left", loss: "none" }, signs: [] } })).toEqual([]);
    expect(differencesOf({ ...version, note: null }, { ...version, note: "" })).toEqual([]);
  });
  it.each<[string, Partial<Version>]>([
    ["time", { recordedAt: "2026-03-10T20:01:00.000Z" }], ["numbness", { scores: { ...version.scores, numbness: 3 } }], ["trackers", { trackers: { mood: 4 } }],
    ["answers", { answers: { signs: [] } }], ["note", { note: "b" }], ["removed", { isRemoved: true }],
  ])("names %s", (name, change) => {
    expect(differencesOf(version, { ...version, ...change })).toEqual([name]);
  });
  it("takes an answer that was not given for another one than “none”", () => {
    expect(differencesOf({ ...version, answers: {} }, { ...version, answers: { signs: [] } })).toEqual(["answers"]);
  });
});
