import { instantOf } from "@/lib/domain/check-in/earlier";
import { addDays, dayOf, type CalendarDay } from "@/lib/domain/time";

/** 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When someone wants to be reminded. Times are those of the clock in `timeZone`, where the person was last. */
export type ReminderPlan = {
  /** 0 to 1439, minutes after midnight */
  minuteOfDay: number;
  weekdays: readonly Weekday[];
  /** the first day with reminders again; null without a pause */
  pausedUntil: CalendarDay | null;
  timeZone: string;
};

export const weekdayOf = (day: CalendarDay): Weekday => (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

/** "07:30" from 450. */
export const timeOfDay = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;

/**
 * The next moment to remind at: after `after`, and on a later day than `lastSentOn`, so never twice on one day, whatever was changed
 * meanwhile. A time that the clock skips comes after the gap; one that it shows twice is taken once, the first time.
 * @returns null when no weekday is chosen
 */
export function nextReminder({ minuteOfDay, weekdays, pausedUntil, timeZone }: ReminderPlan, after: Date, lastSentOn: CalendarDay | null): Date | null {
  if (weekdays.length === 0) return null;
  const today = dayOf(after, timeZone);
  const earliest = [today, pausedUntil, lastSentOn && addDays(lastSentOn, 1)].reduce<CalendarDay>((latest, day) => (day && day > latest ? day : latest), today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = addDays(earliest, ahead);
    const moment = instantOf(day, timeOfDay(minuteOfDay), timeZone);
    if (moment > after && weekdays.includes(weekdayOf(day))) return moment;
  }
  throw new RangeError("Each weekday comes within eight days");
}
