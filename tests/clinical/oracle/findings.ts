import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { BodyArea, Onset, Sign } from "@/lib/domain/check-in/vocabulary";
import { type Diary, hasHeat, isBelow36, isFeverNow } from "./diary";
import {
  type Area, type Eye, gradeIn, tickedAreas, tickedEyes, usualVisionGrade, usualWeaknessGrade, visionGradeIn, weaknessGradeIn,
} from "./grades";
import { baselineOf } from "./scores";
import { effOf, isLongStanding, isPersisting, isRecurrent, isSuddenOrHours, isUsualOrGradual, onsetOf, type Shows } from "./time-course";

type Eff = Onset | "unknown";

// Vision

export function newlyLostEyes(diary: Diary, x = diary.c): Eye[] {
  return tickedEyes(x).filter((eye) => isNewLoss(diary, eye, x));
}

const holdsLoss = (eye: Eye, grade: number): Shows => (x) => (visionGradeIn(x, eye) ?? -1) >= grade;

function isNewLoss(diary: Diary, eye: Eye, x: JudgedCheckIn): boolean {
  const grade = visionGradeIn(x, eye)!;
  const onset = onsetOf(diary, "vision", x);
  const holds = holdsLoss(eye, grade);
  if (grade < 1) return false;
  if ((usualVisionGrade(diary.profile, eye) ?? 0) >= grade) return grade < 3 && isSuddenOrHours(onset);
  if (isSuddenOrHours(onset)) return true;
  if (isUsualOrGradual(onset) || isLongStanding(diary, holds)) return false;
  if (onset === undefined) {
    const baseline = baselineOf(diary, "vision");
    const isPoorAsEver = baseline !== undefined && baseline.median >= (grade === 3 ? 8 : 5) && x.scores.vision <= baseline.median;
    if (isPersisting(diary, onset, holds, x) || isPoorAsEver) return false;
  }
  return true;
}

const isScoreLower = (diary: Diary, y: JudgedCheckIn, score: "vision" | "walking"): boolean => diary.c.scores[score] - y.scores[score] >= 3;

export function effVision(diary: Diary): Eff {
  const eyes = newlyLostEyes(diary);
  return effOf(diary, onsetOf(diary, "vision"), (y) => {
    if (eyes.length === 0) return y.vision?.loss === undefined && isScoreLower(diary, y, "vision");
    return eyes.some((eye) => {
      const there = visionGradeIn(y, eye);
      return there === undefined ? isScoreLower(diary, y, "vision") : there < visionGradeIn(diary.c, eye)!;
    });
  });
}

const seesDouble: Shows = (x) => x.vision?.doubleVision === true;

export function isNewDoubleVision(diary: Diary, x = diary.c): boolean {
  if (!seesDouble(x)) return false;
  const onset = onsetOf(diary, "vision", x);
  if (isSuddenOrHours(onset)) return true;
  const isOld = isUsualOrGradual(onset) || diary.profile.usual?.vision?.doubleVision === true
    || isLongStanding(diary, seesDouble) || isPersisting(diary, onset, seesDouble, x);
  return !isOld;
}

export function effDoubleVision(diary: Diary): Eff {
  return effOf(diary, onsetOf(diary, "vision"), (y) =>
    y.vision?.doubleVision === false || (y.vision?.doubleVision === undefined && isScoreLower(diary, y, "vision")));
}

/** Section 3, "Known", of a loss of C: at least one ticked eye is not known to be so. */
export const isLossUnknown = (diary: Diary): boolean => tickedEyes(diary.c).some((eye) => {
  const grade = visionGradeIn(diary.c, eye)!;
  return grade >= 1 && (usualVisionGrade(diary.profile, eye) ?? 0) < grade && !isLongStanding(diary, holdsLoss(eye, grade));
});

// Weakness

const severity = ({ weakness }: JudgedCheckIn): number | undefined => gradeIn("weakness", weakness?.severity);
const holdsWeakness = (area: Area, grade: number): Shows => (x) => (weaknessGradeIn(x, area) ?? -1) >= grade;

/** Whatever the heat: section 5 reads them so. */
export function newlyWeakBeforeHeat(diary: Diary, x = diary.c): Area[] {
  const ticked = tickedAreas(x);
  const grade = severity(x);
  const onset = onsetOf(diary, "weakness", x);
  const isNew = (area: Area): boolean => {
    const holds = holdsWeakness(area, grade ?? 0);
    return grade !== undefined && grade >= 1 && !isUsualOrGradual(onset) && grade > usualWeaknessGrade(diary.profile, area)
      && !isLongStanding(diary, holds) && !isPersisting(diary, onset, holds, x);
  };
  const found = ticked.filter(isNew);
  return found.length === 0 && isSuddenOrHours(onset) ? ticked : found;
}

export function effWeakness(diary: Diary): Eff {
  const areas = newlyWeakBeforeHeat(diary);
  const grade = severity(diary.c) ?? 0;
  return effOf(diary, onsetOf(diary, "weakness"), (y) => areas.some((area) => (weaknessGradeIn(y, area) ?? -1) < grade));
}

/** New weak areas as the EMERGENCY and URGENT rules see them. */
export function newlyWeakAreas(diary: Diary): Area[] {
  const areas = newlyWeakBeforeHeat(diary);
  const grade = severity(diary.c);
  const isExcused = hasHeat(diary.c) && effWeakness(diary) === "hours" && grade !== undefined && grade <= 2
    && areas.every((area) => usualWeaknessGrade(diary.profile, area) >= 1);
  return isExcused ? [] : areas;
}

/** Section 3, "Known", of the weakness of C: at least one area is not known to be so. */
export const isWeaknessUnknown = (diary: Diary): boolean => tickedAreas(diary.c).some((area) => {
  const grade = severity(diary.c);
  return grade !== undefined && grade >= 1 && usualWeaknessGrade(diary.profile, area) < grade && !isLongStanding(diary, holdsWeakness(area, grade));
});

export const withoutTrunk = (areas: readonly Area[]): Area[] => areas.filter((area) => area !== "trunk");
const isOn = (side: "left" | "right", area: string): boolean => area.startsWith(`${side}-`);

export const isTwoSides = (areas: readonly string[]): boolean => areas.some((area) => isOn("left", area)) && areas.some((area) => isOn("right", area));
export const isOneSide = (areas: readonly Area[]): boolean => withoutTrunk(areas).length > 0 && !isTwoSides(areas);

// Numbness

export function newlyNumbAreas(diary: Diary, x = diary.c): BodyArea[] {
  const isOldByOnset = isUsualOrGradual(onsetOf(diary, "numbness", x));
  return (x.numbness?.areas ?? []).filter((area) =>
    !(diary.profile.usual?.numbness ?? []).includes(area)
    && !isLongStanding(diary, (y) => (y.numbness?.areas ?? []).includes(area))
    && (area === "saddle" || !isOldByOnset));
}

export function isSuddenNumbSide(diary: Diary): boolean {
  if (diary.c.onset?.numbness !== "sudden") return false;
  const areas = newlyNumbAreas(diary).filter((area) => area !== "trunk" && area !== "saddle");
  const [left, right] = (["left", "right"] as const).map((side) => areas.filter((area) => isOn(side, area)));
  const isAllOnOneSide = areas.length >= 2 && !isTwoSides(areas);
  const isFaceHereLimbThere = (here: string[], there: string[]) => here.some((area) => area.endsWith("-face")) && there.some((area) => !area.endsWith("-face"));
  return isAllOnOneSide || isFaceHereLimbThere(left!, right!) || isFaceHereLimbThere(right!, left!);
}

// Bladder and bowel

export function isUnableToPassUrine({ c, profile, ...diary }: Diary): boolean {
  const usual = profile.usual?.bladder;
  return c.bladder === "cannot-pass-urine" && usual !== "catheter" && usual !== "cannot-pass-urine"
    && !isRecurrent({ c, profile, ...diary }, (x) => x.bladder === "cannot-pass-urine");
}

export function isNewBladderChange(diary: Diary): boolean {
  const { bladder } = diary.c;
  if (isUnableToPassUrine(diary)) return true;
  const isKind = bladder === "leaking" || bladder === "hard-to-start";
  return isKind && bladder !== diary.profile.usual?.bladder && !isRecurrent(diary, (x) => x.bladder === "leaking" || x.bladder === "hard-to-start");
}

export const isNewBowelLeak = (diary: Diary): boolean =>
  diary.c.bowel === "leaking" && diary.profile.usual?.bowel !== "leaking" && !isRecurrent(diary, (x) => x.bowel === "leaking");

// Safety signs

const NEVER_DISCOUNTED: readonly Sign[] = [
  "cannot-swallow", "worst-headache", "self-harm-thoughts", "self-harm-danger", "mottled-skin", "hard-to-wake", "rash-no-fade",
  "face-swelling", "heavy-bleeding", "head-injury", "shaking-chills", "pump-alarm",
];

export function countedSigns(diary: Diary): Sign[] {
  const { c, profile } = diary;
  const mayBeUsual = c.onset?.signs === "usual" && !isFeverNow(diary) && !isBelow36(diary);
  return (c.signs ?? []).filter((sign) =>
    NEVER_DISCOUNTED.includes(sign) || !(mayBeUsual && (profile.usual?.signs ?? []).includes(sign)));
}
