import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { Onset, OnsetKey } from "@/lib/domain/check-in/vocabulary";
import { RECENT_MS, WEEK_MS, type ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import {
  eyesOf, isSlow, speaksOfArea, speaksOfEye, UNNAMED, VISION_GRADE, WALKING_GRADE, WEAKNESS_GRADE, type EffectiveOnset, type Eye,
} from "@/lib/domain/red-flags/grades";
import { lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";

/** "It is usual" is not believed when a check-in in Before shows a score this much lower, or a grade this much lower. */
export const CONTRADICTING_SCORE = 4;
export const CONTRADICTING_GRADES = 2;

export type OnsetFindings = {
  /** **Onset(k)** of C (contradicted "usual" and "gradual" dropped) or, as stated, of an earlier check-in */
  of: (key: OnsetKey, x?: JudgedCheckIn) => Onset | undefined;
  /** **eff(k)**: the onset if answered, else inferred from when the diary last shows the finding absent */
  effective: (key: OnsetKey, showsAbsent: (x: JudgedCheckIn) => boolean) => EffectiveOnset;
};

export function onsetFindings(m: Moment, comparison: ComparisonFindings): OnsetFindings {
  const judged = lazyBy<Onset | undefined>();
  const ofJudged = (key: OnsetKey) => judged(key, () => {
    const stated = m.checkIn.onset?.[key];
    return isSlow(stated) && comparison.before().some((x) => contradicts(key, x, m.checkIn)) ? undefined : stated;
  });
  const of = (key: OnsetKey, x = m.checkIn) => (x === m.checkIn ? ofJudged(key) : x.onset?.[key]);
  return {
    of,
    effective: (key, showsAbsent) => {
      const answered = ofJudged(key);
      if (answered !== undefined) return answered;
      if (m.upToAge(RECENT_MS).some(showsAbsent)) return "hours";
      return m.upToAge(WEEK_MS).some(showsAbsent) ? "days" : "unknown";
    },
  };
}

/** Whether `x` shows that what C calls usual or gradual was much less at its time. Fatigue and signs are never dropped. */
function contradicts(key: OnsetKey, x: JudgedCheckIn, c: JudgedCheckIn): boolean {
  switch (key) {
    case "numbness":
      return c.scores.numbness - x.scores.numbness >= CONTRADICTING_SCORE;
    case "vision": {
      const grade = visionGrade(c);
      return c.scores.vision - x.scores.vision >= CONTRADICTING_SCORE
        || (grade !== undefined && eyesOf(c.vision?.eyes).some((eye) => isMuchLower(visionGradeOf(x, eye), grade)));
    }
    case "walking": {
      const grade = walkingGrade(c);
      return c.scores.walking - x.scores.walking >= CONTRADICTING_SCORE || (grade !== undefined && isMuchLower(walkingGrade(x), grade));
    }
    case "weakness": {
      const grade = weaknessGrade(c);
      return grade !== undefined && areasOf(c).some((area) => isMuchLower(weaknessGradeOf(x, area), grade));
    }
    case "fatigue":
    case "signs":
      return false;
  }
}

const isMuchLower = (recorded: number | undefined, grade: number) => recorded !== undefined && grade - recorded >= CONTRADICTING_GRADES;

/** The vision loss grade of a check-in; undefined when not recorded. */
export const visionGrade = (x: JudgedCheckIn): number | undefined => (x.vision?.loss === undefined ? undefined : VISION_GRADE[x.vision.loss]);
/** The same for one eye; undefined when the check-in says nothing of that eye. */
export const visionGradeOf = (x: JudgedCheckIn, eye: Eye): number | undefined => (speaksOfEye(x.vision?.eyes, eye) ? visionGrade(x) : undefined);

export const walkingGrade = (x: JudgedCheckIn): number | undefined => (x.walking?.ability === undefined ? undefined : WALKING_GRADE[x.walking.ability]);

export const weaknessGrade = (x: JudgedCheckIn): number | undefined => (x.weakness?.severity === undefined ? undefined : WEAKNESS_GRADE[x.weakness.severity]);
/** The same for one area; undefined when the check-in says nothing of that area. */
export const weaknessGradeOf = (x: JudgedCheckIn, area: string): number | undefined => (speaksOfArea(x.weakness?.areas, area) ? weaknessGrade(x) : undefined);

/**
 * The areas a check-in calls weak; without named areas a stated severity is one unnamed area. "None" is no area at all.
 * Areas named without a severity stay: not answering how weak is not "no".
 */
export function areasOf(x: JudgedCheckIn): readonly string[] {
  const { severity, areas = [] } = x.weakness ?? {};
  if (severity === "none") return [];
  if (areas.length > 0) return areas;
  return severity === undefined ? [] : [UNNAMED];
}
