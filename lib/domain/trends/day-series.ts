import type { ImportedScores } from "@/lib/domain/check-in/check-in";
import type { TrackerName, Trackers } from "@/lib/domain/check-in/trackers";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import { isScore, type LineName } from "@/lib/domain/trends/lines";

/** One value a day, oldest first. null is a day without an entry: never zero, never filled in. */
export type DaySeries = (number | null)[];

/** Scores of which some may be unknown: an imported day may hold only one. */
export type SomeScores = Readonly<Record<ScoreName, number | null>>;

/** The part of a check-in a line is drawn from. `day` is the local date in the check-in's own zone. */
export type DayEntry = { day: CalendarDay; scores: SomeScores };

const NOTHING_KNOWN: SomeScores = { fatigue: null, numbness: null, vision: null, walking: null };

/** One check-in or imported day as the long lines are made of it. `at` counts days from the first day that was read. */
export type DayRow = {
  at: number;
  scores: SomeScores;
  trackers?: Trackers;
  /** typed in another diary before: it fills a day that has no check-in, and never stands against one */
  isImported?: boolean;
  /** heat among the triggers */
  isHot?: boolean;
  /** an infection sign or a fever */
  isInfected?: boolean;
};

/**
 * The four lines of `days` calendar days from `from`. A day's value is the median of its check-ins (an even count: the
 * mean of the middle two), as in the baseline of the rules; a day out of another diary fills what no check-in holds. Entries outside the
 * window are left out.
 */
export function daySeries(entries: readonly DayEntry[], from: CalendarDay, days: number, importedDays: readonly ImportedScores[] = []): Record<ScoreName, DaySeries> {
  const rows = [
    ...entries.map(({ day, scores }): DayRow => ({ at: daysBetween(from, day), scores })),
    ...importedDays.map(({ day, scores }): DayRow => ({ at: daysBetween(from, day), scores: { ...NOTHING_KNOWN, ...scores }, isImported: true })),
  ];
  return Object.fromEntries(SCORE_NAMES.map((score) => [score, dayLine(rows, score, days)])) as Record<ScoreName, DaySeries>;
}

/**
 * One line of `days` calendar days from the day `skipped` days after the one that rows count from. A day's value is the median of its check-ins that hold this
 * one; where there is none, the median of what was imported. Rows outside, and values that are unknown, are left out.
 */
export function dayLine(rows: readonly DayRow[], name: LineName, days: number, skipped = 0): DaySeries {
  const own = medians(rows, name, days, skipped, false);
  if (!rows.some(({ isImported }) => isImported)) return own;
  const imported = medians(rows, name, days, skipped, true);
  return own.map((value, at) => value ?? imported[at] ?? null);
}

/** A plain loop: ten years are ten thousand turns of it, on every visit. */
function medians(rows: readonly DayRow[], name: LineName, days: number, skipped: number, isImported: boolean): DaySeries {
  const line = new Array<number | null>(days).fill(null);
  const several = new Map<number, number[]>();
  const ofScore = isScore(name) ? name : null;
  for (const row of rows) {
    const at = row.at - skipped;
    if (Boolean(row.isImported) !== isImported || at < 0 || at >= days) continue;
    const value = ofScore ? row.scores[ofScore] : row.trackers?.[name as TrackerName] ?? null;
    if (value === null) continue;
    const before = line[at] ?? null;
    if (before === null) line[at] = value;
    else several.set(at, [...(several.get(at) ?? [before]), value]);
  }
  for (const [at, values] of several) line[at] = median(values);
  return line;
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

/** The mean of the days that hold a value, to one decimal as it is shown, and how many these are; a null mean of no day. */
export type MeanOfDays = { mean: number | null; days: number };

/** Of a stretch of the line, `to` not included: a long line is not copied week by week. */
export function meanBetween(series: DaySeries, from: number, to: number): MeanOfDays {
  let sum = 0;
  let days = 0;
  for (let at = from; at < to; at++) {
    const value = series[at] ?? null;
    if (value === null) continue;
    sum += value;
    days += 1;
  }
  return { mean: days === 0 ? null : Math.round((sum / days) * 10) / 10, days };
}

/** How many days hold a value. */
export const countDays = (series: DaySeries): number => meanBetween(series, 0, series.length).days;

/** The mean to one decimal, as it is shown; null of no day. */
export const meanOf = (series: DaySeries): number | null => meanBetween(series, 0, series.length).mean;

/** The newest days of a line. */
export const newestDays = (series: DaySeries, days: number): DaySeries => (series.length === days ? series : series.slice(-days));
