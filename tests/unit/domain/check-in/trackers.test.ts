import { describe, expect, it } from "vitest";
import {
  loggedTrackers, moveTracker, switchTracker, toTrackerList, TRACKERS, trackersToAsk, writeTracker,
} from "@/lib/domain/check-in/trackers";

describe("the list of trackers", () => {
  it("names six", () => {
    expect(TRACKERS).toEqual(["thinking", "pain", "bladder", "mood", "spasms", "heat"]);
  });
  it("keeps the stored order, each once, and leaves unknown names out", () => {
    expect(toTrackerList(["mood", "sleep", "pain", "mood"])).toEqual(["mood", "pain"]);
  });
});

describe("writeTracker", () => {
  it("sets one and leaves the others", () => {
    expect(writeTracker({ pain: 3 }, "mood", 0)).toEqual({ pain: 3, mood: 0 });
  });
  it("takes one back to unknown, not to 0", () => {
    expect(writeTracker({ pain: 3, mood: 2 }, "pain", null)).toEqual({ mood: 2 });
    expect(Object.keys(writeTracker({ pain: 3 }, "pain", null))).toEqual([]);
  });
});

describe("trackersToAsk", () => {
  it("asks for those switched on in their own order", () => {
    expect(trackersToAsk(["spasms", "pain"], {})).toEqual(["spasms", "pain"]);
  });
  it("goes on showing what the entry holds of one that was switched off since", () => {
    expect(trackersToAsk(["spasms"], { thinking: 0, spasms: 4 })).toEqual(["spasms", "thinking"]);
  });
  it("asks for nothing when none is on", () => {
    expect(trackersToAsk([], {})).toEqual([]);
  });
});

describe("loggedTrackers", () => {
  it("counts 0 as an answer and leaves out what was not answered", () => {
    expect(loggedTrackers({ heat: 10, thinking: 0 })).toEqual(["thinking", "heat"]);
  });
});

describe("switching and moving", () => {
  it("puts a new one last, once", () => {
    expect(switchTracker(["pain"], "mood", true)).toEqual(["pain", "mood"]);
    expect(switchTracker(["pain", "mood"], "mood", true)).toEqual(["pain", "mood"]);
  });
  it("switches one off and keeps the order of the others", () => {
    expect(switchTracker(["pain", "mood", "heat"], "mood", false)).toEqual(["pain", "heat"]);
  });
  it("moves one by one place", () => {
    expect(moveTracker(["pain", "mood", "heat"], "heat", "up")).toEqual(["pain", "heat", "mood"]);
    expect(moveTracker(["pain", "mood", "heat"], "pain", "down")).toEqual(["mood", "pain", "heat"]);
  });
  it.each([["pain", "up"], ["heat", "down"], ["spasms", "up"], ["spasms", "down"]] as const)("leaves the order when %s cannot go %s", (name, direction) => {
    expect(moveTracker(["pain", "mood", "heat"], name, direction)).toEqual(["pain", "mood", "heat"]);
  });
});
