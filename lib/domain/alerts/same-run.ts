import type { Evidence } from "@/lib/domain/red-flags/rule";

const RUN = "run.";
/** Tiredness alone is never a relapse: it makes no new run beside numbness, vision, walking or weakness. */
const FATIGUE = "run.fatigue";

/**
 * The runs a finding rests on: when the spell of each symptom group began. The evidence names them as `run.<group>`.
 * Empty for a rule without a run.
 */
export function runsOf(evidence: readonly Evidence[]): Map<string, number> {
  const runs = evidence.flatMap(({ field, value }): [string, number][] => {
    const start = field.startsWith(RUN) && typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(start) ? [] : [[field, start]];
  });
  const focal = runs.filter(([field]) => field !== FATIGUE);
  return new Map(focal.length > 0 ? focal : runs);
}

/**
 * True when an earlier alert of the same rule told of every run of this finding. An earlier start that lies inside the run of now
 * is the same run, reaching further back by a late entry; a run that began later, or of another group, is a new one.
 */
export function isSameRun(evidence: readonly Evidence[], earlier: readonly Evidence[]): boolean {
  const told = runsOf(earlier);
  return [...runsOf(evidence)].every(([group, start]) => (told.get(group) ?? -Infinity) >= start);
}
