import { standingAlerts } from "@/lib/domain/alerts/standing";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import type { OutboxEntry, OutboxResponse } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { fromWire, type CheckInWire, type ToldAlertWire } from "@/lib/schemas/rule-context";

type Kept = {
  /** as the server's copy has them */
  alerts: readonly ToldAlertWire[];
  /** the entries and answers of this device, sent or not */
  entries: readonly OutboxEntry[];
  responses: readonly OutboxResponse[];
  /** the check-ins of both, each at its newest revision */
  history: readonly CheckInWire[];
};

/**
 * All that was found and told, as it stands: the server's copy, what device and server found in the entries of this device, and what
 * the person answered here. So nothing is told again because a network was missing, and nothing only one of both found is lost.
 */
export function toldAlertsOf({ alerts, entries, responses, history }: Kept): ToldAlert[] {
  const byKey = new Map<string, ToldAlert>(alerts.map((alert) => [keyOf(alert), fromWire(alert)]));
  for (const entry of entries) for (const alert of foundIn(entry)) byKey.set(keyOf(alert), joined(byKey.get(keyOf(alert)), alert));
  for (const { response: { response, respondedAt, shownAt, ...named } } of responses) {
    const alert = byKey.get(keyOf(named));
    if (!alert) continue;
    const answeredAt = toDate(respondedAt);
    const isNewer = response !== undefined && answeredAt !== null && (!alert.respondedAt || answeredAt >= alert.respondedAt);
    byKey.set(keyOf(alert), { ...alert, shownAt: first(alert.shownAt, toDate(shownAt)), ...(isNewer && { response, respondedAt: answeredAt }) });
  }
  return standingAlerts([...byKey.values()], history.map(({ id, revision, recordedAt }) => ({ id, revision, recordedAt: new Date(recordedAt) })));
}

const keyOf = ({ checkInId, revision, ruleId }: { checkInId: string; revision: number; ruleId: string }) => `${checkInId}:${revision}:${ruleId}`;
const toDate = (text: string | undefined) => (text ? new Date(text) : null);
const first = (one: Date | null, other: Date | null) => (one && other ? (one <= other ? one : other) : one ?? other);

/** Device and server, each rule once, with the more urgent tier as the server stored it. */
function foundIn({ checkIn, serverAlerts = [] }: OutboxEntry): ToldAlert[] {
  const { id, revision, recordedAt, enteredAt, deviceAlerts } = checkIn;
  const raisedAt = new Map(serverAlerts.map((alert) => [alert.ruleId, alert.raisedAt]));
  const shownAt = new Map(deviceAlerts.flatMap((alert) => (alert.shownAt ? [[alert.ruleId, alert.shownAt]] : [])));
  const rules = new Map([...deviceAlerts, ...serverAlerts].map((alert: CheckInInput["deviceAlerts"][number]) => [alert.ruleId, alert]));
  return [...rules.values()].map((alert) => ({
    checkInId: id, revision, ruleId: alert.ruleId, ruleVersion: alert.ruleVersion, tier: alert.tier, evidence: alert.evidence as Evidence[],
    recordedAt: new Date(recordedAt), raisedAt: new Date(raisedAt.get(alert.ruleId) ?? enteredAt), shownAt: first(toDate(shownAt.get(alert.ruleId)), toDate(alert.shownAt)),
    response: null, respondedAt: null,
  }));
}

/** What the server's copy knows of an answer stays. */
function joined(known: ToldAlert | undefined, found: ToldAlert): ToldAlert {
  return known ? { ...known, shownAt: first(known.shownAt, found.shownAt) } : found;
}
