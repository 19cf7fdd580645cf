import type { Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";

/** One value a day, oldest first. null is a day without an entry: never zero, never filled in. */
export type DaySeries = (number | null)[];

/** The part of a check-in a line is drawn from. `day` is the local date in the check-in's own zone. */
export type DayEntry = { day: CalendarDay; scores: Scores };

/**
 * The four lines of `days` calendar days from `from`. A day's value is the median of its check-ins (an even count: the
 * mean of the middle two), as in the baseline of the rules. Entries outside the window are left out.
 */
export function daySeries(entries: readonly DayEntry[], from: CalendarDay, days: number): Record<ScoreName, DaySeries> {
  const byDay: DayEntry[][] = Array.from({ length: days }, () => []);
  for (const entry of entries) byDay[daysBetween(from, entry.day)]?.push(entry);
  const lineOf = (score: ScoreName) => byDay.map((ofDay) => median(ofDay.map((entry) => entry.scores[score])));
  return Object.fromEntries(SCORE_NAMES.map((score) => [score, lineOf(score)])) as Record<ScoreName, DaySeries>;
}

/** The middle value; null of an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Position of the newest day with an entry; null when there is none. */
export function lastEntryIndex(series: DaySeries): number | null {
  const index = series.findLastIndex((value) => value !== null);
  return index === -1 ? null : index;
}
