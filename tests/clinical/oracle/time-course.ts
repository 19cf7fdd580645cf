import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { Onset } from "@/lib/domain/check-in/vocabulary";
import { ageOf, DAY, datesOf, type Diary, HOUR, openRelapses, weekTo, within } from "./diary";
import { before } from "./scores";
import { gradeIn, tickedAreas, tickedEyes, visionGradeIn, walkingGradeIn, weaknessGradeIn } from "./grades";

export type Shows = (x: JudgedCheckIn) => boolean;
export type BodyOnset = "vision" | "numbness" | "walking" | "weakness";

/**
 * Section 3, "Onset(k)": the stated one, unless a check-in in Before contradicts usual or gradual; undefined = not answered. Of an
 * earlier check-in x it is the stated one: "the dropping of onset applies to C only".
 */
export function onsetOf(diary: Diary, key: BodyOnset, x = diary.c): Onset | undefined {
  const stated = x.onset?.[key];
  if (x !== diary.c || (stated !== "usual" && stated !== "gradual")) return stated;
  return before(diary).some((y) => contradicts(diary.c, y, key)) ? undefined : stated;
}

function contradicts(c: JudgedCheckIn, y: JudgedCheckIn, key: BodyOnset): boolean {
  if (key !== "weakness" && c.scores[key] - y.scores[key] >= 4) return true;
  switch (key) {
    case "numbness": return false;
    case "vision": return tickedEyes(c).some((eye) => fell(visionGradeIn(c, eye), visionGradeIn(y, eye)));
    case "walking": return fell(walkingGradeIn(c), walkingGradeIn(y));
    case "weakness": return tickedAreas(c).some((area) => fell(gradeIn("weakness", c.weakness?.severity), weaknessGradeIn(y, area)));
  }
}

/** True when both grades are known and the one there is at least two lower. */
const fell = (here: number | undefined, there: number | undefined): boolean => here !== undefined && there !== undefined && here - there >= 2;

export const isUsualOrGradual = (onset: Onset | undefined): boolean => onset === "usual" || onset === "gradual";
export const isSuddenOrHours = (onset: Onset | undefined): boolean => onset === "sudden" || onset === "hours";

/** Section 3, "eff(k)". */
export function effOf(diary: Diary, onset: Onset | undefined, showsAbsent: Shows): Onset | "unknown" {
  if (onset !== undefined) return onset;
  if (within(diary, 36 * HOUR).some(showsAbsent)) return "hours";
  return within(diary, 7 * DAY).some(showsAbsent) ? "days" : "unknown";
}

/** The local dates, more than a week and at most 60 days ago, with a check-in that holds the finding. */
const datesHolding = (diary: Diary, holds: Shows): number => datesOf(weekTo(diary, 60).filter(holds)).size;

export const isRecurrent = (diary: Diary, holds: Shows): boolean => datesHolding(diary, holds) >= 3;

export function isLongStanding(diary: Diary, holds: Shows): boolean {
  const all = datesOf(weekTo(diary, 60)).size;
  return isRecurrent(diary, holds) && datesHolding(diary, holds) >= all / 2 && diary.last !== undefined && holds(diary.last);
}

/** Section 3, "Persisting"; of C only. */
export function isPersisting(diary: Diary, onset: Onset | undefined, holds: Shows, x = diary.c): boolean {
  if (x !== diary.c || onset !== undefined || diary.last === undefined || !holds(diary.last)) return false;
  return openRelapses(diary).filter(({ startedAt }) => diary.t - startedAt.getTime() <= 90 * DAY).some(({ startedAt }) =>
    within(diary, 7 * DAY).some((x) => ageOf(diary, x) >= DAY && x.recordedAt.getTime() >= startedAt.getTime() && holds(x)));
}
