import { levelOf, LEVELS, type Level } from "@/lib/domain/check-in/level";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { countDays, meanBetween, type DaySeries } from "@/lib/domain/trends/day-series";
import type { Window } from "@/lib/domain/trends/range";
import { isWorse, type Usual } from "@/lib/domain/trends/worse";

const WEEK_DAYS = 7;
/** A week with fewer days says little about it. */
const FEWEST_DAYS_A_WEEK = 4;

/** Its first and last day inside the time shown, the mean of its days to one decimal, and on how many days it rests. */
export type Week = { from: CalendarDay; to: CalendarDay; mean: number; days: number };
export type Distribution = { days: number; levels: Record<Level, number>; best: Week | null; worst: Week | null };
/** `good` of `days`; null when it cannot be told */
export type GoodDays = { good: number; days: number } | null;

/**
 * How one line is spread over the time shown: days by level (none 0, mild up to 3, moderate up to 6, severe above; a day between two
 * levels, such as 3.5, belongs to the higher one), and its best and its worst week. A week runs from Monday to Sunday, counts the days
 * inside the time shown, and needs 4 of them with an entry. Best is the lowest mean of its days, worst the highest, of two alike the
 * later. Both are null unless two weeks differ: there is no best of one.
 */
export function distributionOf(series: DaySeries, window: Window): Distribution {
  const levels = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const value of series) if (value !== null) levels[levelOf(value)] += 1;
  const weeks = weeksOf(series, window);
  const best = weeks.reduce<Positions | null>((lowest, week) => (lowest && lowest.mean < week.mean ? lowest : week), null);
  const worst = weeks.reduce<Positions | null>((highest, week) => (highest && highest.mean > week.mean ? highest : week), null);
  const differ = best !== null && worst !== null && best.mean !== worst.mean;
  const named = ({ first, last, mean, days }: Positions): Week => ({ from: addDays(window.from, first), to: addDays(window.from, last), mean, days });
  return { days: countDays(series), levels, best: differ ? named(best) : null, worst: differ ? named(worst) : null };
}

/** A week by its places in the window: its days are worked out for the two that are told, not for the five hundred of ten years. */
type Positions = { first: number; last: number; mean: number; days: number };

function weeksOf(series: DaySeries, { from }: Window): Positions[] {
  const weeks: Positions[] = [];
  for (let monday = -mondayBased(from); monday < series.length; monday += WEEK_DAYS) {
    const [first, last] = [Math.max(0, monday), Math.min(series.length, monday + WEEK_DAYS) - 1];
    const { mean, days } = meanBetween(series, first, last + 1);
    if (mean !== null && days >= FEWEST_DAYS_A_WEEK) weeks.push({ first, last, mean, days });
  }
  return weeks;
}

/**
 * The share of good days. A day is **good** when all four symptoms have a value and none is worse than the person's usual (`isWorse`: 2
 * above its middle, fatigue 3, and above its top). A day with one that is worse is not good, whatever is missing; a day with something
 * missing and nothing worse is unknown and is not counted, on either side. Trackers do not count. The usual is that of today, the one
 * drawn, also for days long ago. Null unless the usual of all four is known and a day counts.
 */
export function goodDays(lines: Record<ScoreName, DaySeries>, usual: Record<ScoreName, Usual | null>): GoodDays {
  if (SCORE_NAMES.some((score) => !usual[score])) return null;
  let good = 0;
  let days = 0;
  for (let at = 0; at < lines.fatigue.length; at++) {
    let hasGap = false;
    let hasWorse = false;
    for (const score of SCORE_NAMES) {
      const value = lines[score][at] ?? null;
      if (value === null) hasGap = true;
      else if (isWorse(score, value, usual[score]!)) hasWorse = true;
    }
    if (hasGap && !hasWorse) continue;
    days += 1;
    if (!hasWorse) good += 1;
  }
  return days === 0 ? null : { good, days };
}

/** Monday 0 */
const mondayBased = (day: CalendarDay) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
