import type { Findings } from "@/lib/domain/red-flags/findings";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { answers } from "@/lib/domain/red-flags/verdict";
import { isScore, type Group } from "@/lib/domain/relapse/groups";
import type { Run } from "@/lib/domain/relapse/runs";

/** The answers that are findings of a group, beside its score: what is usual or long known is no reason of the run. */
const DETAILS: Record<Group, (f: Findings) => Evidence[]> = {
  numbness: (f) => answers(f, "numbness.areas", "onset.numbness"),
  vision: (f) => [
    ...(f.vision.hasNewLoss() ? answers(f, "vision.loss", "vision.eyes") : []),
    ...(f.vision.hasNewDoubleVision() ? answers(f, "vision.doubleVision") : []),
    ...answers(f, "onset.vision"),
  ],
  walking: (f) => answers(f, ...(f.groups.hasFinding("walking") ? ["walking.ability" as const] : []), "onset.walking"),
  weakness: (f) => answers(f, "weakness.severity", "weakness.areas", "onset.weakness"),
  fatigue: (f) => answers(f, "onset.fatigue"),
};

/** For each run: since when (`run.<group>`, an ISO instant), the score of C, the usual it is compared with, and the answers. */
export function runEvidence(f: Findings, runs: readonly Run[]): Evidence[] {
  return runs.flatMap(({ group, start }) => [
    { field: `run.${group}`, value: start.toISOString() },
    ...(isScore(group) ? [{ field: `scores.${group}`, value: f.checkIn.scores[group] }, ...usualEvidence(group, f.comparison.baseline(group))] : []),
    ...DETAILS[group](f),
  ]);
}

/** The usual that a score is compared with; left out where it is not known. */
export const usualEvidence = (score: string, usual: { median: number } | null): Evidence[] =>
  (usual ? [{ field: `usual.${score}`, value: usual.median }] : []);
