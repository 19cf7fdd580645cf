import { addDays, type CalendarDay } from "@/lib/domain/time";

/** A month of the calendar, "2026-10". */
export type Month = string & { readonly __month?: never };

/** A month from an address; null for anything else. */
export function parseMonth(value: unknown): Month | null {
  return typeof value === "string" && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : null;
}

export const monthOf = (day: CalendarDay): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): CalendarDay => `${month}-01`;
export const lastDayOf = (month: Month): CalendarDay => addDays(firstDayOf(addMonths(month, 1)), -1);

/** The month `count` months after `month` (before it when negative). */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const months = year * 12 + (number - 1) + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}
