import { describe, expect, it } from "vitest";
import { groupAlerts, type AlertFacts } from "@/lib/domain/sharing/describe-alerts";
import { DAY_MS } from "@/lib/domain/time";

const NOW = new Date("2026-11-21T12:00:00Z");
const alert = (rest: Partial<AlertFacts>): AlertFacts =>
  ({ checkInId: "a", revision: 1, ruleId: "face-droop", ruleVersion: 1, tier: "EMERGENCY", evidence: [], raisedAt: NOW, shownAt: NOW, response: null, respondedAt: null, newestRevision: 1, ...rest });
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

describe("groupAlerts", () => {
  it("joins the alerts of one check-in under its highest tier and counts the rest", () => {
    expect(groupAlerts([alert({ ruleId: "one" }), alert({ ruleId: "two" }), alert({ ruleId: "three", tier: "SOON" })], NOW))
      .toMatchObject([{ tier: "EMERGENCY", ruleIds: ["one", "two"], foldedCount: 1 }]);
  });
  it("lists the newest first and leaves out check-ins with INFO lines only", () => {
    const older = alert({ checkInId: "b", raisedAt: new Date(NOW.getTime() - DAY_MS) });
    expect(groupAlerts([older, alert({}), alert({ checkInId: "c", tier: "INFO" })], NOW).map(({ checkInId }) => checkInId)).toEqual(["a", "b"]);
  });
  it.each([
    { response: null, isOpen: true }, { response: "not-yet", isOpen: true }, { response: "remind-later", isOpen: true },
    { response: "called", isOpen: false },
    { response: "my-usual", isOpen: true }, { tier: "URGENT", response: "my-usual", isOpen: false },
  ] as const)("with the answer $response it is open: $isOpen", ({ response, isOpen, ...rest }) => {
    expect(groupAlerts([alert({ ...rest, response, respondedAt: response ? NOW : null })], NOW)[0]?.isOpen).toBe(isOpen);
  });
  it.each([{ ms: 7 * DAY_MS, isOpen: true }, { ms: 7 * DAY_MS + 1, isOpen: false }])("is open for seven days, both included", ({ ms, isOpen }) => {
    expect(groupAlerts([alert({ raisedAt: new Date(NOW.getTime() - ms) })], NOW)[0]?.isOpen).toBe(isOpen);
  });
  it("keeps an emergency open when only a lower tier of the same check-in was answered", () => {
    expect(groupAlerts([alert({}), alert({ ruleId: "x", tier: "SOON", response: "told-my-team", respondedAt: NOW })], NOW)[0]?.isOpen).toBe(true);
  });
  it("counts a rule of two revisions once, with its answer", () => {
    expect(groupAlerts([alert({ response: "called", respondedAt: NOW, newestRevision: 2 }), alert({ revision: 2, newestRevision: 2, shownAt: null })], NOW))
      .toMatchObject([{ ruleIds: ["face-droop"], response: "called", isOpen: false }]);
  });
  it("leaves out a repetition that the person was not shown, and nothing else that nobody saw", () => {
    const soon = { ruleId: "shingles", tier: "SOON" as const };
    const list = [alert({ ...soon, checkInId: "first", raisedAt: ago(3), shownAt: ago(3) }), alert({ ...soon, checkInId: "again", raisedAt: ago(2), shownAt: null })];
    expect(groupAlerts(list, NOW).map(({ checkInId }) => checkInId)).toEqual(["first"]);
    expect(groupAlerts([alert({ ...soon, shownAt: null })], NOW)).toHaveLength(1);
    expect(groupAlerts([alert({ ruleId: "leg-clot", tier: "URGENT", checkInId: "first", raisedAt: ago(1) }), alert({ ruleId: "leg-clot", tier: "URGENT", shownAt: null })], NOW)).toHaveLength(2);
  });
});

describe("groupAlerts of corrected entries", () => {
  const first = (rest: Partial<AlertFacts>) => alert({ newestRevision: 2, raisedAt: ago(1), ...rest });
  const second = (rest: Partial<AlertFacts> = {}) => alert({ revision: 2, newestRevision: 2, ...rest });
  it("takes the wish to correct for no answer while nothing was corrected", () => {
    expect(groupAlerts([alert({ response: "corrected", respondedAt: NOW })], NOW)).toMatchObject([{ response: null, respondedAt: null, isOpen: true }]);
  });
  it("keeps an emergency open that the correction raises anew", () => {
    expect(groupAlerts([first({ response: "corrected", respondedAt: NOW }), second()], NOW)).toMatchObject([{ response: null, isOpen: true, raisedAt: ago(1) }]);
    expect(groupAlerts([first({ response: "called", respondedAt: ago(1) }), second({ response: "corrected", respondedAt: NOW })], NOW)).toMatchObject([{ response: null, isOpen: true }]);
  });
  it.each([null, "not-yet", "remind-later", "corrected"] as const)("closes what the correction took back, answered %s", (response) => {
    expect(groupAlerts([first({ response, respondedAt: response && NOW })], NOW)).toMatchObject([{ ruleIds: ["face-droop"], response: "corrected", isOpen: false }]);
  });
  it("keeps the answer that was given before a finding was taken back", () => {
    expect(groupAlerts([first({ response: "my-usual", respondedAt: ago(1) })], NOW)).toMatchObject([{ response: "my-usual", isOpen: false }]);
    expect(groupAlerts([first({ response: "called", respondedAt: ago(1) })], NOW)).toMatchObject([{ response: "called", respondedAt: ago(1), isOpen: false }]);
  });
  it("shows what stands rather than a worse finding that was taken back", () => {
    expect(groupAlerts([first({}), second({ ruleId: "head-injury", tier: "URGENT" })], NOW)).toMatchObject([{ tier: "URGENT", ruleIds: ["head-injury"], foldedCount: 0, isOpen: true }]);
  });
  it("counts the seven days from the revision that stands", () => {
    expect(groupAlerts([first({ raisedAt: ago(8) }), second()], NOW)[0]?.isOpen).toBe(true);
    expect(groupAlerts([first({ raisedAt: ago(9) }), second({ raisedAt: ago(8) })], NOW)[0]?.isOpen).toBe(false);
  });
  it("is open while one of the same tier has no answer", () => {
    expect(groupAlerts([alert({ response: "called", respondedAt: NOW }), alert({ ruleId: "chest-pain" })], NOW)).toMatchObject([{ response: null, isOpen: true }]);
  });
  it("leaves out what was removed", () => {
    expect(groupAlerts([alert({ newestRevision: null })], NOW)).toEqual([]);
  });
});
