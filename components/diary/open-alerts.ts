import type { FlowProps, KeptAlert } from "@/components/diary/flow-props";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { dayOf } from "@/lib/domain/time";
import type { FullDraft } from "@/lib/offline/check-in-service";
import type { OutboxEntry } from "@/lib/offline/store";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInWire } from "@/lib/schemas/rule-context";

/** An alert on the screen, with the entry that raised it as it was then. `laterShown`: rules that joined it while it was open. */
export type OpenAlert = { alerts: RaisedAlert[]; draft: FullDraft; checkInId: string; revision: number; shownAt: Date; laterShown?: Record<string, Date> };
/** What became of the alerts of this entry: shown as a card until the next entry. */
export type AnsweredAlert = { alert: OpenAlert; response: AlertResponse | null };

/** Adds an alert: to the one of the same entry as it stands, else behind those that wait. The first is the one on the screen. */
export function withAlert(queue: readonly OpenAlert[], next: OpenAlert): OpenAlert[] {
  const open = queue.find(({ checkInId, revision }) => checkInId === next.checkInId && revision === next.revision);
  if (!open) return [...queue, next];
  const added = next.alerts.filter(({ ruleId }) => !open.alerts.some((known) => known.ruleId === ruleId));
  const laterShown = { ...open.laterShown, ...Object.fromEntries(added.map(({ ruleId }) => [ruleId, next.shownAt])) };
  return queue.map((each) => (each === open ? { ...open, alerts: [...open.alerts, ...added], laterShown } : each));
}

/** What the server is told about an alert: when each rule was shown, and what the person did, when they did something. */
export function responsesTo(alert: OpenAlert, answer: { response: AlertResponse; respondedAt: string } | null): AlertResponseInput[] {
  return alert.alerts.map(({ ruleId }) => ({
    checkInId: alert.checkInId, revision: alert.revision, ruleId, shownAt: (alert.laterShown?.[ruleId] ?? alert.shownAt).toISOString(), ...answer,
  }));
}

/** One rule of one entry, whatever its revision. */
export const alertKey = (checkInId: string, ruleId: string) => `${checkInId}:${ruleId}`;

/** The emergencies of a sent entry that only the server found and nobody saw yet; null when there is none. */
export function foundByServer({ checkIn, serverAlerts }: Pick<OutboxEntry, "checkIn" | "serverAlerts">, told: ReadonlySet<string>, shownAt: Date): OpenAlert | null {
  const alerts = (serverAlerts ?? []).filter(({ ruleId, tier }) =>
    tier === "EMERGENCY" && !told.has(alertKey(checkIn.id, ruleId)) && !checkIn.deviceAlerts.some((known) => known.ruleId === ruleId));
  if (alerts.length === 0) return null;
  const { id, revision, recordedAt, timeZone, scores, confirmedUnchanged, answers, note } = checkIn;
  const entry = { id, revision, recordedAt, timeZone, day: dayOf(new Date(recordedAt), timeZone), scores, confirmedUnchanged, answers: answers as CheckInWire["answers"] };
  return { alerts: alerts as RaisedAlert[], draft: subjectOf(entry, note), checkInId: id, revision, shownAt };
}

/** The stored emergencies that still want an answer, one alert an entry, the newest entry first. */
export function openStored({ storedAlerts, recent, correcting }: Pick<FlowProps, "storedAlerts" | "recent" | "correcting">, now: Date): OpenAlert[] {
  const open = storedAlerts.filter(({ isOpen, checkInId }) => isOpen && checkInId !== correcting?.id);
  return [...recent].reverse().flatMap((entry) => alertOf(entry, open, now) ?? []);
}

/** The emergencies of today's entry and what the person did, for its card; null when there is none. */
export function answeredToday({ storedAlerts, recent, doneToday }: Pick<FlowProps, "storedAlerts" | "recent" | "doneToday">, now: Date): AnsweredAlert | null {
  const entry = recent.find(({ id }) => id === doneToday?.id);
  const kept = storedAlerts.filter(({ checkInId, response }) => checkInId === doneToday?.id && response !== "corrected");
  const alert = entry && alertOf(entry, kept, now);
  return alert ? { alert, response: (kept.find(({ isOpen }) => isOpen) ?? kept[0]!).response } : null;
}

function alertOf(entry: CheckInWire, stored: readonly KeptAlert[], now: Date): OpenAlert | null {
  const alerts = stored.filter(({ checkInId }) => checkInId === entry.id);
  if (alerts.length === 0) return null;
  const shown = alerts.flatMap(({ shownAt }) => (shownAt ? [shownAt] : [])).sort();
  return {
    alerts: alerts.map(({ ruleId, ruleVersion, tier, evidence }) => ({ ruleId, ruleVersion, tier, evidence })),
    draft: subjectOf(entry), checkInId: entry.id, revision: entry.revision, shownAt: shown[0] ? new Date(shown[0]) : now,
    laterShown: Object.fromEntries(alerts.map(({ ruleId, shownAt }) => [ruleId, shownAt ? new Date(shownAt) : now])),
  };
}

function subjectOf({ id, revision, day, recordedAt, timeZone, scores, confirmedUnchanged, answers }: CheckInWire, note = ""): FullDraft {
  return { id, revision: revision + 1, day, recordedAt, timeZone, scores, copied: confirmedUnchanged as FullDraft["copied"], answers, confirmed: [], note };
}
