import { alarmStands, isAcknowledged, isAlarm, isUnanswered, type AlertResponse, type ToldAlert } from "@/lib/domain/alerts/alert";
import { inTableOrder, MOST_MESSAGES, presentationOf, REMIND_AFTER_MS } from "@/lib/domain/alerts/presentation";
import { groupBy } from "@/lib/domain/group-by";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";

/** As long as a SOON of the same rule is not told again. */
const SOON_OPEN_MS = 14 * DAY_MS;
/** A quiet line is of the day it was said. */
const LINE_STAYS_MS = 24 * HOUR_MS;

/**
 * The alerts of one entry as they stand on Today:
 * - `open`: it wants an answer
 * - `reminder`: SOON without an answer for 48 hours, or asked to come back
 * - `answered`: an alarm of the last 24 hours, answered; "my usual" answers URGENT, and takes nothing away
 */
export type Card = {
  checkInId: string;
  revision: number;
  tier: Exclude<Tier, "INFO">;
  state: "open" | "reminder" | "answered";
  /** the answer that is missing most: null where one of them has none */
  response: AlertResponse | null;
  /** an answered alarm of the last 24 hours was of the same rules: smaller, still with its call button */
  isCompact: boolean;
  messages: ToldAlert[];
  /** more of that tier, and what stands of lower ones: fold */
  more: ToldAlert[];
  below: ToldAlert[];
};

/**
 * The cards on top of Today, the highest tier first, then the newest. Each of the alarms has its place; of a SOON rule only what
 * was told last stands.
 *
 * @param alerts of all entries, as they stand
 */
export function cardsOf(alerts: readonly ToldAlert[], now: Date): Card[] {
  const standing = alerts.filter((alert) => (isAlarm(alert) ? alarmStands(alert, now) : alert.tier === "SOON" && soonStands(alert, alerts, now)));
  const cards = [...groupBy(standing, ({ checkInId }) => checkInId).values()].map((group) => cardOf(group, alerts, now));
  const newest = ({ messages }: Card) => Math.max(...messages.map(({ raisedAt }) => raisedAt.getTime()));
  return cards.sort((one, other) => TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier) || newest(other) - newest(one));
}

/** The INFO lines of the last day. None while an alarm stands: reassurance never stands beside it. */
export function linesOf(alerts: readonly ToldAlert[], now: Date): ToldAlert[] {
  if (alerts.some((alert) => alarmStands(alert, now))) return [];
  return inTableOrder(alerts.filter(({ tier, shownAt, response }) =>
    tier === "INFO" && response === null && shownAt !== null && now.getTime() - shownAt.getTime() <= LINE_STAYS_MS));
}

function cardOf(group: readonly ToldAlert[], all: readonly ToldAlert[], now: Date): Card {
  const tier = TIERS.find((each) => group.some((alert) => alert.tier === each)) as Card["tier"];
  const inOrder = inTableOrder(group);
  const highest = inOrder.filter((alert) => alert.tier === tier);
  const [first] = highest as [ToldAlert];
  const waiting = highest.find((alert) => !isAcknowledged(alert));
  const state = !waiting ? "answered" : highest.some((alert) => isReminded(alert, now)) ? "reminder" : "open";
  const entry = all.filter(({ checkInId }) => checkInId === first.checkInId);
  const { messages, below } = presentationOf({ checkInId: first.checkInId, alerts: entry }, all, first.raisedAt);
  return {
    checkInId: first.checkInId, revision: first.revision, tier, state, response: (waiting ?? first).response,
    isCompact: messages.length > 0 && messages.every(({ form }) => form === "compact"),
    messages: highest.slice(0, MOST_MESSAGES), more: highest.slice(MOST_MESSAGES),
    below: below.flatMap(({ alert }) => entry.filter((other) => other.ruleId === alert.ruleId && other.tier !== tier && !isAcknowledged(other))),
  };
}

function soonStands(alert: ToldAlert, all: readonly ToldAlert[], now: Date): boolean {
  const { ruleId, shownAt, response, respondedAt, raisedAt } = alert;
  if (shownAt === null || isAcknowledged(alert) || now.getTime() - raisedAt.getTime() > SOON_OPEN_MS) return false;
  if (all.some((other) => other.ruleId === ruleId && other.tier === "SOON" && other.shownAt !== null && other.shownAt > shownAt)) return false;
  return response !== "remind-later" || respondedAt === null || now.getTime() - respondedAt.getTime() >= REMIND_AFTER_MS;
}

const isReminded = ({ tier, shownAt }: ToldAlert, now: Date) => tier === "SOON" && shownAt !== null && now.getTime() - shownAt.getTime() >= REMIND_AFTER_MS;

const raised = (group: readonly ToldAlert[]) => Math.max(...group.map(({ raisedAt }) => raisedAt.getTime()));

export type Opening = { checkInId: string; revision: number; tier: Tier; form: "full" | "reminder"; alerts: ToldAlert[] };

/**
 * The entries whose screen opens with Today, the highest tier first, then the newest: every EMERGENCY without an answer, and URGENT and
 * SOON that nobody saw yet, such as what the server found when the page was closed.
 */
export function screensOnOpening(alerts: readonly ToldAlert[], now: Date): Opening[] {
  const entries = [...groupBy(alerts, ({ checkInId }) => checkInId).values()].flatMap((group) => openingOf(group, alerts, now) ?? []);
  return entries.sort((one, other) => TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier) || raised(other.alerts) - raised(one.alerts));
}

function openingOf(group: readonly ToldAlert[], all: readonly ToldAlert[], now: Date): Opening | null {
  const { checkInId, revision } = group[0]!;
  const emergencies = group.filter((alert) => alert.tier === "EMERGENCY" && isUnanswered(alert, now));
  if (emergencies.length > 0) return { checkInId, revision, tier: "EMERGENCY", form: "full", alerts: inTableOrder(emergencies) };
  const { tier, messages, more } = presentationOf({ checkInId, alerts: group }, all, now);
  const own = [...messages, ...more].filter(({ form }) => form === "full" || form === "reminder");
  const unseen = own.flatMap(({ alert }) => group.filter((each) => each.ruleId === alert.ruleId && isUnseen(each, now)));
  if (!tier || unseen.length === 0) return null;
  return { checkInId, revision, tier, form: own.every(({ form }) => form === "reminder") ? "reminder" : "full", alerts: unseen };
}

/** Not shown yet, and not too old to be: INFO has no screen. */
function isUnseen(alert: ToldAlert, now: Date): boolean {
  if (alert.shownAt !== null || alert.response !== null) return false;
  return alert.tier === "SOON" ? now.getTime() - alert.raisedAt.getTime() <= SOON_OPEN_MS : isUnanswered(alert, now);
}
