import { describe, expect, it } from "vitest";
import { isOpenEmergency, standingEmergencies } from "@/lib/domain/check-in/stored-emergencies";

const raisedAt = new Date("2026-11-20T10:00:00Z");
const shown = new Date("2026-11-20T10:00:05Z");
const alert = (checkInId: string, revision: number, ruleId: string, more: { response?: string; shownAt?: Date; tier?: "URGENT" } = {}) =>
  ({ checkInId, revision, ruleId, tier: "EMERGENCY" as const, raisedAt, shownAt: null, response: null, ...more });
const newest = [{ id: "old", revision: 1 }, { id: "today", revision: 2 }];
const brief = (alerts: ReturnType<typeof alert>[]) => standingEmergencies(alerts, newest).map(({ checkInId, revision, ruleId, response }) => [checkInId, revision, ruleId, response]);

describe("standingEmergencies", () => {
  it("takes the newest revision of every check-in, and emergencies only", () => {
    expect(brief([alert("old", 1, "stroke-signs"), alert("today", 1, "chest-pain"), alert("today", 2, "saddle"), alert("today", 2, "fever", { tier: "URGENT" })]))
      .toEqual([["old", 1, "stroke-signs", null], ["today", 2, "saddle", null]]);
  });
  it("does not hide a newer one that nobody answered behind an older one that was", () => {
    expect(brief([alert("today", 1, "chest-pain", { response: "called" }), alert("today", 2, "chest-pain"), alert("today", 2, "stroke-signs")]))
      .toEqual([["today", 2, "chest-pain", "called"], ["today", 2, "stroke-signs", null]]);
  });
  it("remembers when an earlier revision was shown", () => {
    expect(standingEmergencies([alert("today", 1, "chest-pain", { shownAt: shown }), alert("today", 2, "chest-pain")], newest)[0]?.shownAt).toEqual(shown);
  });
  it("forgets what was answered before a correction: what still holds is new", () => {
    const [found] = standingEmergencies([alert("today", 1, "chest-pain", { response: "corrected", shownAt: shown }), alert("today", 2, "chest-pain")], newest);
    expect(found).toMatchObject({ response: null, shownAt: null });
  });
});

describe("isOpenEmergency", () => {
  const at = (days: number) => new Date(raisedAt.getTime() + days * 86_400_000);
  it.each([[null, 7, true], ["not-yet", 1, true], [null, 7.01, false], ["called", 1, false], ["my-usual", 1, false], ["corrected", 1, false]] as const)("%s after %s days: %s", (response, days, isOpen) => {
    expect(isOpenEmergency({ response, raisedAt }, at(days))).toBe(isOpen);
  });
});
