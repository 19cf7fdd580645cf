import { groupBy } from "@/lib/domain/group-by";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";

/** What the list of alerts reads of one alert. */
export type AlertFacts = {
  checkInId: string;
  ruleId: string;
  tier: Tier;
  raisedAt: Date;
  /** what the person did; null while there is no answer */
  response: string | null;
  respondedAt: Date | null;
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

/** Alerts by check-in, newest first. INFO lines are no alerts to others: a check-in with nothing else is left out. */
export function groupAlerts(alerts: readonly AlertFacts[], now: Date): AlertGroup[] {
  const byCheckIn = groupBy(alerts.filter(({ tier }) => tier !== "INFO"), ({ checkInId }) => checkInId);
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
