import { describe, expect, it } from "vitest";
import { isUnanswered, type AlertResponse } from "@/lib/domain/alerts/alert";
import { standingAlerts } from "@/lib/domain/alerts/standing";
import type { Evidence } from "@/lib/domain/red-flags/rule";

const raisedAt = new Date("2026-11-20T10:00:00Z");
const shown = new Date("2026-11-20T10:00:05Z");
const alert = (checkInId: string, revision: number, ruleId: string, more: { response?: AlertResponse; respondedAt?: Date; shownAt?: Date; evidence?: Evidence[] } = {}) =>
  ({ checkInId, revision, ruleId, tier: "EMERGENCY" as const, raisedAt, evidence: [] as Evidence[], shownAt: null, response: null, respondedAt: null, ...more });
const newest = [{ id: "old", revision: 1, recordedAt: shown }, { id: "today", revision: 2, recordedAt: raisedAt }];
const brief = (alerts: ReturnType<typeof alert>[]) => standingAlerts(alerts, newest).map(({ checkInId, revision, ruleId, response }) => [checkInId, revision, ruleId, response]);

describe("standingAlerts", () => {
  it("takes the newest revision of every check-in, and none of an entry that is gone", () => {
    expect(brief([alert("old", 1, "stroke-signs"), alert("today", 1, "chest-pain"), alert("today", 2, "saddle"), alert("removed", 1, "saddle")]))
      .toEqual([["old", 1, "stroke-signs", null], ["today", 2, "saddle", null]]);
  });
  it("takes the moment of the answer over with it", () => {
    expect(standingAlerts([alert("today", 1, "chest-pain", { response: "called", respondedAt: shown }), alert("today", 2, "chest-pain")], newest)[0])
      .toMatchObject({ response: "called", respondedAt: shown });
  });
  it("does not hide a newer one that nobody answered behind an older one that was", () => {
    expect(brief([alert("today", 1, "chest-pain", { response: "called" }), alert("today", 2, "chest-pain"), alert("today", 2, "stroke-signs")]))
      .toEqual([["today", 2, "chest-pain", "called"], ["today", 2, "stroke-signs", null]]);
  });
  it("remembers when an earlier revision was shown", () => {
    expect(standingAlerts([alert("today", 1, "chest-pain", { shownAt: shown }), alert("today", 2, "chest-pain")], newest)[0]?.shownAt).toEqual(shown);
  });
  it("forgets what was answered before a correction: what still holds is new", () => {
    const [found] = standingAlerts([alert("today", 1, "chest-pain", { response: "corrected", shownAt: shown }), alert("today", 2, "chest-pain")], newest);
    expect(found).toMatchObject({ response: null, shownAt: null });
  });
});

describe("a finding that became another", () => {
  const eye = (value: string) => [{ field: "vision.eyes", value }];
  it("starts anew: what was shown and answered was of the other eye", () => {
    const [found] = standingAlerts([alert("today", 1, "vision-sudden-loss", { response: "called", shownAt: shown, evidence: eye("left") }), alert("today", 2, "vision-sudden-loss", { evidence: eye("right") })], newest);
    expect(found).toMatchObject({ response: null, shownAt: null });
  });
  it("keeps what was answered of it since", () => {
    const third = [{ id: "today", revision: 3, recordedAt: raisedAt }];
    const list = [alert("today", 1, "vision-sudden-loss", { evidence: eye("left") }), alert("today", 2, "vision-sudden-loss", { response: "called", evidence: eye("right") }), alert("today", 3, "vision-sudden-loss", { evidence: eye("right") })];
    expect(standingAlerts(list, third)[0]).toMatchObject({ response: "called" });
  });
});

describe("isUnanswered", () => {
  const at = (ms: number) => new Date(raisedAt.getTime() + ms);
  const WEEK = 7 * 86_400_000;
  it.each([[null, WEEK, true], [null, WEEK + 1, false], ["not-yet", WEEK, true], ["not-yet", WEEK + 1, false], ["called", 1, false], ["got-help", 1, false], ["my-usual", 1, false], ["corrected", WEEK, true], ["corrected", WEEK + 1, false]] as const)("%s after %s ms: %s", (response, ms, is) => {
    expect(isUnanswered({ tier: "URGENT", response, raisedAt }, at(ms))).toBe(is);
  });
  it("is about EMERGENCY and URGENT only", () => {
    expect(isUnanswered({ tier: "EMERGENCY", response: null, raisedAt }, raisedAt)).toBe(true);
    expect(isUnanswered({ tier: "EMERGENCY", response: "my-usual", raisedAt }, raisedAt)).toBe(true);
    expect(isUnanswered({ tier: "SOON", response: null, raisedAt }, raisedAt)).toBe(false);
  });
});
