import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";

export const RANGES = ["14", "30", "90", "365", "all"] as const;
export type Range = (typeof RANGES)[number];

/** From 3 months on the line is a 5-day mean and the real days are dots; below, the line is the real days. */
const MEAN_FROM_DAYS = 90;

/** A stretch of calendar days, both ends included. */
export type Window = { from: CalendarDay; days: number };

/** The range of a search parameter. Anything unknown is the usual view of 3 months. */
export function parseRange(value: string | string[] | undefined): Range {
  return RANGES.find((range) => range === value) ?? "90";
}

/** The days a range shows. It ends today. "all" begins with the first entry, and shows two weeks at least. */
export function windowOf(range: Range, today: CalendarDay, firstEntry: CalendarDay | null): Window {
  const days = range === "all" ? Math.max(14, firstEntry ? daysBetween(firstEntry, today) + 1 : 0) : Number(range);
  return { from: addDays(today, 1 - days), days };
}

export const isMeanRange = (days: number): boolean => days >= MEAN_FROM_DAYS;
