import { addDays, DAY_MS, dayOf, daysBetween, MINUTE_MS, type CalendarDay } from "@/lib/domain/time";

/** How far back an entry may be filed. Source: check-in vocabulary, `recordedAt`. */
export const EARLIEST_DAYS_BACK = 7;

/**
 * The instant of a wall-clock time on a day in a zone. A time that a clock change skips becomes the moment after the gap;
 * one that occurs twice becomes the first of the two.
 * @param time "HH:MM"
 */
export function instantOf(day: CalendarDay, time: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const candidates = [-24, 0, 24].map((hours) => asIfUtc - offsetMinutes(new Date(asIfUtc + hours * 60 * MINUTE_MS), timeZone) * MINUTE_MS);
  const matching = candidates.filter((instant) => instant + offsetMinutes(new Date(instant), timeZone) * MINUTE_MS === asIfUtc);
  return new Date(Math.min(...(matching.length > 0 ? matching : [Math.max(...candidates)])));
}

/** The end of an earlier day, when no time was named: 23:59 there. */
export function endOfDay(day: CalendarDay, timeZone: string): Date {
  return instantOf(day, "23:59", timeZone);
}

/** The days an entry can be filed under, newest first. */
export function daysToChoose(now: Date, timeZone: string): CalendarDay[] {
  const today = dayOf(now, timeZone);
  return Array.from({ length: EARLIEST_DAYS_BACK + 1 }, (_, back) => addDays(today, -back));
}

/** What is wrong with a time an entry is to be filed under; null when nothing is. Exactly 7 days back is allowed, as the server does. */
export function problemOf(instant: Date, now: Date): "future" | "tooOld" | null {
  if (instant > now) return "future";
  return now.getTime() - instant.getTime() > EARLIEST_DAYS_BACK * DAY_MS ? "tooOld" : null;
}

/** True when a kept draft can still be filed under the day it was begun on. */
export function canStillFile(day: CalendarDay, today: CalendarDay): boolean {
  const back = daysBetween(day, today);
  return back >= 0 && back <= EARLIEST_DAYS_BACK;
}

function offsetMinutes(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / MINUTE_MS);
}
