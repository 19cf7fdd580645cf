import type { Eyes, Onset, VisionLoss, WalkingAbility, WeaknessSeverity } from "@/lib/domain/check-in/vocabulary";

/** Section 3, "Grades": higher is worse. */
export const VISION_GRADE: Record<VisionLoss, number> = { none: 0, blurred: 1, partial: 2, complete: 3 };
export const WEAKNESS_GRADE: Record<WeaknessSeverity, number> = { none: 0, mild: 1, moderate: 2, severe: 3 };
export const WALKING_GRADE: Record<WalkingAbility, number> = { unaided: 0, "one-aid": 1, "two-aids": 2, "few-steps": 3, unable: 4 };

/** An eye or area that was not named. It matches any when two records are compared. */
export const UNNAMED = "unnamed";

export type Eye = "left" | "right" | typeof UNNAMED;

/** The eyes a record speaks of; `eyes` missing is one unnamed eye. */
export function eyesOf(eyes: Eyes | undefined): readonly Eye[] {
  if (eyes === undefined) return [UNNAMED];
  return eyes === "both" ? ["left", "right"] : [eyes];
}

export function speaksOfEye(eyes: Eyes | undefined, eye: Eye): boolean {
  return eye === UNNAMED || eyes === undefined || eyes === "both" || eyes === eye;
}

/** `areas` missing or empty is one unnamed area. */
export function speaksOfArea(areas: readonly string[] | undefined, area: string): boolean {
  return area === UNNAMED || areas === undefined || areas.length === 0 || areas.includes(area);
}

/** The onset that is stated, or worked out from the diary; "unknown" when neither tells. */
export type EffectiveOnset = Onset | "unknown";

export const isFast = (onset: EffectiveOnset | undefined): boolean => onset === "sudden" || onset === "hours";
export const isSlow = (onset: EffectiveOnset | undefined): boolean => onset === "usual" || onset === "gradual";

/** Grades and scores: an unknown value reaches no limit. */
export const reaches = (value: number | undefined, limit: number): boolean => value !== undefined && value >= limit;
