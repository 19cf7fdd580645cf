import { BASELINE_MIN_DATES, nearestRank, TOP_PERCENT, type Baseline, type BaselineDates } from "@/lib/domain/red-flags/baseline";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import { median, type DaySeries } from "@/lib/domain/trends/day-series";

/** The usual as drawn: its middle, the edges of the strip (10th and 90th percentile), and on how many days it rests. */
export type UsualRange = { median: number; low: number; high: number; days: number };

/**
 * The usual of a tracker: of the same days that the usual of the four rests on, those on which it was logged. Null with fewer than 5.
 * No rule reads it.
 * @param from the first day of `series`
 */
export function trackerUsual(series: DaySeries, { near, wide }: BaselineDates, from: CalendarDay): Baseline | null {
  const valuesOn = (dates: BaselineDates["near"]) => dates.flatMap(([first]) => (first ? series[daysBetween(from, first.day)] ?? [] : []));
  const nearest = valuesOn(near);
  const values = (nearest.length >= BASELINE_MIN_DATES ? nearest : valuesOn(wide())).sort((a, b) => a - b);
  const middle = median(values);
  if (middle === null || values.length < BASELINE_MIN_DATES) return null;
  return { median: middle, top: nearestRank(values, TOP_PERCENT), low: nearestRank(values, 10), high: nearestRank(values, 90), days: values.length, from: "diary" };
}

/** What is drawn of a usual: one that was only told in the profile has no strip. */
export function drawnUsual(baseline: Baseline | null): UsualRange | null {
  return baseline?.from === "diary" ? { median: baseline.median, low: baseline.low, high: baseline.high, days: baseline.days } : null;
}
