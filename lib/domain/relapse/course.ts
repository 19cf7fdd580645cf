import type { RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { medianOf } from "@/lib/domain/red-flags/baseline";
import type { ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import { hasHeat, type InfectionFindings } from "@/lib/domain/red-flags/infection";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { OnsetFindings } from "@/lib/domain/red-flags/onset";
import { NEW_RELAPSE_AFTER_MS, type RecordedFindings } from "@/lib/domain/relapse/recorded";
import type { Run, RunFindings } from "@/lib/domain/relapse/runs";
import { DAY_MS } from "@/lib/domain/time";

/** The scores of the focal groups: weakness has none, fatigue alone is never a relapse. */
export const FOCAL_SCORES = ["numbness", "vision", "walking"] as const;
export type FocalScore = (typeof FOCAL_SCORES)[number];

const WORSENING_WHILE_OPEN_MS = 90 * DAY_MS;
const SETTLED_MS = DAY_MS;
const MIN_SETTLED = 2;
const CLEARLY_WORSE = 3;
const WORSE_TWICE = 2;
/** A run that starts this soon after a relapse is the relapse itself. */
const NEW_PART_AFTER_MS = 3 * DAY_MS;

/** What makes a recorded relapse look worse again. */
export type Worsening = { relapse: RecordedRelapse; scores: readonly FocalScore[]; runs: readonly Run[] };

export type CourseFindings = {
  /** the focal runs that make a **possible relapse**; empty = none, or a recent infection */
  possibleRelapse: () => readonly Run[];
  /** the conditions of *relapse worsening*; null = they do not hold */
  worsening: () => Worsening | null;
};

export function courseFindings(
  m: Moment, comparison: ComparisonFindings, onset: OnsetFindings, infection: InfectionFindings, runs: RunFindings, recorded: RecordedFindings,
): CourseFindings {
  const possibleRelapse = lazy(() =>
    (infection.recentInfection() ? [] : runs.focal().filter((run) => run.isDurationMet && !recorded.owns(run))));

  /** (a) three above the median since the start of the relapse, or two at C and at the last earlier check-in. */
  const isWorseSince = (score: FocalScore, start: number): boolean => {
    if (onset.of(score) === "usual" || (runs.of(score) === null && comparison.baseline(score) !== null)) return false;
    const settled = m.earlier().filter((x) => x.recordedAt.getTime() >= start && m.ageOf(x) >= SETTLED_MS);
    if (settled.length < MIN_SETTLED) return false;
    const median = medianOf(settled.map((x) => x.scores[score]));
    const value = m.checkIn.scores[score];
    return value >= median + CLEARLY_WORSE || (value >= median + WORSE_TWICE && m.last()!.scores[score] >= median + WORSE_TWICE);
  };
  /** (b) a further run of a recorded relapse, well after the start of the latest. */
  const isNewPart = (run: Run, start: number): boolean => {
    const after = run.start.getTime() - start;
    return run.isDurationMet && !run.isSustained && recorded.owns(run) && after > NEW_PART_AFTER_MS && after < NEW_RELAPSE_AFTER_MS;
  };

  return {
    possibleRelapse,
    worsening: lazy(() => {
      const relapse = recorded.latest();
      if (!relapse || possibleRelapse().length > 0) return null;
      const age = recorded.ageOf(relapse);
      if (age >= NEW_RELAPSE_AFTER_MS && !(recorded.isOpen(relapse) && age <= WORSENING_WHILE_OPEN_MS)) return null;
      if (infection.recentInfection() || hasHeat(m.checkIn)) return null;
      const start = relapse.startedAt.getTime();
      const scores = FOCAL_SCORES.filter((score) => isWorseSince(score, start));
      const parts = runs.focal().filter((run) => isNewPart(run, start));
      return scores.length > 0 || parts.length > 0 ? { relapse, scores, runs: parts } : null;
    }),
  };
}
