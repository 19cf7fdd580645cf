import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertMarks, entriesOf, groupClose, medicineMarks, relapseSpans, spellMarks, spreadApart } from "@/lib/domain/trends/marks";

const window = { from: "2026-08-18", days: 90 }; // to 15 November

describe("spellMarks", () => {
  it("joins days at most three apart, in any order, and keeps a day alone", () => {
    expect(spellMarks("heat", [5, 2, 2, 9], window)).toEqual([{ kind: "heat", first: 2, last: 5 }, { kind: "heat", first: 9, last: 9 }]);
  });
  it("sees the window only", () => expect(spellMarks("infection", [-1, 0, 89, 90], window)).toEqual([{ kind: "infection", first: 0, last: 0 }, { kind: "infection", first: 89, last: 89 }]));
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
  const mark = (kind: string, first: number, last = first) => ({ kind, first, last, name: "A" });
  it("marks start, newest dose and stop", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-08-20", lastDoseOn: "2026-09-12", stoppedOn: "2026-10-01" }], [], window)).toEqual([mark("start", 2), mark("dose", 25), mark("stop", 44)]);
  });
  it("marks every dose that was noted, the newest once", () => {
    const doses = ["2026-09-02", "2026-09-12", "2026-09-12"].map((day) => ({ name: "A", day }));
    expect(medicineMarks([{ name: "A", lastDoseOn: "2026-09-12" }], doses, window)).toEqual([mark("dose", 15), mark("dose", 25)]);
  });
  it.each([["2026-09-16", ["course"]], ["2026-09-17", ["start", "stop"]]])("tells 2 September to %s as %j", (stoppedOn, kinds) => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-09-02", stoppedOn }], [], window).map(({ kind }) => kind)).toEqual(kinds);
  });
  it("tells steroids as a course with its doses, however long, and of an open one the first day", () => {
    const steroids = { name: "A", class: "steroid-course" as const, startedOn: "2026-09-02" };
    expect(medicineMarks([{ ...steroids, stoppedOn: "2026-09-30" }], [{ name: "A", day: "2026-09-03" }], window)).toEqual([mark("course", 15, 43)]);
    expect(medicineMarks([steroids], [], window)).toEqual([mark("course", 15)]);
  });
  it("marks a first dose once", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-09-02", lastDoseOn: "2026-09-02" }], [], window)).toEqual([mark("dose", 15)]);
  });
  it("leaves out what is outside the window or has no date, and cuts a course that reaches in", () => {
    expect(medicineMarks([{ name: "A", startedOn: "2026-08-17" }, { name: "B" }, { name: "C", stoppedOn: "2026-11-16" }], [{ name: "A", day: "2026-08-17" }], window)).toEqual([]);
    expect(medicineMarks([{ name: "A", startedOn: "2026-08-15", stoppedOn: "2026-08-19" }], [], window)).toEqual([mark("course", 0, 1)]);
  });
});

describe("alertMarks", () => {
  const at = (raisedAt: string, tier: "EMERGENCY" | "URGENT" | "SOON" | "INFO") => ({ raisedAt: new Date(raisedAt), tier });
  const mark = (day: number, tier: string) => ({ kind: "alert", first: day, last: day, tier });
  it("is one mark a day, of the highest tier", () => {
    expect(alertMarks([at("2026-09-30T10:00Z", "EMERGENCY"), at("2026-09-30T09:00Z", "SOON"), at("2026-09-29T09:00Z", "URGENT")], "Europe/London", window))
      .toEqual([mark(42, "URGENT"), mark(43, "EMERGENCY")]);
  });
  it("stands on the owner's day, not the server's", () => {
    expect(alertMarks([at("2026-09-30T23:30Z", "SOON")], "Europe/London", window)[0]?.first).toBe(44);
    expect(alertMarks([at("2026-09-30T23:30Z", "SOON")], "America/New_York", window)[0]?.first).toBe(43);
  });
  it("leaves out quiet lines and other times", () => {
    expect(alertMarks([at("2026-09-30T10:00Z", "INFO"), at("2026-08-17T10:00Z", "URGENT")], "Europe/London", window)).toEqual([]);
  });
});

it("a mark leads to the entries of its day", () => expect(entriesOf("2026-09-30")).toBe("/history?day=2026-09-30#day-2026-09-30"));

describe("groupClose", () => {
  it("leaves marks with room alone, and puts together what stands on one place", () => {
    expect(groupClose([0, 30, 34, 90], 26, 300)).toEqual([[0], [1, 2], [3]]);
    expect(groupClose([0, 13], 26, 300)).toEqual([[0], [1]]);
  });
  it("leaves no more groups than have room, and loses no mark", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 })), (some) => {
      const places = some.toSorted((a, b) => a - b);
      const groups = groupClose(places, 26, 300);
      expect(groups.flat()).toEqual(places.map((_, index) => index));
      expect(groups.length <= 1 || groups.length * 26 <= 300).toBe(true);
    }));
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
