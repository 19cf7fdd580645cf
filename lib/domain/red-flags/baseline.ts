import type { JudgedCheckIn, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { hasFever, hasHeat, infectionSignsOf } from "@/lib/domain/red-flags/infection";
import { before } from "@/lib/domain/red-flags/moment";
import { DAY_MS } from "@/lib/domain/time";

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

/**
 * The usual of a score as of `at`: only check-ins before `at` count, in any order. Null when neither the diary (5 dates
 * older than 7 days) nor the profile tells. `days` is the number of dates it rests on, 0 when it comes from the profile.
 */
export function baselineOf(score: ScoreName, at: Date, history: JudgedCheckIn[], relapses: RecordedRelapse[], profile: Profile): Baseline | null {
  return baselineFrom(score, baselineDates(at.getTime(), before(at.getTime(), history), relapses, profile), profile);
}

/** The usable check-ins a baseline rests on, by local date; fewer than 5 dates make none. */
export function baselineDates(t: number, earlier: readonly JudgedCheckIn[], relapses: readonly RecordedRelapse[], profile: Profile): JudgedCheckIn[][] {
  const usableUpTo = (oldest: number) => earlier.filter((x) => {
    const age = t - x.recordedAt.getTime();
    return age > BASELINE_NEWEST_MS && age <= oldest && isUsable(x, relapses, profile);
  });
  const dates = byDate(usableUpTo(BASELINE_OLDEST_MS));
  return dates.length >= BASELINE_MIN_DATES ? dates : byDate(usableUpTo(BASELINE_WIDEST_MS));
}

export function baselineFrom(score: ScoreName, dates: JudgedCheckIn[][], profile: Profile): Baseline | null {
  if (dates.length >= BASELINE_MIN_DATES) {
    const values = sorted(dayValues(score, dates));
    return {
      median: medianOfSorted(values),
      top: nearestRank(values, TOP_PERCENT),
      low: nearestRank(values, 10),
      high: nearestRank(values, 90),
      days: dates.length,
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
  const at = x.recordedAt.getTime();
  return relapses.some(({ startedAt, endedAt }) => {
    const start = startedAt.getTime();
    return at >= start && at <= (endedAt ? endedAt.getTime() : start + OPEN_RELAPSE_COUNTS_MS);
  });
}

/** Check-ins grouped by the local date each one carries. */
export function byDate(checkIns: readonly JudgedCheckIn[]): JudgedCheckIn[][] {
  const dates = new Map<string, JudgedCheckIn[]>();
  for (const x of checkIns) {
    const sameDate = dates.get(x.day);
    if (sameDate) sameDate.push(x);
    else dates.set(x.day, [x]);
  }
  return [...dates.values()];
}

/** A day's value is the median of its check-ins. */
const dayValues = (score: ScoreName, dates: JudgedCheckIn[][]): number[] =>
  dates.map((date) => (date.length === 1 ? date[0]!.scores[score] : medianOfSorted(sorted(date.map((x) => x.scores[score])))));

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
const nearestRank = (values: readonly number[], percent: number): number =>
  values[Math.max(Math.ceil((percent * values.length) / 100), 1) - 1]!;
