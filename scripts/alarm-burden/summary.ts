import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { isNeedless, perPersonYear, rulesSeen, totalOf, type GroupFigures } from "./figures";
import type { Group } from "./groups";
import type { Cohorts } from "./parts";
import { WAYS, type Way } from "./person";
import { summariseRelapses, type RelapseSummary } from "./relapse-summary";
import { rounded } from "./rounded";

type Count = { all: number; needless: number };
type RuleRow = { rule: string; tier: Tier } & Partial<Record<Group, { raised: number; shown: number; needless: number }>>;

/** The figures as they are committed: a person and year, three decimals. */
export type Summary = {
  people: number;
  seed: number;
  rulesVersion: string;
  groups: Record<string, { checkIns: number; raised: Record<Tier, Count>; shown: Record<Tier, Count>; emergencyOrUrgent: Count; remindersShown: number; compactUrgent: number; peopleWithNeedless: { alarm: number; soon: number }; couldNotCheck: number }>;
  rules: RuleRow[];
  relapses: RelapseSummary;
  compared: Comparison[];
  goals: Goal[];
};

export type Goal = { goal: string; figure: number; reached: boolean; causes: { rule: string; share: number }[] };
/** The same people filling in otherwise. */
export type Comparison = { way: Way; people: number; emergencyOrUrgent: number; soon: number; foundShare: number; medianDelayDays: number | null };

const ALARMS: readonly Tier[] = ["EMERGENCY", "URGENT"];

/** Everything the report prints and the chart draws. */
export function summarise(cohorts: Cohorts, seed: number, rulesVersion: string): Summary {
  const all = cohorts["as they are"];
  const count = (figures: GroupFigures, what: "raised" | "shown", tiers: readonly Tier[]): Count =>
    ({ all: rounded(perPersonYear(figures, what, tiers)), needless: rounded(perPersonYear(figures, what, tiers, isNeedless)) });
  const byTier = (figures: GroupFigures, what: "raised" | "shown") =>
    Object.fromEntries(TIERS.map((tier) => [tier, count(figures, what, [tier])])) as Record<Tier, Count>;
  const summary = {
    people: all[0]?.people ?? 0, seed, rulesVersion,
    groups: Object.fromEntries(all.map((figures) => [figures.group, {
      checkIns: rounded(figures.checkIns / figures.people, 1),
      raised: byTier(figures, "raised"), shown: byTier(figures, "shown"), emergencyOrUrgent: count(figures, "shown", ALARMS),
      remindersShown: rounded(figures.reminders / figures.people), compactUrgent: rounded(figures.compact / figures.people),
      peopleWithNeedless: { alarm: rounded(figures.bothered.alarm / figures.people), soon: rounded(figures.bothered.soon / figures.people) },
      couldNotCheck: figures.couldNotCheck,
    }])),
    rules: rulesSeen(all).map((rule) => ruleRow(rule, all)),
    relapses: summariseRelapses(all.flatMap((figures) => figures.relapses)),
    compared: compare(cohorts),
  };
  return { ...summary, goals: goalsOf(summary) };
}

function ruleRow(rule: string, all: readonly GroupFigures[]): RuleRow {
  const row: RuleRow = { rule, tier: all.find(({ rules }) => rules[rule])!.rules[rule]!.tier };
  for (const { group, rules, people } of all) {
    const known = rules[rule];
    if (known) row[group] = { raised: rounded(totalOf(known.raised) / people), shown: rounded(totalOf(known.shown) / people), needless: rounded(totalOf(known.shown, isNeedless) / people) };
  }
  return row;
}

/** What the answers to the app's questions do: needless alerts of stable people, and relapses found, with the same people each time. */
function compare(cohorts: Cohorts): Comparison[] {
  return WAYS.filter((way) => way !== "as they are").map((way) => {
    const [stable, relapsing] = (["stable", "relapsing"] as const).map((group) => cohorts[way].find((figures) => figures.group === group)!) as [GroupFigures, GroupFigures];
    const { foundShare, medianDelayDays } = summariseRelapses(relapsing.relapses);
    return {
      way, people: stable.people, emergencyOrUrgent: rounded(perPersonYear(stable, "shown", ALARMS, isNeedless)),
      soon: rounded(perPersonYear(stable, "shown", ["SOON"], isNeedless)), foundShare, medianDelayDays,
    };
  });
}

type Measured = Omit<Summary, "goals">;

/** The goals, judged on what is shown. `causes` are the rules behind the figure, the biggest first. */
function goalsOf({ groups, rules, relapses }: Measured): Goal[] {
  const stable = groups["stable"];
  const median = relapses.medianDelayDays ?? Infinity;
  const causes = (tiers: readonly Tier[], key: "shown" | "needless") => rules
    .filter(({ tier, stable: figures }) => tiers.includes(tier) && (figures?.[key] ?? 0) > 0)
    .map(({ rule, stable: figures }) => ({ rule, share: figures![key] })).sort((one, other) => other.share - one.share);
  const atMost = (goal: string, figure: number, most: number, why: Goal["causes"]): Goal => ({ goal, figure, reached: figure <= most, causes: why });
  return [
    ...(stable ? [
      atMost("stable, needless EMERGENCY or URGENT shown a year: at most 0.2", stable.emergencyOrUrgent.needless, 0.2, causes(ALARMS, "needless")),
      atMost("stable, all EMERGENCY or URGENT shown a year: at most 0.2", stable.emergencyOrUrgent.all, 0.2, causes(ALARMS, "shown")),
      atMost("stable, needless SOON shown a year: at most 1", stable.shown.SOON.needless, 1, causes(["SOON"], "needless")),
      atMost("stable, all SOON shown a year: at most 1", stable.shown.SOON.all, 1, causes(["SOON"], "shown")),
    ] : []),
    { goal: "planted relapses found: at least 95 %", figure: relapses.foundShare, reached: relapses.foundShare >= 95, causes: [] },
    { goal: "median days from the 24 hours to the finding: at most 2", figure: median, reached: median <= 2, causes: [] },
  ];
}
