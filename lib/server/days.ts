import "server-only";
import type { CalendarDay } from "@/lib/domain/time";

/** A calendar day as a Postgres `date` column takes it. */
export const fromDay = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);

/** A Postgres `date` column as a calendar day. */
export const toDay = (date: Date): CalendarDay => date.toISOString().slice(0, 10);

export const fromDayOrNull = (day: CalendarDay | null | undefined): Date | null => (day ? fromDay(day) : null);
export const toDayOrNull = (date: Date | null): CalendarDay | null => (date ? toDay(date) : null);
