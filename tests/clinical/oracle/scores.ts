import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { ageOf, DAY, datesOf, type Diary, hasHeat, HOUR, isInRelapse, isUsable, once, weekTo, within } from "./diary";

export type Baseline = { median: number; top: number };

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2;
}

/** The value at position ceil(0.95 n), counted from 1, in ascending order. */
function nearestRank95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((19 * sorted.length) / 20) - 1]!;
}

/** One value a local date: the median of its check-ins. */
export function dayValues(checkIns: readonly JudgedCheckIn[], score: ScoreName): number[] {
  return [...datesOf(checkIns)].map((day) => middle(checkIns.filter((x) => x.day === day).map((x) => x.scores[score])));
}

/** Section 3, "Baseline". */
export const baselineOf: (diary: Diary, score: ScoreName) => Baseline | undefined =
  once((diary, score) => baselineFrom(diary, score as ScoreName, (days) => weekTo(diary, days)));

/** The same from the check-ins of a window of 60 days, or else 180. */
export function baselineFrom(diary: Diary, score: ScoreName, upTo: (days: number) => JudgedCheckIn[]): Baseline | undefined {
  for (const days of [60, 180]) {
    const values = dayValues(upTo(days).filter((x) => isUsable(diary, x)), score);
    if (values.length >= 5) return { median: middle(values), top: nearestRank95(values) };
  }
  const usual = diary.profile.usual?.scores?.[score];
  return usual === undefined ? undefined : { median: usual, top: usual };
}

/** Section 3, "Before". */
export function before(diary: Diary): JudgedCheckIn[] {
  const recent = within(diary, 36 * HOUR);
  if (recent.some((x) => ageOf(diary, x) >= 12 * HOUR)) return recent;
  const older = within(diary, 7 * DAY).filter((x) => ageOf(diary, x) >= 12 * HOUR);
  return older.length === 0 ? recent : [...recent, older[older.length - 1]!];
}

/** Section 3, "rise"; undefined when it is unknown. */
export function rise(diary: Diary, score: ScoreName): number | undefined {
  const checkIns = before(diary);
  const scores = checkIns.map((x) => x.scores[score]);
  const isOldEnough = checkIns.some((x) => ageOf(diary, x) >= 12 * HOUR);
  const baseline = baselineOf(diary, score);
  if (!isOldEnough && baseline) scores.push(baseline.median);
  if (scores.length === 0) return undefined;
  const found = diary.c.scores[score] - Math.min(...scores);
  return !isOldEnough && !baseline && found <= 0 ? undefined : found;
}

/** Section 3, "Week rise"; undefined when it is unknown. */
export function weekRise(diary: Diary, score: ScoreName): number | undefined {
  const week = within(diary, 7 * DAY).map((x) => x.scores[score]);
  if (week.length === 0) return rise(diary, score);
  const baseline = baselineOf(diary, score);
  return diary.c.scores[score] - Math.max(Math.min(...week), ...(baseline ? [baseline.median] : []));
}

export const isRiseAtLeast = (diary: Diary, score: ScoreName, limit: number): boolean => {
  const found = rise(diary, score);
  return found !== undefined && found >= limit;
};

/** Section 3, "Far beyond k". */
export function isFarBeyond(diary: Diary, score: ScoreName, k: number): boolean {
  const baseline = baselineOf(diary, score);
  return !baseline || diary.c.scores[score] >= baseline.top + k;
}

/** Section 5: the top that counts for x; in heat it is the greater of two. */
export function topFor(diary: Diary, score: ScoreName, top: number, x = diary.c): number {
  if (!hasHeat(x)) return top;
  return Math.max(top, topOfHeatDays(diary, score));
}

const topOfHeatDays = once((diary, score) => {
  const inHeat = weekTo(diary, 180).filter((x) => hasHeat(x) && !isInRelapse(diary, x));
  return datesOf(inHeat).size >= 5 ? nearestRank95(dayValues(inHeat, score as ScoreName)) : 0;
});
