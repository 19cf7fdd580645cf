import { describe, expect, it } from "vitest";
import type { KeptAlert } from "@/components/diary/flow-props";
import { alertKey, answeredToday, foundByServer, openStored, responsesTo, withAlert, type OpenAlert } from "@/components/diary/open-alerts";
import { draftOf } from "@/lib/domain/check-in/flow";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import type { CheckInWire } from "@/lib/schemas/rule-context";

const now = new Date("2026-11-21T10:00:00Z");
const scores = { fatigue: 3, numbness: 2, vision: 1, walking: 4 };
const entry = (id: string, revision = 1): CheckInWire =>
  ({ id, revision, recordedAt: "2026-11-20T09:00:00.000Z", timeZone: "Europe/Dublin", day: "2026-11-20", scores, confirmedUnchanged: [], answers: {} });
const rule = (ruleId: string) => ({ ruleId, ruleVersion: 1, tier: "EMERGENCY" as const, evidence: [] });
const open = (checkInId: string, revision: number, ...rules: string[]): OpenAlert =>
  ({ alerts: rules.map(rule), draft: { ...draftOfWire(entry(checkInId, revision)) }, checkInId, revision, shownAt: now });
const draftOfWire = (wire: CheckInWire) => ({
  ...draftOf({ ...wire, recordedAt: new Date(wire.recordedAt), enteredAt: now, enteredBy: "owner", note: null, scores: wire.scores, confirmedUnchanged: [] }), scores: wire.scores,
});
const rulesOf = (queue: OpenAlert[]) => queue.map(({ checkInId, alerts }) => [checkInId, ...alerts.map(({ ruleId }) => ruleId)]);

describe("withAlert", () => {
  it("joins the alert of the same entry and revision; nothing on the screen is replaced", () => {
    expect(rulesOf(withAlert([open("a", 1, "chest-pain")], open("a", 1, "stroke-signs", "chest-pain")))).toEqual([["a", "chest-pain", "stroke-signs"]]);
  });
  it("waits behind the alert of another entry or revision", () => {
    expect(rulesOf(withAlert([open("a", 1, "chest-pain")], open("b", 1, "saddle")))).toEqual([["a", "chest-pain"], ["b", "saddle"]]);
    expect(withAlert([open("a", 1, "chest-pain")], open("a", 2, "saddle"))).toHaveLength(2);
  });
  it("answers all of them, each with the moment it was shown", () => {
    const later = new Date(now.getTime() + 1000);
    const [joined] = withAlert([open("a", 1, "chest-pain")], { ...open("a", 1, "saddle"), shownAt: later });
    expect(responsesTo(joined!, { response: "called", respondedAt: later.toISOString() }).map(({ ruleId, shownAt, response }) => [ruleId, shownAt, response]))
      .toEqual([["chest-pain", now.toISOString(), "called"], ["saddle", later.toISOString(), "called"]]);
  });
});

describe("foundByServer", () => {
  const checkIn: CheckInInput = {
    ...entry("a"), enteredAt: now.toISOString(), confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [rule("chest-pain")], deviceCouldNotCheck: [],
  };
  const serverAlerts: StoredAlert[] = [rule("chest-pain"), rule("stroke-signs"), { ...rule("fever"), tier: "URGENT" as const }].map((alert) => ({ ...alert, raisedAt: now.toISOString() }));
  it("opens what only the server found, about the entry it is of", () => {
    const found = foundByServer({ checkIn, serverAlerts }, new Set(), now);
    expect(found).toMatchObject({ checkInId: "a", revision: 1, draft: { id: "a", revision: 2, scores, recordedAt: checkIn.recordedAt } });
    expect(found?.alerts.map(({ ruleId }) => ruleId)).toEqual(["stroke-signs"]);
  });
  it("opens it once", () => {
    expect(foundByServer({ checkIn, serverAlerts }, new Set([alertKey("a", "stroke-signs")]), now)).toBeNull();
    expect(foundByServer({ checkIn }, new Set(), now)).toBeNull();
  });
});

describe("after a reload", () => {
  const kept = (checkInId: string, ruleId: string, more: Partial<KeptAlert> = {}): KeptAlert => ({ ...rule(ruleId), checkInId, shownAt: null, response: null, isOpen: true, ...more });
  const recent = [entry("old"), entry("today", 2)];
  const storedAlerts = [kept("old", "saddle"), kept("today", "chest-pain", { response: "called", isOpen: false }), kept("today", "stroke-signs")];
  it("opens every emergency without an answer, of any entry, the newest first", () => {
    expect(rulesOf(openStored({ storedAlerts, recent, correcting: null }, now))).toEqual([["today", "stroke-signs"], ["old", "saddle"]]);
  });
  it("leaves the entry alone that is being corrected", () => {
    expect(rulesOf(openStored({ storedAlerts, recent, correcting: draftOfWire(recent[1]!) }, now))).toEqual([["old", "saddle"]]);
  });
  it("keeps the card of today's entry, with the answer that is missing", () => {
    const answered = answeredToday({ storedAlerts, recent, doneToday: draftOfWire(recent[1]!) }, now);
    expect(answered).toMatchObject({ response: null, alert: { checkInId: "today", revision: 2 } });
    expect(answeredToday({ storedAlerts: [kept("today", "chest-pain", { response: "corrected", isOpen: false })], recent, doneToday: draftOfWire(recent[1]!) }, now)).toBeNull();
  });
});
