import type { JudgedCheckIn, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

/** The person's own usual of one score. `low` and `high` are the 10th and 90th nearest-rank percentile, for drawing. */
export type Baseline = { median: number; top: number; low: number; high: number; days: number; from: "diary" | "profile" };

/** The usual of a score as of `at`; null when neither the diary nor the profile tells. */
export function baselineOf(_score: ScoreName, _at: Date, _history: JudgedCheckIn[], _relapses: RecordedRelapse[], _profile: Profile): Baseline | null {
  return null;
}
