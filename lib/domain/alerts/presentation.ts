import { alarmStands, isAcknowledged, isAlarm, type ToldAlert } from "@/lib/domain/alerts/alert";
import { isSameRun, runsOf } from "@/lib/domain/alerts/same-run";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { TIERS, type RaisedAlert, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";

/** Section 6, "Showing alerts without tiring people". Each limit is the first moment at which an alert is shown again. */
export const URGENT_COMPACT_MS = 24 * HOUR_MS;
export const REMIND_AFTER_MS = 48 * HOUR_MS;
export const SOON_AGAIN_MS = 14 * DAY_MS;
export const INFO_AGAIN_MS = 7 * DAY_MS;
/** More messages than this are not read; the rest folds. */
export const MOST_MESSAGES = 3;

/**
 * How one alert is shown:
 * - `full`: EMERGENCY takes the whole screen; URGENT and SOON have a screen of their own after the check-in
 * - `compact`: URGENT that was raised in the last 24 hours too, and answered: a card, with its call button
 * - `reminder`: SOON that was shown and not answered for 48 hours
 * - `line`: INFO
 * - `none`: told before, so it is stored and not shown again. Never for EMERGENCY or URGENT
 */
export type Form = "full" | "compact" | "reminder" | "line" | "none";

export type Message = { alert: RaisedAlert; form: Form };

export type Presentation = {
  /** the highest tier that is shown; null when nothing is */
  tier: Tier | null;
  /** its messages, at most three, in the order of the table of rules */
  messages: Message[];
  /** more of that tier: folds */
  more: Message[];
  /** what is shown of lower tiers: folds */
  below: Message[];
  /** found, and not shown again: nothing may say that no alert was raised */
  quiet: RaisedAlert[];
};

type Entry = { checkInId: string; alerts: readonly RaisedAlert[] };

/**
 * Which alerts of one entry are shown, and how. Thinning never changes what is stored, and never thins EMERGENCY or URGENT.
 * INFO is never shown beside one of these: neither of this entry nor of an earlier one that still has its card.
 *
 * @param known the alerts of other entries, as they stand; those of this entry and those raised after `at` are not used.
 */
export function presentationOf(entry: Entry, known: readonly ToldAlert[], at: Date): Presentation {
  const others = known.filter(({ checkInId, raisedAt }) => checkInId !== entry.checkInId && raisedAt <= at);
  const isAlarming = entry.alerts.some(isAlarm) || others.some((alert) => alarmStands(alert, at));
  const told = inTableOrder(entry.alerts).map((alert): Message => ({ alert, form: alert.tier === "INFO" && isAlarming ? "none" : formOf(alert, others, at) }));
  const shown = told.filter(({ form }) => form !== "none");
  const tier = TIERS.find((each) => shown.some(({ alert }) => alert.tier === each)) ?? null;
  const ofTier = (wanted: Tier) => shown.filter(({ alert }) => alert.tier === wanted);
  const highest = tier ? ofTier(tier) : [];
  return {
    tier, messages: highest.slice(0, MOST_MESSAGES), more: highest.slice(MOST_MESSAGES),
    below: TIERS.slice(tier ? TIERS.indexOf(tier) + 1 : 0).flatMap(ofTier),
    quiet: told.filter(({ form }) => form === "none").map(({ alert }) => alert),
  };
}

/** How one alert is shown, by what was told before of the same rule in other entries. */
function formOf(alert: RaisedAlert, others: readonly ToldAlert[], at: Date): Form {
  const same = others.filter(({ ruleId, response }) => ruleId === alert.ruleId && response !== "corrected");
  switch (alert.tier) {
    case "EMERGENCY":
      return "full";
    case "URGENT":
      return same.some((earlier) => isAcknowledged(earlier) && at.getTime() - earlier.raisedAt.getTime() <= URGENT_COMPACT_MS) ? "compact" : "full";
    case "SOON": {
      const episode = soonEpisode(alert, same, at);
      if (episode.length === 0) return "full";
      return isReminderDue(episode, at) ? "reminder" : "none";
    }
    case "INFO":
      return same.filter(wasShown).some(({ shownAt }) => at.getTime() - shownAt.getTime() < INFO_AGAIN_MS) ? "none" : "line";
  }
}

type Shown = ToldAlert & { shownAt: Date };
const wasShown = (alert: ToldAlert): alert is Shown => alert.shownAt !== null;

/** What was told as SOON of the same run; of a rule without a run, since the first time in these 14 days. Empty: not told yet. */
function soonEpisode(alert: RaisedAlert, same: readonly ToldAlert[], at: Date): Shown[] {
  const shown = same.filter(wasShown).filter(({ tier }) => tier === "SOON");
  if (runsOf(alert.evidence).size > 0) return shown.filter((earlier) => isSameRun(alert.evidence, earlier, same));
  const inTime = [...shown].sort((one, other) => one.shownAt.getTime() - other.shownAt.getTime());
  const episode = inTime.reduce<Shown[]>((current, next) => (
    current[0] && next.shownAt.getTime() - current[0].shownAt.getTime() < SOON_AGAIN_MS ? [...current, next] : [next]), []);
  return episode[0] && at.getTime() - episode[0].shownAt.getTime() < SOON_AGAIN_MS ? episode : [];
}

/**
 * True 48 hours (exactly counts) after an alert was shown, or after "remind me later", when nothing of its episode was acknowledged.
 * There is one reminder; "remind me later" asks for another.
 *
 * @param episode all that was shown of the same rule and run, the reminders among them.
 */
function isReminderDue(episode: readonly Shown[], at: Date): boolean {
  if (episode.some(isAcknowledged)) return false;
  const told = Math.max(...episode.map(({ shownAt }) => shownAt.getTime()));
  const asked = Math.max(...episode.map(({ response, respondedAt }) => (response === "remind-later" && respondedAt ? respondedAt.getTime() : -Infinity)));
  return (episode.length === 1 || asked >= told) && at.getTime() - Math.max(told, asked) >= REMIND_AFTER_MS;
}

const PLACES = new Map(ALL_RULES.map(({ id }, place) => [id, place]));

/** In the order of the table; a rule this list does not know (an older or newer one) comes last, and is shown all the same. */
export function inTableOrder<A extends { ruleId: string }>(alerts: readonly A[]): A[] {
  const place = ({ ruleId }: A) => PLACES.get(ruleId) ?? ALL_RULES.length;
  return [...alerts].sort((one, other) => place(one) - place(other));
}
