import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";

export const RANGES = ["14", "30", "90", "365", "all"] as const;
export type Range = (typeof RANGES)[number];

/** From 3 months on the line is a 5-day mean and the real days are dots; below, the line is the real days. */
const MEAN_FROM_DAYS = 90;
/** Up to so many days each day is a point; a screen can show no more. */
const MOST_DAYS_BY_DAY = 400;
/** Up to so many weeks each week is a point: four years of them. Beyond, four weeks are: a phone has about two pixels for each in ten years. */
const MOST_WEEKS = 210;
const WEEK_DAYS = 7;
const FOUR_WEEKS_DAYS = 28;

/** A stretch of calendar days, both ends included. */
export type Window = { from: CalendarDay; days: number };

/** How many days one point of a line stands for. */
export type Step = 1 | 7 | 28;

/** The range of a search parameter. Anything unknown is the usual view of 3 months. */
export function parseRange(value: string | string[] | undefined): Range {
  return RANGES.find((range) => range === value) ?? "90";
}

/** The days a range shows. It ends today. "all" begins with the first entry, and shows two weeks at least; where a point is more than a day, only whole ones. */
export function windowOf(range: Range, today: CalendarDay, firstEntry: CalendarDay | null): Window {
  const wanted = range === "all" ? Math.max(14, firstEntry ? daysBetween(firstEntry, today) + 1 : 0) : Number(range);
  const step = stepOf(wanted);
  const days = Math.ceil(wanted / step) * step;
  return { from: addDays(today, 1 - days), days };
}

export const isMeanRange = (days: number): boolean => days >= MEAN_FROM_DAYS && stepOf(days) === 1;

/** Longer times are thinned: a point a day up to 400 days, a point a week up to four years, then one for four weeks. */
export function stepOf(days: number): Step {
  if (days <= MOST_DAYS_BY_DAY) return 1;
  return days <= MOST_WEEKS * WEEK_DAYS ? WEEK_DAYS : FOUR_WEEKS_DAYS;
}
