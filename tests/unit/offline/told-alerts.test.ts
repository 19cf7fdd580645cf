import { describe, expect, it } from "vitest";
import type { OutboxEntry, OutboxResponse } from "@/lib/offline/store";
import { toldAlertsOf } from "@/lib/offline/told-alerts";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import type { CheckInWire, ToldAlertWire } from "@/lib/schemas/rule-context";

const AT = "2026-11-20T10:00:00.000Z";
const LATER = "2026-11-20T11:00:00.000Z";
const wire = (id: string, revision = 1): CheckInWire => ({ id, revision, recordedAt: AT, timeZone: "UTC", day: "2026-11-20", scores: { fatigue: 1, numbness: 1, vision: 1, walking: 1 }, confirmedUnchanged: [], answers: {} });
const stored = (checkInId: string, ruleId: string, more: Partial<ToldAlertWire> = {}): ToldAlertWire =>
  ({ checkInId, revision: 1, ruleId, ruleVersion: 1, tier: "URGENT", evidence: [], recordedAt: AT, raisedAt: AT, shownAt: null, response: null, respondedAt: null, ...more });
const rule = (ruleId: string, shownAt?: string): CheckInInput["deviceAlerts"][number] => ({ ruleId, ruleVersion: 1, tier: "URGENT", evidence: [], ...(shownAt && { shownAt }) });
const entry = (id: string, revision: number, deviceAlerts: CheckInInput["deviceAlerts"], serverAlerts?: StoredAlert[]): OutboxEntry => ({
  key: `${id}:${revision}`, order: 1, diaryId: "d", userId: "u", state: "waiting", madeAt: AT,
  checkIn: { ...wire(id, revision), answers: {}, enteredAt: AT, rulesVersion: "1", deviceAlerts, deviceCouldNotCheck: [] }, ...(serverAlerts && { serverAlerts }),
});
const answer = (checkInId: string, revision: number, ruleId: string, more: Partial<OutboxResponse["response"]>): OutboxResponse =>
  ({ key: `${checkInId}:${revision}:${ruleId}`, order: 1, diaryId: "d", userId: "u", state: "waiting", response: { checkInId, revision, ruleId, ...more } });
const brief = (given: Parameters<typeof toldAlertsOf>[0]) => toldAlertsOf(given).map(({ checkInId, revision, ruleId, shownAt, response }) => [checkInId, revision, ruleId, shownAt?.toISOString() ?? null, response]);

describe("toldAlertsOf", () => {
  it("is the server's copy where the device has nothing of its own", () => {
    expect(toldAlertsOf({ alerts: [stored("a", "leg-clot", { shownAt: AT, response: "called", respondedAt: LATER })], entries: [], responses: [], history: [wire("a")] }))
      .toEqual([{ ...stored("a", "leg-clot"), recordedAt: new Date(AT), raisedAt: new Date(AT), shownAt: new Date(AT), response: "called", respondedAt: new Date(LATER) }]);
  });
  it("is the union of what device and server found in an entry that was sent or waits", () => {
    expect(brief({ alerts: [], entries: [entry("a", 1, [rule("leg-clot", AT)], [{ ...rule("leg-clot"), raisedAt: AT }, { ...rule("head-injury"), raisedAt: AT }])], responses: [], history: [wire("a")] }))
      .toEqual([["a", 1, "leg-clot", AT, null], ["a", 1, "head-injury", null, null]]);
  });
  it("knows what was answered here and is not sent", () => {
    expect(brief({ alerts: [stored("a", "leg-clot")], entries: [], responses: [answer("a", 1, "leg-clot", { shownAt: AT, response: "got-help", respondedAt: LATER })], history: [wire("a")] }))
      .toEqual([["a", 1, "leg-clot", AT, "got-help"]]);
  });
  it("keeps a later answer of another device", () => {
    const alerts = [stored("a", "leg-clot", { response: "got-help", respondedAt: LATER })];
    expect(brief({ alerts, entries: [], responses: [answer("a", 1, "leg-clot", { response: "not-yet", respondedAt: AT })], history: [wire("a")] })).toEqual([["a", 1, "leg-clot", null, "got-help"]]);
  });
  it("takes the answer over to a correction that waits, and drops what it took back", () => {
    const alerts = [stored("a", "leg-clot", { response: "called", respondedAt: AT }), stored("a", "head-injury")];
    expect(brief({ alerts, entries: [entry("a", 2, [rule("leg-clot")])], responses: [], history: [wire("a", 2)] })).toEqual([["a", 2, "leg-clot", null, "called"]]);
  });
  it("does not lose what the server's copy knows of an entry that is still on the device", () => {
    const alerts = [stored("a", "leg-clot", { shownAt: AT, response: "called", respondedAt: LATER })];
    expect(brief({ alerts, entries: [entry("a", 1, [rule("leg-clot", LATER)])], responses: [], history: [wire("a")] })).toEqual([["a", 1, "leg-clot", AT, "called"]]);
  });
});
