import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { BASELINE_NEWEST_MS, BASELINE_WIDEST_MS, byDate, isInsideRelapse, topOver } from "@/lib/domain/red-flags/baseline";
import type { ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import { lazy, lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { VisionFindings } from "@/lib/domain/red-flags/vision";

/** Section 5. What a person says began lately needs little; a score alone must leave the usual range. */
export const TOLD_RISE = 1;
export const TOLD_WITHOUT_BASELINE = 3;
export const ELEVATED_RISE = 2;
export const ELEVATED_RISE_OF_FATIGUE = 3;

export type ChangeFindings = {
  /** **Told(s, x)**: onset of days, hours or sudden, and the score at least median + 1 (no baseline: at least 3) */
  isTold: (score: ScoreName, x?: JudgedCheckIn) => boolean;
  /** **Elevated(s, x)** */
  isElevated: (score: ScoreName, x?: JudgedCheckIn) => boolean;
  /** **Vision changed at C**: elevated, new vision loss or new double vision */
  visionIsChanged: () => boolean;
  /** the top of the usual range as it counts for x: in the heat the usual of hot days counts too; Infinity without a baseline */
  topFor: (score: ScoreName, x: JudgedCheckIn) => number;
};

export function changeFindings(m: Moment, comparison: ComparisonFindings, onset: OnsetFindings, vision: VisionFindings): ChangeFindings {
  const c = m.checkIn;
  const heatDates = lazy(() => byDate(m.withAge(BASELINE_NEWEST_MS, BASELINE_WIDEST_MS).filter((x) => hasHeat(x) && !isInsideRelapse(x, m.relapses()))));
  const heatTops = lazyBy<number | undefined>();
  const topFor = (score: ScoreName, x: JudgedCheckIn): number => {
    const top = comparison.baseline(score)?.top ?? Infinity;
    return hasHeat(x) ? Math.max(top, heatTops(score, () => topOver(score, heatDates())) ?? top) : top;
  };

  const isTold = (score: ScoreName, x: JudgedCheckIn = c): boolean => {
    const stated = onset.of(score, x);
    if (stated !== "days" && stated !== "hours" && stated !== "sudden") return false;
    const usual = comparison.baseline(score);
    return x.scores[score] >= (usual ? usual.median + TOLD_RISE : TOLD_WITHOUT_BASELINE);
  };
  const isElevated = (score: ScoreName, x: JudgedCheckIn = c): boolean => {
    if (onset.of(score, x) === "usual") return false;
    if (isTold(score, x)) return true;
    const usual = comparison.baseline(score);
    if (!usual) return false;
    const value = x.scores[score];
    return value >= usual.median + (score === "fatigue" ? ELEVATED_RISE_OF_FATIGUE : ELEVATED_RISE) && value > topFor(score, x);
  };
  return {
    isTold,
    isElevated,
    topFor,
    visionIsChanged: lazy(() => isElevated("vision") || vision.hasNewLoss() || vision.hasNewDoubleVision()),
  };
}
