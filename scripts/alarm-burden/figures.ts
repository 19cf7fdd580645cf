import { ALL_RULES } from "@/lib/domain/red-flags/all";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { relapseOutcomes, type PlantedOutcome } from "./findings";
import type { Group } from "./groups";
import { createPerson, type Person, type Way } from "./person";
import { reasonOf, REASONS, type Reason } from "./reason";
import { liveYear } from "./year";

/** A stretch of people of a group: `from` to `to`, the last not included. */
export type Part = { group: Group; from: number; to: number; seed: number; way: Way };

/** How often something happened, by what stood behind it. */
export type ByReason = Partial<Record<Reason, number>>;
export type RuleFigures = { tier: Tier; raised: ByReason; shown: ByReason };

/** Sums over some people of one group; sums of several parts add up by `merge`. */
export type GroupFigures = {
  group: Group;
  people: number;
  checkIns: number;
  rules: Record<string, RuleFigures>;
  /** SOON alerts that were shown once more, and URGENT ones shown small: not counted in `shown` */
  reminders: number;
  compact: number;
  /** people to whom at least one needless alert of the kind was shown */
  bothered: { alarm: number; soon: number };
  couldNotCheck: number;
  relapses: PlantedOutcome[];
};

export const nothing = (group: Group): GroupFigures =>
  ({ group, people: 0, checkIns: 0, rules: {}, reminders: 0, compact: 0, bothered: { alarm: 0, soon: 0 }, couldNotCheck: 0, relapses: [] });

/** Lives the year of each of these people and counts. */
export function countPeople({ group, from, to, seed, way }: Part): GroupFigures {
  const figures = nothing(group);
  for (let index = from; index < to; index += 1) countPerson(figures, createPerson(group, index, seed, way));
  return figures;
}

function countPerson(figures: GroupFigures, person: Person): void {
  const { entries, reactions } = liveYear(person);
  figures.people += 1;
  figures.checkIns += entries.length;
  const needless = new Set<Tier>();
  for (const entry of entries) {
    figures.couldNotCheck += entry.couldNotCheck.length;
    for (const { ruleId, tier } of entry.raised) add(rule(figures, ruleId, tier).raised, reasonOf(person, entry, ruleId));
    for (const { ruleId, tier, form } of entry.shown) {
      if (form === "reminder") figures.reminders += 1;
      else if (form === "compact") figures.compact += 1;
      else {
        const reason = reasonOf(person, entry, ruleId);
        add(rule(figures, ruleId, tier).shown, reason);
        if (isNeedless(reason)) needless.add(tier);
      }
    }
  }
  if (needless.has("EMERGENCY") || needless.has("URGENT")) figures.bothered.alarm += 1;
  if (needless.has("SOON")) figures.bothered.soon += 1;
  figures.relapses.push(...relapseOutcomes(person, entries, reactions));
}

const rule = (figures: GroupFigures, ruleId: string, tier: Tier): RuleFigures => (figures.rules[ruleId] ??= { tier, raised: {}, shown: {} });

function add(to: ByReason, reason: Reason, count = 1): void {
  to[reason] = (to[reason] ?? 0) + count;
}

/** Adds a part to the sums of its group. Parts are added in the order of their people, so that the result is always the same. */
export function merge(sum: GroupFigures, part: GroupFigures): void {
  sum.people += part.people;
  sum.checkIns += part.checkIns;
  sum.reminders += part.reminders;
  sum.compact += part.compact;
  sum.couldNotCheck += part.couldNotCheck;
  sum.bothered.alarm += part.bothered.alarm;
  sum.bothered.soon += part.bothered.soon;
  for (const [ruleId, { tier, raised, shown }] of Object.entries(part.rules)) {
    const known = rule(sum, ruleId, tier);
    for (const reason of REASONS) {
      if (raised[reason]) add(known.raised, reason, raised[reason]);
      if (shown[reason]) add(known.shown, reason, shown[reason]);
    }
  }
  sum.relapses.push(...part.relapses);
}

export const totalOf = (counts: ByReason, which: (reason: Reason) => boolean = () => true): number =>
  REASONS.reduce((sum, reason) => sum + (which(reason) ? (counts[reason] ?? 0) : 0), 0);

export const isNeedless = (reason: Reason): boolean => reason === "needless";

/** Alerts of some tiers a person and year. */
export function perPersonYear(figures: GroupFigures, what: "raised" | "shown", tiers: readonly Tier[], which?: (reason: Reason) => boolean): number {
  const counts = Object.values(figures.rules).filter(({ tier }) => tiers.includes(tier)).map((known) => totalOf(known[what], which));
  return counts.reduce((sum, count) => sum + count, 0) / figures.people;
}

/** The rules that were raised at all, in the order of the specification. */
export const rulesSeen = (all: readonly GroupFigures[]): string[] =>
  ALL_RULES.map(({ id }) => id).filter((id) => all.some(({ rules }) => rules[id]));

