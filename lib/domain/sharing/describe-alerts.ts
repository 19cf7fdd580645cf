import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { presentationOf } from "@/lib/domain/alerts/presentation";
import { groupBy } from "@/lib/domain/group-by";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";

/** What the list of alerts reads of one alert, of whatever revision of its check-in. */
export type AlertFacts = Omit<ToldAlert, "recordedAt" | "response"> & {
  /** what the person did; null while there is no answer */
  response: string | null;
};

/** The alerts of one check-in as one entry: its highest tier, the rules of that tier, and what was done about it. */
export type AlertGroup = {
  checkInId: string;
  tier: Tier;
  ruleIds: string[];
  /** alerts of lower tiers that the same check-in raised */
  foldedCount: number;
  raisedAt: Date;
  response: string | null;
  respondedAt: Date | null;
  isOpen: boolean;
};

/** An alert without an answer counts as open for a week; after that it is past, and stays in the list. */
const OPEN_FOR_MS = 7 * DAY_MS;
const STILL_OPEN: readonly (string | null)[] = [null, "not-yet", "remind-later"];

/**
 * Alerts by check-in, newest first. INFO lines are no alerts to others, nor is a repetition that was stored and not shown to the
 * person: a check-in with nothing else is left out. A rule that several revisions of one check-in raised counts once.
 */
export function groupAlerts(alerts: readonly AlertFacts[], now: Date): AlertGroup[] {
  const once = inOneRevision(alerts);
  const known = once.map((alert) => ({ ...alert, recordedAt: alert.raisedAt }) as ToldAlert);
  const byCheckIn = groupBy(once.filter((alert) => alert.tier !== "INFO" && !isRepetition(alert, known)), ({ checkInId }) => checkInId);
  return [...byCheckIn.values()].flatMap((group) => {
    const tier = TIERS.find((each) => group.some((alert) => alert.tier === each));
    const highest = group.filter((alert) => alert.tier === tier);
    const [first] = highest;
    if (!tier || !first) return [];
    const answered = highest.findLast(({ response }) => !STILL_OPEN.includes(response)) ?? highest.findLast(({ response }) => response !== null);
    return [{
      checkInId: first.checkInId, tier, ruleIds: highest.map(({ ruleId }) => ruleId), foldedCount: group.length - highest.length,
      raisedAt: first.raisedAt, response: answered?.response ?? null, respondedAt: answered?.respondedAt ?? null,
      isOpen: STILL_OPEN.includes(answered?.response ?? null) && now.getTime() - first.raisedAt.getTime() <= OPEN_FOR_MS,
    }];
  }).sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());
}

/** Each rule of a check-in as its newest revision has it, with the newest answer and the first moment it was shown and raised. */
function inOneRevision(alerts: readonly AlertFacts[]): AlertFacts[] {
  return [...groupBy(alerts, ({ checkInId, ruleId }) => `${checkInId} ${ruleId}`).values()].map((same) => {
    const inOrder = [...same].sort((one, other) => one.revision - other.revision);
    const answered = inOrder.findLast(({ response }) => response !== null);
    return {
      ...inOrder.at(-1)!, raisedAt: inOrder[0]!.raisedAt, shownAt: inOrder.find(({ shownAt }) => shownAt !== null)?.shownAt ?? null,
      response: answered?.response ?? null, respondedAt: answered?.respondedAt ?? null,
    };
  });
}

/** A SOON that nobody was shown because the same was told before. Whatever nobody has seen yet for another reason is told to others. */
const isRepetition = (alert: AlertFacts, known: readonly ToldAlert[]): boolean => alert.tier === "SOON" && alert.shownAt === null
  && presentationOf({ checkInId: alert.checkInId, alerts: [alert] }, known, alert.raisedAt).tier === null;
