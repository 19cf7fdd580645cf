import { MISSES, type PlantedOutcome } from "./findings";
import { rounded } from "./rounded";

/** Delays are counted from the end of the first 24 hours: what is found before that has none. */
export type RelapseRow = { planted: number; found: number; medianDelayDays: number | null };
export type RelapseSummary = {
  planted: number;
  found: number;
  foundShare: number;
  within3Days: number;
  within14Days: number;
  medianDelayDays: number | null;
  delayDays95: number | null;
  /** the same, but the 24 hours begin when the relapse first adds a whole point to a score */
  medianDelayDaysFromFelt: number | null;
  byRule: Record<string, number>;
  misses: Record<string, number>;
  bySize: Record<string, RelapseRow>;
  bySymptom: Record<string, RelapseRow>;
  byRamp: Record<string, RelapseRow>;
};

export function summariseRelapses(outcomes: readonly PlantedOutcome[]): RelapseSummary {
  const found = outcomes.filter(isFound);
  const delays = delaysOf(found);
  return {
    planted: outcomes.length,
    found: found.length,
    foundShare: outcomes.length === 0 ? 0 : rounded((100 * found.length) / outcomes.length, 1),
    within3Days: delays.filter((delay) => delay <= 3).length,
    within14Days: delays.filter((delay) => delay <= 14).length,
    medianDelayDays: percentile(delays, 50),
    delayDays95: percentile(delays, 95),
    medianDelayDaysFromFelt: percentile(delaysOf(found, ({ feltAfterHours }) => feltAfterHours), 50),
    byRule: countOf(found.map(({ foundBy }) => foundBy)),
    misses: Object.fromEntries(MISSES.map((miss) => [miss, outcomes.filter((outcome) => outcome.miss === miss).length])),
    bySize: tally(outcomes, ({ points }) => (points < 2.5 ? "1.5 to 2.5 points" : points < 4.5 ? "2.5 to 4.5 points" : "4.5 to 7 points")),
    bySymptom: tally(outcomes, ({ symptoms }) => symptoms.join(" and ")),
    byRamp: tally(outcomes, ({ rampDays }) => (rampDays <= 1 ? "0 to 1 day" : rampDays <= 4 ? "1 to 4 days" : "4 to 14 days")),
  };
}

type Found = PlantedOutcome & { foundAfterHours: number; foundBy: string };
const isFound = (outcome: PlantedOutcome): outcome is Found => outcome.foundAfterHours !== null && outcome.foundBy !== null;

/** In days, sorted. */
const delaysOf = (found: readonly Found[], beginsAt: (outcome: Found) => number = () => 0): number[] =>
  found.map((outcome) => Math.max(0, (outcome.foundAfterHours - beginsAt(outcome) - 24) / 24)).sort((one, other) => one - other);

/** Nearest rank; null of nothing. */
const percentile = (sorted: readonly number[], percent: number): number | null =>
  (sorted.length === 0 ? null : rounded(sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]!, 2));

function tally(outcomes: readonly PlantedOutcome[], keyOf: (outcome: PlantedOutcome) => string): Record<string, RelapseRow> {
  const keys = [...new Set(outcomes.map(keyOf))].sort();
  return Object.fromEntries(keys.map((key) => {
    const own = outcomes.filter((outcome) => keyOf(outcome) === key);
    const found = own.filter(isFound);
    return [key, { planted: own.length, found: found.length, medianDelayDays: percentile(delaysOf(found), 50) }];
  }));
}

function countOf(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([oneName, one], [otherName, other]) => other - one || (oneName < otherName ? -1 : 1)));
}
