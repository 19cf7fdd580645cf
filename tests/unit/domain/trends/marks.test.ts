import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertMarks, heatSpells, medicineMarks, relapseSpans, spreadApart } from "@/lib/domain/trends/marks";

const window = { from: "2026-08-18", days: 90 }; // to 15 November
const hot = (...days: string[]) => days.map((day) => ({ day, triggers: ["heat" as const] }));

describe("heatSpells", () => {
  it("joins hot days with at most two days between them", () => {
    expect(heatSpells(hot("2026-08-20", "2026-08-23"), window)).toEqual([{ first: 2, last: 5 }]);
    expect(heatSpells(hot("2026-08-20", "2026-08-24"), window)).toEqual([]);
  });
  it("is no spell on one day, or by exercise", () => {
    expect(heatSpells(hot("2026-08-20", "2026-08-20"), window)).toEqual([]);
    expect(heatSpells([{ day: "2026-08-20", triggers: ["exercise"] }, { day: "2026-08-21", triggers: ["exercise"] }, { day: "2026-08-22" }], window)).toEqual([]);
  });
  it("sees the window only", () => expect(heatSpells(hot("2026-08-16", "2026-08-17", "2026-08-18", "2026-08-19"), window)).toEqual([{ first: 0, last: 1 }]));
});

describe("relapseSpans", () => {
  const span = (status: string, startedOn: string, endedOn: string | null = null) => relapseSpans([{ status, startedOn, endedOn }], window);
  it("draws a confirmed relapse from its first to its last day", () => {
    expect(span("confirmed-by-me", "2026-09-28", "2026-10-18")).toEqual([{ first: 41, last: 61, isPossible: false, startsBefore: false, isOpen: false }]);
  });
  it("marks a possible one as such, and one without an end as open until today", () => {
    expect(span("possible", "2026-11-14")).toEqual([{ first: 88, last: 89, isPossible: true, startsBefore: false, isOpen: true }]);
  });
  it("cuts one that began before the window", () => expect(span("confirmed-by-team", "2026-07-01", "2026-08-19")).toMatchObject([{ first: 0, last: 1, startsBefore: true }]));
  it.each([
    ["confirmed-by-me", "2026-07-01", "2026-08-17"], ["confirmed-by-me", "2026-07-01", "2026-08-18"], ["confirmed-by-me", "2026-11-16", null], ["not-a-relapse", "2026-09-28", "2026-10-18"],
  ])("does not draw %s from %s to %s", (status, start, end) => expect(span(status, start, end)).toEqual([]));
});

describe("medicineMarks", () => {
  it("marks start, newest dose and stop", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-08-20", lastDoseOn: "2026-09-12", stoppedOn: "2026-10-01" }], window)).toEqual([
      { at: 2, name: "A", what: "start" }, { at: 25, name: "A", what: "dose" }, { at: 44, name: "A", what: "stop" },
    ]);
  });
  it.each([["2026-09-16", 1], ["2026-09-17", 2]])("tells a course from 2 September to %s in %i marks", (stoppedOn, count) => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-09-02", stoppedOn }], window)).toHaveLength(count);
  });
  it("marks a first dose once", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-09-02", lastDoseOn: "2026-09-02" }], window)).toEqual([{ at: 15, name: "A", what: "dose" }]);
  });
  it("leaves out what is outside the window or has no date", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-08-17" }, { name: "B" }, { name: "C", stoppedOn: "2026-11-16" }], window)).toEqual([]);
  });
});

describe("alertMarks", () => {
  const at = (raisedAt: string, tier: "EMERGENCY" | "URGENT" | "SOON" | "INFO") => ({ raisedAt: new Date(raisedAt), tier });
  it("is one mark a day, of the highest tier", () => {
    expect(alertMarks([at("2026-09-30T10:00Z", "EMERGENCY"), at("2026-09-30T09:00Z", "SOON"), at("2026-09-29T09:00Z", "URGENT")], "Europe/London", window))
      .toEqual([{ at: 42, tier: "URGENT" }, { at: 43, tier: "EMERGENCY" }]);
  });
  it("stands on the owner's day, not the server's", () => {
    expect(alertMarks([at("2026-09-30T23:30Z", "SOON")], "Europe/London", window)[0]?.at).toBe(44);
    expect(alertMarks([at("2026-09-30T23:30Z", "SOON")], "America/New_York", window)[0]?.at).toBe(43);
  });
  it("leaves out quiet lines and other times", () => {
    expect(alertMarks([at("2026-09-30T10:00Z", "INFO"), at("2026-08-17T10:00Z", "URGENT")], "Europe/London", window)).toEqual([]);
  });
});

describe("spreadApart", () => {
  const lane = { from: 0, to: 300 };
  it("leaves marks alone that have room", () => expect(spreadApart([0, 20, 60], 20, lane)).toEqual([0, 20, 60]));
  it("moves two close ones apart, each by half", () => expect(spreadApart([110, 114], 20, lane)).toEqual([102, 122]));
  it("moves a whole crowd", () => expect(spreadApart([110, 110, 110], 20, lane)).toEqual([90, 110, 130]));
  it("stays in the lane at both ends", () => {
    expect(spreadApart([1, 2], 20, lane)).toEqual([0, 20]);
    expect(spreadApart([280, 299, 300], 20, lane)).toEqual([260, 280, 300]);
  });
  it("keeps order and distance for any crowd", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 })), (places) => {
      const moved = spreadApart(places.toSorted((a, b) => a - b), 20, lane);
      expect(moved).toHaveLength(places.length);
      moved.forEach((place, index) => index > 0 && expect(place - moved[index - 1]!).toBeGreaterThanOrEqual(20 - 1e-9));
    }));
  });
});
