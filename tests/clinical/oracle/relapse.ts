import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { ageOf, DAY, datesOf, type Diary, hasHeat, HOUR, isFever, isInfectionSign, openRelapses, within } from "./diary";
import { isNewDoubleVision, newlyLostEyes, newlyNumbAreas, newlyWeakBeforeHeat } from "./findings";
import { walkingGradeIn } from "./grades";
import { type Baseline, baselineFrom, baselineOf, middle, topFor } from "./scores";
import { isRecurrent, isUsualOrGradual, onsetOf } from "./time-course";
import { usualAbility } from "./walking";

export const FOCAL = ["numbness", "vision", "walking", "weakness"] as const;
export const FOCAL_SCORES = ["numbness", "vision", "walking"] as const;
export type Group = (typeof FOCAL)[number] | "fatigue";

/** Section 5, "Told". */
export function isTold(diary: Diary, score: ScoreName, x = diary.c): boolean {
  const onset = score === "fatigue" ? x.onset?.fatigue : onsetOf(diary, score, x);
  if (onset !== "days" && onset !== "hours" && onset !== "sudden") return false;
  const baseline = baselineOf(diary, score);
  return x.scores[score] >= (baseline ? baseline.median + 1 : 3);
}

/** Section 5, "Elevated". */
export function isElevated(diary: Diary, score: ScoreName, x = diary.c): boolean {
  const onset = score === "fatigue" ? x.onset?.fatigue : onsetOf(diary, score, x);
  if (onset === "usual") return false;
  if (isTold(diary, score, x)) return true;
  const baseline = baselineOf(diary, score);
  if (!baseline) return false;
  return x.scores[score] >= baseline.median + (score === "fatigue" ? 3 : 2) && x.scores[score] > topFor(diary, score, baseline.top, x);
}

/** Section 5, "Finding". */
export function hasFinding(diary: Diary, group: Group, x = diary.c): boolean {
  switch (group) {
    case "numbness": return newlyNumbAreas(diary, x).length > 0;
    case "vision": return newlyLostEyes(diary, x).length > 0 || isNewDoubleVision(diary, x);
    case "weakness": return newlyWeakBeforeHeat(diary, x).length > 0;
    case "fatigue": return false;
    case "walking": {
      const [grade, usual] = [walkingGradeIn(x), usualAbility(diary)];
      return grade !== undefined && usual !== undefined && grade > usual && diary.profile.mobility !== "wheelchair-full-time"
        && !isRecurrent(diary, (y) => (walkingGradeIn(y) ?? -1) >= grade) && !isUsualOrGradual(onsetOf(diary, "walking", x));
    }
  }
}

/** Section 5, "Changed"; undefined = unknown. */
function isChanged(diary: Diary, group: Group, x: JudgedCheckIn): boolean | undefined {
  if (hasFinding(diary, group, x)) return true;
  if (group === "weakness") return x.weakness?.severity === undefined ? undefined : false;
  return isElevated(diary, group, x);
}

/** Section 5, "Vision changed at C". */
export const isVisionChanged = (diary: Diary): boolean => hasFinding(diary, "vision") || isElevated(diary, "vision");

/** Section 5, "Firm". */
function isFirm(diary: Diary, group: Group, x: JudgedCheckIn): boolean {
  if (hasFinding(diary, group, x)) return true;
  if (group === "weakness") return false;
  if (isTold(diary, group, x)) return true;
  const baseline = baselineOf(diary, group);
  const score = x.scores[group];
  return baseline !== undefined && score >= baseline.median + (group === "fatigue" ? 4 : 3) && score >= topFor(diary, group, baseline.top, x) + 2;
}

export type Run = { group: Group; start: number; lasts: number; isFirm: boolean; holdsFirm: boolean; isMet: boolean; isSustained: boolean };

/** Section 5, "Run", "Sustained run" and "Duration met". */
export function runOf(diary: Diary, group: Group): Run | undefined {
  if (isChanged(diary, group, diary.c) !== true) return sustainedRunOf(diary, group);
  const counted = [{ x: diary.c, at: diary.t }];
  for (const x of [...diary.earlier].reverse()) {
    const changed = isChanged(diary, group, x);
    if (changed === undefined) continue;
    const at = x.recordedAt.getTime();
    if (!changed || counted[counted.length - 1]!.at - at > 14 * DAY) break;
    counted.push({ x, at });
  }
  const first = counted[counted.length - 1]!;
  const lasts = diary.t - first.at;
  const firm = counted.filter(({ x }) => isFirm(diary, group, x));
  const makesFirm = firm.length >= 2 || counted.some(({ x }) => hasFinding(diary, group, x) || (group !== "weakness" && isTold(diary, group, x)));
  const isAllHeat = counted.every(({ x }) => hasHeat(x));
  const firstOnset = group === "fatigue" ? first.x.onset?.fatigue : onsetOf(diary, group, first.x);
  const needs = isAllHeat ? 72 * HOUR : makesFirm ? 24 * HOUR : 48 * HOUR;
  return {
    group, start: first.at, lasts, isFirm: makesFirm, holdsFirm: firm.length > 0, isSustained: false,
    isMet: lasts >= needs || (firstOnset === "days" && !isAllHeat),
  };
}

function sustainedRunOf(diary: Diary, group: Group): Run | undefined {
  if (group === "weakness" || group === "fatigue" || onsetOf(diary, group) === "usual") return undefined;
  const baseline = baselineOf(diary, group);
  const oldest = [...diary.earlier].reverse().find((x) => ageOf(diary, x) >= 7 * DAY);
  if (!baseline || !oldest) return undefined;
  const all = [diary.c, ...diary.earlier.filter((x) => x.recordedAt >= oldest.recordedAt)];
  const isHigh = all.every((x) => x.scores[group] >= baseline.median + 2);
  const dates = datesOf([diary.c, ...within(diary, 7 * DAY)]).size;
  if (!isHigh || dates < 4) return undefined;
  return { group, start: oldest.recordedAt.getTime(), lasts: ageOf(diary, oldest), isFirm: true, holdsFirm: false, isMet: true, isSustained: true };
}

/** Section 5, "Same relapse". */
export function belongsToRelapse(diary: Diary, { group, start }: Run): boolean {
  return diary.relapses.filter(({ startedAt }) => startedAt.getTime() <= diary.t).some((relapse) => {
    const began = relapse.startedAt.getTime();
    if (start - began < 30 * DAY) return true;
    return openRelapses(diary).includes(relapse) && !diary.earlier.some((x) =>
      x.recordedAt.getTime() > began && x.recordedAt.getTime() < start && isChanged(diary, group, x) === false);
  });
}

/** Section 3, "Recent infection". */
export function isInfectionRecent(diary: Diary): boolean {
  return [diary.c, ...diary.earlier.filter((x) => ageOf(diary, x) < 72 * HOUR)].some((x) =>
    isFever(diary, x.temperatureC) || (x.infection ?? []).some((item) => isInfectionSign(diary, item)));
}

const latestOf = (relapses: readonly RecordedRelapse[]): RecordedRelapse | undefined =>
  [...relapses].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
const latestRelapse = (diary: Diary) => latestOf(diary.relapses.filter(({ startedAt }) => startedAt.getTime() <= diary.t));
/** "Open relapse (the latest)": the latest of those that are open. */
export const latestOpenRelapse = (diary: Diary) => latestOf(openRelapses(diary));

/** The rule `relapse-worsening` without "not possible-relapse". */
export function isRelapseWorsening(diary: Diary, runs: readonly Run[]): boolean {
  const latest = latestRelapse(diary);
  if (!latest) return false;
  const began = latest.startedAt.getTime();
  const age = diary.t - began;
  const isCurrent = age < 30 * DAY || (openRelapses(diary).includes(latest) && age <= 90 * DAY);
  if (!isCurrent || isInfectionRecent(diary) || hasHeat(diary.c)) return false;
  const settled = diary.earlier.filter((x) => x.recordedAt.getTime() >= began && ageOf(diary, x) >= DAY);
  const isWorse = FOCAL_SCORES.some((score) => {
    if (settled.length < 2 || onsetOf(diary, score) === "usual") return false;
    if (!runs.some(({ group }) => group === score) && baselineOf(diary, score)) return false;
    const m = middle(settled.map((x) => x.scores[score]));
    const now = diary.c.scores[score];
    return now >= m + 3 || (now >= m + 2 && diary.last!.scores[score] >= m + 2);
  });
  return isWorse || runs.some((run) => run.group !== "fatigue" && run.isMet && !run.isSustained && belongsToRelapse(diary, run)
    && run.start - began > 3 * DAY && run.start - began < 30 * DAY);
}

/** Section 5, "Pre-relapse baseline". */
export function usualBefore(diary: Diary, { startedAt }: RecordedRelapse, score: ScoreName): Baseline | undefined {
  return baselineFrom(diary, score, (days) => diary.earlier.filter((x) => {
    const before = startedAt.getTime() - x.recordedAt.getTime();
    return before > 0 && before <= days * DAY;
  }));
}
