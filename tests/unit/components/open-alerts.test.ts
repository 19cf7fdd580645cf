import { describe, expect, it } from "vitest";
import { foundByServer, openAlertOf, responsesTo, todayCardOf, withAlert, type Entries, type OpenAlert } from "@/components/diary/open-alerts";
import { newDraft } from "@/lib/domain/check-in/flow";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import type { CheckInWire } from "@/lib/schemas/rule-context";
import { ago, HOUR, NOW as now, told } from "@/tests/unit/domain/alerts/told";

const scores = { fatigue: 3, numbness: 2, vision: 1, walking: 4 };
const entry = (id: string, revision = 1): CheckInWire =>
  ({ id, revision, recordedAt: "2026-11-20T09:00:00.000Z", timeZone: "Europe/Dublin", day: "2026-11-20", scores, confirmedUnchanged: [], answers: {} });
const entries: Entries = { history: [entry("a"), entry("b")], draft: newDraft("2026-11-21") };
const open = (checkInId: string, revision: number, rules: string[], tier: "EMERGENCY" | "URGENT" = "EMERGENCY", at = now): OpenAlert =>
  ({ ...openAlertOf({ tier, checkInId, revision, alerts: rules.map((rule) => told(rule, tier, 0, { checkInId, shownAt: null })) }, entries, at) });
const rulesOf = (queue: OpenAlert[]) => queue.map(({ checkInId, alerts }) => [checkInId, ...alerts.map(({ ruleId }) => ruleId)]);

describe("withAlert", () => {
  it("joins the alert of the same entry and revision; nothing on the screen is replaced", () => {
    expect(rulesOf(withAlert([open("a", 1, ["chest-pain"])], open("a", 1, ["stroke-signs", "chest-pain"])))).toEqual([["a", "chest-pain", "stroke-signs"]]);
  });
  it("waits behind the alert of another entry, revision or tier", () => {
    expect(rulesOf(withAlert([open("a", 1, ["chest-pain"])], open("b", 1, ["saddle"])))).toEqual([["a", "chest-pain"], ["b", "saddle"]]);
    expect(withAlert([open("a", 1, ["chest-pain"])], open("a", 2, ["saddle"]))).toHaveLength(2);
    expect(withAlert([open("a", 1, ["chest-pain"])], open("a", 1, ["leg-clot"], "URGENT"))).toHaveLength(2);
  });
  it("answers all of them, each with the moment it was shown", () => {
    const later = new Date(now.getTime() + 1000);
    const [joined] = withAlert([open("a", 1, ["chest-pain"])], open("a", 1, ["saddle"], "EMERGENCY", later));
    expect(responsesTo(joined!, { response: "called", respondedAt: later.toISOString() }).map(({ ruleId, shownAt, response }) => [ruleId, shownAt, response]))
      .toEqual([["chest-pain", now.toISOString(), "called"], ["saddle", later.toISOString(), "called"]]);
  });
});

describe("foundByServer", () => {
  const rule = (ruleId: string, tier: StoredAlert["tier"] = "EMERGENCY") => ({ ruleId, ruleVersion: 1, tier, evidence: [] });
  const checkIn: CheckInInput = {
    ...entry("a"), enteredAt: now.toISOString(), confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [rule("chest-pain")], deviceCouldNotCheck: [],
  };
  const serverAlerts: StoredAlert[] = [rule("chest-pain"), rule("stroke-signs"), rule("leg-clot", "URGENT"), rule("shingles", "SOON")].map((alert) => ({ ...alert, raisedAt: now.toISOString() }));
  it("is what the device did not find, of every tier", () => {
    expect(foundByServer({ checkIn, serverAlerts }, []).map(({ ruleId }) => ruleId)).toEqual(["stroke-signs", "leg-clot", "shingles"]);
  });
  it("is told once for an entry", () => {
    expect(foundByServer({ checkIn, serverAlerts }, [told("stroke-signs", "EMERGENCY", 0, { checkInId: "a" }), told("leg-clot", "URGENT", 0, { checkInId: "b" })]).map(({ ruleId }) => ruleId)).toEqual(["leg-clot", "shingles"]);
    expect(foundByServer({ checkIn }, [])).toEqual([]);
  });
});

describe("openAlertOf", () => {
  it("is about its entry, and keeps when each rule was shown first", () => {
    const made = openAlertOf({ tier: "URGENT", checkInId: "a", revision: 1, alerts: [told("leg-clot", "URGENT", HOUR), told("head-injury", "URGENT", HOUR, { shownAt: null })] }, entries, now);
    expect(made).toMatchObject({ tier: "URGENT", form: "full", draft: { id: "a", revision: 2, scores }, shownAt: ago(HOUR), laterShown: { "leg-clot": ago(HOUR), "head-injury": now } });
  });
  it("takes the entry on the page when the diary has it not yet, and shows an alert of no known entry all the same", () => {
    const draft = { ...newDraft("2026-11-21"), id: "new", scores };
    expect(openAlertOf({ tier: "URGENT", checkInId: "new", revision: 1, alerts: [told("leg-clot", "URGENT", 0)] }, { history: [], draft }, now).draft).toBe(draft);
    expect(openAlertOf({ tier: "URGENT", checkInId: "gone", revision: 1, alerts: [told("leg-clot", "URGENT", HOUR)] }, entries, now).draft).toMatchObject({ id: "gone", recordedAt: ago(HOUR).toISOString() });
  });
});

describe("todayCardOf", () => {
  it("answers all messages of the tier, and folds the rest", () => {
    const [one, two, soon] = [told("leg-clot", "URGENT", 0), told("head-injury", "URGENT", 0), told("shingles", "SOON", 0)];
    const card = todayCardOf({ checkInId: "a", revision: 1, tier: "URGENT", state: "open", response: null, isCompact: false, messages: [one], more: [two], below: [soon] }, entries, now);
    expect(card.alert.alerts.map(({ ruleId }) => ruleId)).toEqual(["leg-clot", "head-injury"]);
    expect(card.alert.folded.map(({ ruleId }) => ruleId)).toEqual(["shingles"]);
  });
});
