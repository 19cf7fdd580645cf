import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import { eyesOf, isFast, isSlow, reaches, speaksOfEye, VISION_GRADE, type EffectiveOnset, type Eye } from "@/lib/domain/red-flags/grades";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { visionGrade, visionGradeOf, type OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";

/** A person whose usual vision score is this bad may mean the usual when they tick a loss. */
export const POOR_SIGHT_MEDIAN = 5;
export const POOR_SIGHT_MEDIAN_FOR_COMPLETE = 8;
/** So much lower a score stands for "not there" where no grade was recorded. */
export const ABSENT_SCORE = 3;

export type VisionFindings = {
  /** the eyes with new vision loss of `x` (C when not given); empty = no new vision loss */
  newLossEyes: (x?: JudgedCheckIn) => readonly Eye[];
  hasNewLoss: () => boolean;
  /** the eyes with a loss of any grade at C that is not **known**: neither usual nor long-standing at that grade or worse */
  unknownLossEyes: () => readonly Eye[];
  /** eff(vision) */
  effectiveOnset: () => EffectiveOnset;
  hasNewDoubleVision: (x?: JudgedCheckIn) => boolean;
  /** the eff of double vision */
  doubleVisionOnset: () => EffectiveOnset;
};

export function visionFindings(m: Moment, comparison: ComparisonFindings, onset: OnsetFindings, recurrence: RecurrenceFindings): VisionFindings {
  const c = m.checkIn;

  const holdsLoss = (eye: Eye, grade: number) => (x: JudgedCheckIn) => reaches(visionGradeOf(x, eye), grade);
  const isLongStanding = (eye: Eye, grade: number) => recurrence.isLongStanding(`vision ${eye} ${grade}`, holdsLoss(eye, grade));

  /** **New vision loss** of one eye: the five clauses in their order. */
  const isNewLoss = (x: JudgedCheckIn, eye: Eye, grade: number): boolean => {
    const stated = onset.of("vision", x);
    if (isUsualLoss(m, eye, grade)) return grade < VISION_GRADE.complete && isFast(stated);
    if (isFast(stated)) return true;
    if (isSlow(stated) || isLongStanding(eye, grade)) return false;
    if (stated === undefined) {
      if (x === c && recurrence.isPersisting("vision", holdsLoss(eye, grade))) return false;
      const usual = comparison.baseline("vision");
      const poor = grade === VISION_GRADE.complete ? POOR_SIGHT_MEDIAN_FOR_COMPLETE : POOR_SIGHT_MEDIAN;
      if (usual && usual.median >= poor && x.scores.vision <= usual.median) return false;
    }
    return true;
  };
  const lossEyesOf = (x: JudgedCheckIn): readonly Eye[] => {
    const grade = visionGrade(x);
    return grade === undefined || grade < VISION_GRADE.blurred ? [] : eyesOf(x.vision?.eyes).filter((eye) => isNewLoss(x, eye, grade));
  };
  const ofJudged = lazy(() => lossEyesOf(c));

  /** **New double vision**: sudden or within hours, or else nothing that makes it known. */
  const hasNewDoubleVision = (x: JudgedCheckIn = c): boolean => {
    if (x.vision?.doubleVision !== true) return false;
    const stated = onset.of("vision", x);
    if (isFast(stated)) return true;
    const holds = (other: JudgedCheckIn) => other.vision?.doubleVision === true;
    return !isSlow(stated) && m.profile.usual?.vision?.doubleVision !== true
      && !recurrence.isLongStanding("double vision", holds) && !(x === c && recurrence.isPersisting("vision", holds));
  };

  const scoreShowsAbsent = (x: JudgedCheckIn) => c.scores.vision - x.scores.vision >= ABSENT_SCORE;
  /** A lower grade for a new eye; or, where no grade is recorded for it, a score 3 lower. Another eye's grade says nothing of this one. */
  const showsLossAbsent = (x: JudgedCheckIn): boolean => {
    const grade = visionGrade(c);
    const eyes = ofJudged();
    if (grade === undefined || eyes.length === 0) return visionGrade(x) === undefined && scoreShowsAbsent(x);
    return eyes.some((eye) => {
      const recorded = visionGradeOf(x, eye);
      return recorded === undefined ? scoreShowsAbsent(x) : recorded < grade;
    });
  };
  const showsDoubleAbsent = (x: JudgedCheckIn): boolean =>
    x.vision?.doubleVision === undefined ? scoreShowsAbsent(x) : !x.vision.doubleVision;

  return {
    newLossEyes: (x = c) => (x === c ? ofJudged() : lossEyesOf(x)),
    unknownLossEyes: () => {
      const grade = visionGrade(c);
      return grade === undefined || grade < VISION_GRADE.blurred ? [] : eyesOf(c.vision?.eyes).filter((eye) =>
        !isUsualLoss(m, eye, grade) && !isLongStanding(eye, grade));
    },
    hasNewLoss: () => ofJudged().length > 0,
    effectiveOnset: lazy(() => onset.effective("vision", showsLossAbsent)),
    hasNewDoubleVision,
    doubleVisionOnset: lazy(() => onset.effective("vision", showsDoubleAbsent)),
  };
}

function isUsualLoss(m: Moment, eye: Eye, grade: number): boolean {
  const usual = m.profile.usual?.vision;
  return usual?.loss !== undefined && VISION_GRADE[usual.loss] >= grade && speaksOfEye(usual.eyes, eye);
}
