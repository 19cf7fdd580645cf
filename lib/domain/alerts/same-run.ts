import type { Evidence } from "@/lib/domain/red-flags/rule";

const RUN = "run.";
export const isRunField = (field: string): boolean => field.startsWith(RUN);
/** Tiredness alone is never a relapse: it makes no new run beside numbness, vision, walking or weakness. */
const FATIGUE = "run.fatigue";

/**
 * The runs a finding rests on: when the spell of each symptom group began. The evidence names them as `run.<group>`.
 * Empty for a rule without a run.
 */
export function runsOf(evidence: readonly Evidence[]): Map<string, number> {
  const runs = evidence.flatMap(({ field, value }): [string, number][] => {
    const start = isRunField(field) && typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(start) ? [] : [[field, start]];
  });
  const focal = runs.filter(([field]) => field !== FATIGUE);
  return new Map(focal.length > 0 ? focal : runs);
}

type Earlier = { evidence: readonly Evidence[]; recordedAt: Date };

/**
 * The alert `told` spoke of every run that this finding rests on. A run is the same when it had begun by the moment of the earlier
 * entry, whose run it then goes through. Its start alone would not do: it moves with late entries and with the usual it is compared
 * with, and that of a week of high scores moves on each day. So the run is followed back from one alert of the rule to the next.
 *
 * @param all every earlier alert of the same rule, also those that were not shown
 */
export function isSameRun(evidence: readonly Evidence[], told: Earlier, all: readonly Earlier[]): boolean {
  const spokeOf = runsOf(told.evidence);
  return [...runsOf(evidence)].every(([group, start]) => spokeOf.has(group) && told.recordedAt.getTime() >= reachBack(group, start, all));
}

function reachBack(group: string, start: number, all: readonly Earlier[]): number {
  const newestFirst = [...all].sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime());
  return newestFirst.reduce((reached, { evidence, recordedAt }) => (
    recordedAt.getTime() >= reached ? Math.min(reached, runsOf(evidence).get(group) ?? reached) : reached), start);
}
