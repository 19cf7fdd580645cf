import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineDates, baselineFrom, type Baseline } from "@/lib/domain/red-flags/baseline";
import { lazy, lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";

export const RECENT_MS = 36 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;
/** A check-in this old is not just a second entry of the same day. */
export const SETTLED_MS = 12 * HOUR_MS;

export type ComparisonFindings = {
  baseline: (score: ScoreName) => Baseline | null;
  before: () => readonly JudgedCheckIn[];
  rise: (score: ScoreName) => number | undefined;
  weekRise: (score: ScoreName) => number | undefined;
  /** **Far beyond k**: no baseline, or the score is at least top + k. */
  isFarBeyond: (score: ScoreName, k: number) => boolean;
};

export function comparisonFindings(m: Moment): ComparisonFindings {
  const dates = lazy(() => baselineDates(m.t(), m.earlier(), m.relapses(), m.profile, m.importedDays));
  const baselines = lazyBy<Baseline | null>();
  const baseline = (score: ScoreName) => baselines(score, () => baselineFrom(score, dates(), m.profile));
  const isSettled = (x: JudgedCheckIn) => m.ageOf(x) >= SETTLED_MS;

  /** **Before**: age ≤ 36 h; with none of them ≥ 12 h old, also the last one of 12 h to 7 days. */
  const before = lazy(() => {
    const recent = m.upToAge(RECENT_MS);
    if (recent.some(isSettled)) return recent;
    const settled = m.upToAge(WEEK_MS).findLast(isSettled);
    return settled ? [settled, ...recent] : recent;
  });

  /**
   * **Rise**: C's score − the lowest in Before. Where Before holds nothing ≥ 12 h old, the baseline median counts as one
   * more score; without a baseline a rise of 0 or less is then unknown. Nothing to compare with: unknown.
   */
  const rise = (score: ScoreName): number | undefined => {
    const scores = before().map((x) => x.scores[score]);
    const settled = before().some(isSettled);
    const usual = settled ? null : baseline(score);
    if (usual) scores.push(usual.median);
    if (scores.length === 0) return undefined;
    const rise = m.checkIn.scores[score] - Math.min(...scores);
    return !settled && !usual && rise <= 0 ? undefined : rise;
  };

  /** **Week rise**: C's score − the greater of the baseline median (if any) and the lowest score of the last 7 days; without one it is the rise. */
  const weekRise = (score: ScoreName): number | undefined => {
    const scores = m.upToAge(WEEK_MS).map((x) => x.scores[score]);
    if (scores.length === 0) return rise(score);
    return m.checkIn.scores[score] - Math.max(baseline(score)?.median ?? 0, Math.min(...scores));
  };

  return {
    baseline,
    before,
    rise,
    weekRise,
    isFarBeyond: (score, k) => {
      const usual = baseline(score);
      return usual === null || m.checkIn.scores[score] >= usual.top + k;
    },
  };
}
