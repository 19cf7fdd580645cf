import { type Diary, hasHeat } from "./diary";
import { isNewDoubleVision, newlyLostEyes } from "./findings";
import { baselineOf, topInHeat } from "./scores";
import { onsetOf } from "./time-course";

/** Section 5, "Vision changed at C": elevated, or a finding. */
export function isVisionChanged(diary: Diary): boolean {
  return newlyLostEyes(diary).length > 0 || isNewDoubleVision(diary) || isElevated(diary);
}

function isElevated(diary: Diary): boolean {
  const onset = onsetOf(diary, "vision");
  if (onset === "usual") return false;
  const score = diary.c.scores.vision;
  const baseline = baselineOf(diary, "vision");
  const isTimed = onset === "days" || onset === "hours" || onset === "sudden";
  if (isTimed && score >= (baseline ? baseline.median + 1 : 3)) return true;
  if (!baseline) return false;
  const top = hasHeat(diary.c) ? topInHeat(diary, "vision", baseline.top) : baseline.top;
  return score >= baseline.median + 2 && score > top;
}
