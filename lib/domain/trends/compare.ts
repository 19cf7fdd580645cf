import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";
import { countDays, meanOf, type DaySeries } from "@/lib/domain/trends/day-series";
import type { LineName } from "@/lib/domain/trends/lines";
import type { Range, Window } from "@/lib/domain/trends/range";

export const COMPARISONS = ["before", "year"] as const;
/** The time just before, as long; or the same days a year ago. */
export type Comparison = (typeof COMPARISONS)[number];

/** In tenths. A change of this or less counts as the same. */
const SAME_TENTHS = 5;
/** Fewer days than this on either side say nothing: as many as a baseline needs. */
const FEWEST_DAYS = 5;
/** Of all entries, the last year is compared. */
const LONGEST_DAYS = 365;

export type Change = "better" | "same" | "worse" | "too-few";
/** Means are rounded to one decimal; null when there is no day. `…Days` is how many days with an entry each rests on. */
export type ChangeRow = { name: LineName; before: number | null; now: number | null; beforeDays: number; nowDays: number; change: Change };
export type TwoPeriods = { comparison: Comparison; now: Window; before: Window };

/** The comparison of a search parameter. Anything unknown is the time just before. */
export function parseComparison(value: string | string[] | undefined): Comparison {
  return COMPARISONS.find((comparison) => comparison === value) ?? "before";
}

/** The two periods that are compared. The first ends today and is as long as the time shown, a year at most. */
export function twoPeriods(range: Range, comparison: Comparison, today: CalendarDay): TwoPeriods {
  const days = range === "all" ? LONGEST_DAYS : Number(range);
  const now = { from: addDays(today, 1 - days), days };
  const before = comparison === "before" ? addDays(now.from, -days) : aYearBefore(now.from);
  return { comparison, now, before: { from: before, days } };
}

/** The same date a year ago; of 29 February the 28th. */
function aYearBefore(day: CalendarDay): CalendarDay {
  const date = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return date.endsWith("-02-29") ? date.replace("-29", "-28") : date;
}

/**
 * Lines in two periods beside each other.
 * @param lines any days that hold both periods, all from `from`; days outside are taken as days without an entry
 */
export function compareLines(lines: readonly { name: LineName; values: DaySeries }[], from: CalendarDay, periods: TwoPeriods): ChangeRow[] {
  return lines.map(({ name, values }) => {
    const now = cut(values, from, periods.now);
    const before = cut(values, from, periods.before);
    const [nowDays, beforeDays] = [countDays(now), countDays(before)];
    const [nowMean, beforeMean] = [meanOf(now), meanOf(before)];
    return {
      name, before: beforeMean, now: nowMean, beforeDays, nowDays,
      change: beforeDays < FEWEST_DAYS || nowDays < FEWEST_DAYS ? "too-few" : compare(beforeMean, nowMean),
    };
  });
}

/** The part of a line that lies in a window. What was not read is no entry. */
function cut(values: DaySeries, from: CalendarDay, window: Window): DaySeries {
  const first = daysBetween(from, window.from);
  return values.slice(Math.max(0, first), Math.max(0, first + window.days));
}

/** Compares what is shown, so that 2.0 and 2.5 never read as more than 0.5 apart. */
function compare(before: number | null, now: number | null): Change {
  if (before === null || now === null) return "too-few";
  const tenths = Math.round(now * 10) - Math.round(before * 10);
  if (Math.abs(tenths) <= SAME_TENTHS) return "same";
  return tenths < 0 ? "better" : "worse";
}
