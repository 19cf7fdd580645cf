import { describe, expect, it } from "vitest";
import type { JudgedCheckIn, Scores } from "@/lib/domain/check-in/check-in";
import { describeLatest, readScores, type LatestQuestion } from "@/lib/domain/sharing/describe-latest";
import { addDays } from "@/lib/domain/time";

const USUAL: Scores = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const TODAY = "2026-11-21";

const onDay = (day: string, scores: Partial<Scores> = {}, answers: Partial<JudgedCheckIn> = { signs: [] }): JudgedCheckIn =>
  ({ day, recordedAt: new Date(`${day}T08:00:00Z`), timeZone: "Europe/London", scores: { ...USUAL, ...scores }, ...answers });
const quietDays = Array.from({ length: 40 }, (_, index) => onDay(addDays(TODAY, index - 41)));

function ask(checkIn: JudgedCheckIn | null, rest: Partial<LatestQuestion> = {}) {
  const checkIns = checkIn ? [...quietDays, checkIn] : [];
  const readings = checkIn ? readScores(checkIn, checkIns, [], null) : [];
  return describeLatest({ checkIns, readings, alertTiers: [], today: TODAY, ...rest });
}

describe("describeLatest", () => {
  it("calls a day close to the usual a usual day", () => {
    expect(ask(onDay(TODAY, { fatigue: 5 }))).toEqual({ kind: "usual", alertsKnown: true });
  });
  it("does not say that no alert was raised when alerts are not shared", () => {
    expect(ask(onDay(TODAY), { alertTiers: null })).toEqual({ kind: "usual", alertsKnown: false });
  });
  it.each([{ vision: 2, kind: "usual" }, { vision: 3, kind: "changed" }])("calls vision $vision with a usual of 1 $kind", ({ vision, kind }) => {
    expect(ask(onDay(TODAY, { vision })).kind).toBe(kind);
  });
  it("puts an alert before everything, also before a silence", () => {
    expect(ask(onDay(TODAY), { alertTiers: ["SOON", "EMERGENCY"] })).toEqual({ kind: "alert", tier: "EMERGENCY" });
    expect(ask(onDay(addDays(TODAY, -5)), { alertTiers: ["URGENT"] })).toEqual({ kind: "alert", tier: "URGENT" });
  });
  it("does not take a quiet INFO line for an alert", () => {
    expect(ask(onDay(TODAY), { alertTiers: ["INFO"] }).kind).toBe("usual");
  });
  it("does not read an unanswered safety question as nothing new", () => {
    expect(ask(onDay(TODAY, {}, { skipped: ["signs"] })).kind).toBe("incomplete");
    expect(ask(onDay(TODAY, {}, {})).kind).toBe("incomplete");
  });
  it("does not call a day with a ticked sign usual", () => {
    expect(ask(onDay(TODAY, {}, { signs: ["vomiting"] })).kind).toBe("new-sign");
  });
  it.each([{ daysAgo: 1, kind: "usual" }, { daysAgo: 2, kind: "quiet" }])("calls an entry of $daysAgo days ago $kind", ({ daysAgo, kind }) => {
    expect(ask(onDay(addDays(TODAY, -daysAgo))).kind).toBe(kind);
  });
  it("counts the days of a silence up to today", () => {
    expect(ask(onDay(addDays(TODAY, -3)))).toEqual({ kind: "quiet", days: 3 });
  });
  it("says when there is nothing to compare with", () => {
    const first = onDay(TODAY);
    expect(describeLatest({ checkIns: [first], readings: readScores(first, [first], [], null), alertTiers: [], today: TODAY }).kind).toBe("no-usual");
  });
  it("takes the usual scores of the profile while the diary is young", () => {
    const first = onDay(TODAY);
    expect(describeLatest({ checkIns: [first], readings: readScores(first, [first], [], USUAL), alertTiers: [], today: TODAY }).kind).toBe("usual");
  });
  it("says when nothing was logged", () => {
    expect(ask(null)).toEqual({ kind: "empty" });
  });
});
