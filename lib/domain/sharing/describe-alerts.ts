import { isAcknowledged, type AlertResponse, type ToldAlert } from "@/lib/domain/alerts/alert";
import { presentationOf } from "@/lib/domain/alerts/presentation";
import { standingAlerts } from "@/lib/domain/alerts/standing";
import { groupBy } from "@/lib/domain/group-by";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";

/** What the list of alerts reads of one alert, of whatever revision of its check-in. */
export type AlertFacts = Omit<ToldAlert, "recordedAt"> & {
  /** the revision of its check-in that stands; null where that was removed */
  newestRevision: number | null;
};

/** The alerts of one check-in as one entry: its highest tier, the rules of that tier, and what was done about it. */
export type AlertGroup = {
  checkInId: string;
  tier: Tier;
  ruleIds: string[];
  /** alerts of lower tiers that the same check-in raised */
  foldedCount: number;
  raisedAt: Date;
  response: AlertResponse | null;
  respondedAt: Date | null;
  isOpen: boolean;
};

/** An alert without an answer counts as open for a week; after that it is past, and stays in the list. */
const OPEN_FOR_MS = 7 * DAY_MS;
const NO_ANSWER: readonly (AlertResponse | null)[] = [null, "not-yet", "remind-later"];
/** Whatever may leave an alert open; what is missing most comes first. */
const WAITING: readonly (AlertResponse | null)[] = [...NO_ANSWER, "my-usual"];

type Listed = AlertFacts & {
  /** when the revision that stands raised it: from then on it waits for an answer; null where a correction took it back */
  openSince: Date | null;
};

/**
 * Alerts by check-in, newest first, as they stand for the person themselves: "corrected" alone takes nothing back, and what a newer
 * revision does not raise any more is closed, listed only where nothing else of its check-in stands. INFO lines are no alerts to
 * others, nor is a repetition that was stored and not shown to the person: a check-in with nothing else is left out.
 */
export function groupAlerts(alerts: readonly AlertFacts[], now: Date): AlertGroup[] {
  const listed = [...standing(alerts), ...takenBack(alerts)];
  const known = listed.map((alert): ToldAlert => ({ ...alert, recordedAt: alert.raisedAt }));
  const byCheckIn = groupBy(listed.filter((alert) => alert.tier !== "INFO" && !isRepetition(alert, known)), ({ checkInId }) => checkInId);
  return [...byCheckIn.values()].flatMap((group) => {
    const tier = TIERS.find((each) => group.some((alert) => alert.tier === each));
    const highest = group.filter((alert) => alert.tier === tier);
    const [first] = highest;
    if (!tier || !first) return [];
    const open = WAITING.flatMap((wanted) => highest.find((alert) => alert.openSince && alert.response === wanted && !isAcknowledged(alert)) ?? [])[0];
    const { response, respondedAt } = open ?? highest.at(-1)!;
    return [{
      checkInId: first.checkInId, tier, ruleIds: highest.map(({ ruleId }) => ruleId), foldedCount: group.length - highest.length,
      raisedAt: first.raisedAt, response, respondedAt, isOpen: Boolean(open?.openSince && now.getTime() - open.openSince.getTime() <= OPEN_FOR_MS),
    }];
  }).sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());
}

/** The alerts of the revisions that stand. Who went to correct an entry and has not, gave no answer. */
function standing(alerts: readonly AlertFacts[]): Listed[] {
  const newest = alerts.flatMap(({ checkInId, newestRevision, raisedAt }) => (newestRevision === null ? [] : [{ id: checkInId, revision: newestRevision, recordedAt: raisedAt }]));
  return standingAlerts(alerts, newest).map((alert) => ({
    ...alert, openSince: alert.raisedAt, raisedAt: firstRaised(alerts, alert), ...(alert.response === "corrected" && { response: null, respondedAt: null }),
  }));
}

/** What older revisions raised where the one that stands raises nothing: with the answer that was given, or corrected. */
function takenBack(alerts: readonly AlertFacts[]): Listed[] {
  const stands = new Set(alerts.filter(({ revision, newestRevision }) => revision === newestRevision).map(({ checkInId }) => checkInId));
  const older = alerts.filter(({ checkInId, newestRevision }) => newestRevision !== null && !stands.has(checkInId));
  return [...groupBy(older, ({ checkInId, ruleId }) => `${checkInId} ${ruleId}`).values()].map((same) => {
    const inOrder = [...same].sort((one, other) => one.revision - other.revision);
    const answered = inOrder.findLast(({ response }) => response !== "corrected" && !NO_ANSWER.includes(response));
    return {
      ...inOrder.at(-1)!, raisedAt: inOrder[0]!.raisedAt, openSince: null, shownAt: inOrder.find(({ shownAt }) => shownAt !== null)?.shownAt ?? null,
      response: answered?.response ?? "corrected", respondedAt: answered?.respondedAt ?? null,
    };
  });
}

function firstRaised(alerts: readonly AlertFacts[], { checkInId, ruleId }: AlertFacts): Date {
  const times = alerts.filter((alert) => alert.checkInId === checkInId && alert.ruleId === ruleId).map(({ raisedAt }) => raisedAt.getTime());
  return new Date(Math.min(...times));
}

/** A SOON that nobody was shown because the same was told before. Whatever nobody has seen yet for another reason is told to others. */
const isRepetition = (alert: AlertFacts, known: readonly ToldAlert[]): boolean => alert.tier === "SOON" && alert.shownAt === null
  && presentationOf({ checkInId: alert.checkInId, alerts: [alert] }, known, alert.raisedAt).tier === null;
