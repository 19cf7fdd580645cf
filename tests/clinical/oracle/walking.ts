import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { ageOf, DAY, datesOf, type Diary, HOUR, isUsable, once, weekTo, within } from "./diary";
import { gradeIn, walkingGradeIn } from "./grades";
import { effOf, isPersisting, isUsualOrGradual, onsetOf } from "./time-course";

const UNABLE = 4;
const FEW_STEPS = 3;

/** Section 3, "Usual ability", as a grade; undefined when it is unknown. */
export const usualAbility: (diary: Diary) => number | undefined = once((diary) => {
  const { profile } = diary;
  if (profile.usual?.walking !== undefined) return gradeIn("walking", profile.usual.walking);
  if (profile.mobility === "wheelchair-full-time") return UNABLE;
  const usable = weekTo(diary, 60).filter((x) => isUsable(diary, x));
  const daily = [...datesOf(usable)].map((day) => worst(usable.filter((x) => x.day === day)));
  const recorded = daily.filter((grade) => grade !== undefined);
  if (recorded.length < 3 || recorded.length < daily.length / 2) return undefined;
  const counts = [0, 1, 2, 3, 4].map((grade) => recorded.filter((each) => each === grade).length);
  return counts.lastIndexOf(Math.max(...counts));
});

function worst(checkIns: readonly JudgedCheckIn[]): number | undefined {
  const grades = checkIns.map(walkingGradeIn).filter((grade) => grade !== undefined);
  return grades.length === 0 ? undefined : Math.max(...grades);
}

/** Section 3, "drop"; undefined when it is unknown. */
export function drop(diary: Diary): number | undefined {
  const grade = walkingGradeIn(diary.c);
  if (grade === undefined) return undefined;
  const usual = usualAbility(diary);
  if (usual !== undefined) return grade - usual;
  const compared = within(diary, 7 * DAY).map((x) => ({ age: ageOf(diary, x), there: walkingGradeIn(x) }))
    .flatMap(({ age, there }) => (there === undefined || (age <= 36 * HOUR && there >= grade) ? [] : [there]));
  return compared.length === 0 ? undefined : grade - Math.min(...compared);
}

export function effWalking(diary: Diary) {
  const grade = walkingGradeIn(diary.c);
  return effOf(diary, onsetOf(diary, "walking"), (y) => {
    const there = walkingGradeIn(y);
    return there === undefined ? diary.c.scores.walking - y.scores.walking >= 3 : grade !== undefined && there < grade;
  });
}

export function isNewWalkingLoss(diary: Diary): boolean {
  const grade = walkingGradeIn(diary.c);
  if (grade === undefined || grade < FEW_STEPS || diary.profile.mobility === "wheelchair-full-time") return false;
  const onset = onsetOf(diary, "walking");
  return !isUsualOrGradual(onset) && (drop(diary) ?? 1) >= 1
    && !isPersisting(diary, onset, (x) => (walkingGradeIn(x) ?? -1) >= grade);
}

export const isUnable = ({ c }: Diary): boolean => walkingGradeIn(c) === UNABLE;
/** The clause "drop >= 2, or drop unknown". */
export const isDropTwoOrUnknown = (diary: Diary): boolean => (drop(diary) ?? 2) >= 2;

/** Section 3, "Walking by score": may the score alone decide? */
export function mayGoByScore(diary: Diary): boolean {
  if (diary.c.walking?.ability !== undefined || diary.profile.mobility === "wheelchair-full-time") return false;
  return (usualAbility(diary) ?? 0) < FEW_STEPS && !isUsualOrGradual(onsetOf(diary, "walking"));
}
