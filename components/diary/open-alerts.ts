import type { AlertResponse, ToldAlert } from "@/lib/domain/alerts/alert";
import type { Card } from "@/lib/domain/alerts/cards";
import type { Draft } from "@/lib/domain/check-in/flow";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { dayOf } from "@/lib/domain/time";
import type { FullDraft } from "@/lib/offline/check-in-service";
import type { OutboxEntry } from "@/lib/offline/store";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInWire } from "@/lib/schemas/rule-context";

/**
 * An alert of one entry, with the entry as it was then. `alerts` are all of one tier, in table order; `folded` those of lower tiers.
 * `laterShown`: when each rule was shown that was not shown with the first.
 */
export type OpenAlert = {
  tier: Tier; form: "full" | "reminder"; alerts: RaisedAlert[]; folded: RaisedAlert[]; draft: FullDraft; checkInId: string; revision: number; shownAt: Date;
  laterShown?: Record<string, Date>;
};

/** An alert that stands on top of Today and of the result. */
export type TodayCard = Pick<Card, "tier" | "state" | "response" | "isCompact"> & { alert: OpenAlert };

/** Adds an alert: to the one of the same entry and tier as it stands, else behind those that wait. The first is the one on the screen. */
export function withAlert(queue: readonly OpenAlert[], next: OpenAlert): OpenAlert[] {
  const open = queue.find(({ checkInId, revision, tier }) => checkInId === next.checkInId && revision === next.revision && tier === next.tier);
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

/** What only the server found in a sent entry, and nobody knows of yet. */
export function foundByServer({ checkIn, serverAlerts }: Pick<OutboxEntry, "checkIn" | "serverAlerts">, told: readonly ToldAlert[]): RaisedAlert[] {
  const isKnown = (ruleId: string) => told.some((alert) => alert.checkInId === checkIn.id && alert.ruleId === ruleId && alert.revision >= checkIn.revision)
    || checkIn.deviceAlerts.some((known) => known.ruleId === ruleId);
  return (serverAlerts ?? []).filter(({ ruleId }) => !isKnown(ruleId)).map(({ ruleId, ruleVersion, tier, evidence }) => ({ ruleId, ruleVersion, tier, evidence }) as RaisedAlert);
}

/** The entries an alert may be of: those of the diary, and the one on the page, which may be on its way to it. */
export type Entries = { history: readonly CheckInWire[]; draft: Draft };

type Subject = Pick<OpenAlert, "tier" | "checkInId" | "revision"> & { alerts: readonly ToldAlert[]; folded?: readonly ToldAlert[]; form?: OpenAlert["form"] };

/** Alerts of one entry to be shown, with the entry itself; each with the moment it was shown first. */
export function openAlertOf({ tier, checkInId, revision, alerts, folded = [], form = "full" }: Subject, entries: Entries, now: Date): OpenAlert {
  const shown = alerts.flatMap(({ shownAt }) => (shownAt ? [shownAt.getTime()] : []));
  return {
    tier, form, checkInId, revision, alerts: alerts.map(toRaised), folded: folded.map(toRaised), draft: subjectOf(checkInId, entries, alerts[0]?.recordedAt ?? now),
    shownAt: shown.length > 0 ? new Date(Math.min(...shown)) : now, laterShown: Object.fromEntries(alerts.map(({ ruleId, shownAt }) => [ruleId, shownAt ?? now])),
  };
}

const toRaised = ({ ruleId, ruleVersion, tier, evidence }: ToldAlert): RaisedAlert => ({ ruleId, ruleVersion, tier, evidence });

export function todayCardOf(card: Card, entries: Entries, now: Date): TodayCard {
  const { tier, state, response, isCompact, messages, more, below } = card;
  return { tier, state, response, isCompact, alert: openAlertOf({ ...card, alerts: [...messages, ...more], folded: below }, entries, now) };
}

/** An alert of an entry that cannot be found is shown all the same, without what to say about it. */
function subjectOf(id: string, { history, draft }: Entries, recordedAt: Date): FullDraft {
  const known = history.find((entry) => entry.id === id);
  if (known) return draftOfEntry(known);
  if (draft.id === id) return draft as FullDraft;
  return { id, revision: 1, day: dayOf(recordedAt, "UTC"), recordedAt: recordedAt.toISOString(), timeZone: null, scores: {} as FullDraft["scores"], copied: [], answers: {}, confirmed: [], note: "" };
}

function draftOfEntry({ id, revision, day, recordedAt, timeZone, scores, confirmedUnchanged, answers }: CheckInWire): FullDraft {
  return { id, revision: revision + 1, day, recordedAt, timeZone, scores, copied: confirmedUnchanged, answers, confirmed: [], note: "" };
}
