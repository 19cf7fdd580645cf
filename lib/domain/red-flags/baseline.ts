import type { ImportedScores, JudgedCheckIn, Profile, RecordedRelapse, Scores } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { hasFever, hasHeat, infectionSignsOf } from "@/lib/domain/red-flags/infection";
import { lazy } from "@/lib/domain/red-flags/lazy";
import { before } from "@/lib/domain/red-flags/moment";
import { DAY_MS, type CalendarDay } from "@/lib/domain/time";

/** Limits of section 3, "Baseline": older than 7 days, up to 60, widened to 180 when that holds fewer than 5 dates. */
export const BASELINE_NEWEST_MS = 7 * DAY_MS;
export const BASELINE_OLDEST_MS = 60 * DAY_MS;
export const BASELINE_WIDEST_MS = 180 * DAY_MS;
export const BASELINE_MIN_DATES = 5;
/** An open relapse keeps its days out of the baseline for this long. */
const OPEN_RELAPSE_COUNTS_MS = 90 * DAY_MS;
export const TOP_PERCENT = 95;

/** The person's own usual of one score. `low` and `high` are the 10th and 90th nearest-rank percentile, for drawing. */
export type Baseline = { median: number; top: number; low: number; high: number; days: number; from: "diary" | "profile" };

type Scored = { day: CalendarDay; scores: Partial<Scores> };
/** The dates a usual may rest on, each with all that counts of that day. `wide` is for a score that `near` has on fewer than 5 dates. */
export type BaselineDates = { near: readonly (readonly Scored[])[]; wide: () => readonly (readonly Scored[])[] };

/**
 * The usual of a score as of `at`: only check-ins before `at` count, in any order, and days out of other diaries. Null when neither the diary (5 dates
 * older than 7 days) nor the profile tells. `days` is the number of dates it rests on, 0 when it comes from the profile.
 */
export function baselineOf(
  score: ScoreName, at: Date, history: JudgedCheckIn[], relapses: RecordedRelapse[], profile: Profile, importedDays: readonly ImportedScores[] = [],
): Baseline | null {
  return baselineFrom(score, baselineDates(at.getTime(), before(at.getTime(), history), relapses, profile, importedDays), profile);
}

/** The usable check-ins a baseline rests on, by local date, and the days out of other diaries on dates without any check-in. */
export function baselineDates(
  t: number, earlier: readonly JudgedCheckIn[], relapses: readonly RecordedRelapse[], profile: Profile, importedDays: readonly ImportedScores[] = [],
): BaselineDates {
  const usableUpTo = (oldest: number) => earlier.filter((x) => {
    const age = t - x.recordedAt.getTime();
    return age > BASELINE_NEWEST_MS && age <= oldest && isUsable(x, relapses, profile);
  });
  const imported = importedDays.length === 0 ? [] : withoutCheckIn(importedDays, earlier, relapses);
  const importedUpTo = (oldest: number) => imported.filter(({ day }) => {
    const age = t - noonOf(day);
    return age > BASELINE_NEWEST_MS && age <= oldest;
  });
  const upTo = (oldest: number) => [...byDate(usableUpTo(oldest)), ...byDate(importedUpTo(oldest))];
  return { near: upTo(BASELINE_OLDEST_MS), wide: lazy(() => upTo(BASELINE_WIDEST_MS)) };
}

/** An imported day has no hour: its age is that of its noon in UTC, and it is inside a relapse when any part of it is. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const HALF_DAY_MS = DAY_MS / 2;

function withoutCheckIn(importedDays: readonly ImportedScores[], earlier: readonly JudgedCheckIn[], relapses: readonly RecordedRelapse[]): ImportedScores[] {
  const own = new Set(earlier.map(({ day }) => day));
  return importedDays.filter(({ day }) => !own.has(day) && !touchesRelapse(noonOf(day) - HALF_DAY_MS, noonOf(day) + HALF_DAY_MS, relapses));
}

export function baselineFrom(score: ScoreName, { near, wide }: BaselineDates, profile: Profile): Baseline | null {
  const nearest = dayValues(score, near);
  const values = nearest.length >= BASELINE_MIN_DATES ? nearest : dayValues(score, wide());
  if (values.length >= BASELINE_MIN_DATES) {
    sorted(values);
    return {
      median: medianOfSorted(values),
      top: nearestRank(values, TOP_PERCENT),
      low: nearestRank(values, 10),
      high: nearestRank(values, 90),
      days: values.length,
      from: "diary",
    };
  }
  const usual = profile.usual?.scores?.[score];
  return usual === undefined ? null : { median: usual, top: usual, low: usual, high: usual, days: 0, from: "profile" };
}

/** The 95th percentile of a score over these dates; undefined with fewer than 5. */
export function topOver(score: ScoreName, dates: JudgedCheckIn[][]): number | undefined {
  return dates.length < BASELINE_MIN_DATES ? undefined : nearestRank(sorted(dayValues(score, dates)), TOP_PERCENT);
}

/** **Usable**: no fever, no infection sign, no heat, not inside a recorded relapse. */
export function isUsable(x: JudgedCheckIn, relapses: readonly RecordedRelapse[], profile: Profile): boolean {
  return !hasHeat(x) && infectionSignsOf(x, profile).length === 0 && !hasFever(x, profile) && !isInsideRelapse(x, relapses);
}

/** Inside [start, end], both included; an open relapse ends 90 days after its start here. */
export function isInsideRelapse(x: JudgedCheckIn, relapses: readonly RecordedRelapse[]): boolean {
  return touchesRelapse(x.recordedAt.getTime(), x.recordedAt.getTime(), relapses);
}

const touchesRelapse = (from: number, to: number, relapses: readonly RecordedRelapse[]): boolean => relapses.some(({ startedAt, endedAt }) => {
  const start = startedAt.getTime();
  return to >= start && from <= (endedAt ? endedAt.getTime() : start + OPEN_RELAPSE_COUNTS_MS);
});

/** Check-ins grouped by the local date each one carries. */
export function byDate<Dated extends { day: CalendarDay }>(checkIns: readonly Dated[]): Dated[][] {
  const dates = new Map<string, Dated[]>();
  for (const x of checkIns) {
    const sameDate = dates.get(x.day);
    if (sameDate) sameDate.push(x);
    else dates.set(x.day, [x]);
  }
  return [...dates.values()];
}

/** A day's value is the median of its check-ins; a day without this score has none. */
const dayValues = (score: ScoreName, dates: readonly (readonly Scored[])[]): number[] => dates.flatMap((date) => {
  const values = date.flatMap(({ scores }) => scores[score] ?? []);
  return values.length <= 1 ? values : medianOfSorted(sorted(values));
});

/** The median of the day values of a score. @throws RangeError without any date */
export const medianOfDays = (score: ScoreName, dates: JudgedCheckIn[][]): number => medianOf(dayValues(score, dates));

/** Even count: the mean of the middle two. @throws RangeError for none */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("There is no median of nothing");
  return medianOfSorted(sorted([...values]));
}

const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);

function medianOfSorted(values: readonly number[]): number {
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}

/** Position ceil(percent × n / 100), counted from 1; whole numbers, so that 95 % of 20 is exactly 19. */
export const nearestRank = (values: readonly number[], percent: number): number =>
  values[Math.max(Math.ceil((percent * values.length) / 100), 1) - 1]!;
