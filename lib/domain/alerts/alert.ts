import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";

/** What a person can say about an alert. */
export const ALERT_RESPONSES = ["called", "got-help", "not-yet", "my-usual", "corrected", "told-my-team", "remind-later"] as const;
export type AlertResponse = (typeof ALERT_RESPONSES)[number];

/** An alert of one entry: what was found, when a person saw it, and what they said. */
export type ToldAlert = RaisedAlert & {
  checkInId: string;
  /** the revision that raised it */
  revision: number;
  /** the moment of the entry, which may be filed under an earlier time than it was raised */
  recordedAt: Date;
  raisedAt: Date;
  /** null while nobody saw it */
  shownAt: Date | null;
  response: AlertResponse | null;
  respondedAt: Date | null;
};

/** An EMERGENCY or URGENT alert nobody answered is asked about for this long; exactly so long still counts. */
export const OPEN_FOR_DAYS = 7;
/** An answered alarm keeps its card, with the number to call, for the rest of the day: exactly 24 hours still count. */
const ANSWERED_STAYS_MS = 24 * HOUR_MS;

export const isAlarm = ({ tier }: Pick<ToldAlert, "tier">): boolean => tier === "EMERGENCY" || tier === "URGENT";

/**
 * The person did something about it. "Not yet" and "remind me later" are no such answer, and "this is my usual" never closes an
 * emergency. Nor is "corrected": an alert that still stands with it is of an entry that nobody has changed yet, because what a newer
 * revision finds starts anew (`standingAlerts`).
 */
export const isAcknowledged = ({ tier, response }: Pick<ToldAlert, "tier" | "response">): boolean =>
  response === "called" || response === "got-help" || response === "told-my-team" || (response === "my-usual" && tier !== "EMERGENCY");

/** An alarm of the last week of which nobody said that they did something. */
export function isUnanswered(alert: Pick<ToldAlert, "tier" | "response" | "raisedAt">, now: Date): boolean {
  return isAlarm(alert) && !isAcknowledged(alert) && now.getTime() - alert.raisedAt.getTime() <= OPEN_FOR_DAYS * DAY_MS;
}

/** An alarm with a card on Today: unanswered, or answered in a way that leaves the number to call at hand for that day. */
export function alarmStands(alert: Pick<ToldAlert, "tier" | "response" | "raisedAt">, now: Date): boolean {
  return isUnanswered(alert, now) || (isAlarm(alert) && isAcknowledged(alert) && now.getTime() - alert.raisedAt.getTime() <= ANSWERED_STAYS_MS);
}
