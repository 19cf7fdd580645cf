import { addDays, dayOf, daysBetween, type CalendarDay } from "@/lib/domain/time";

/** Day before month, as the texts are written. */
const LOCALE = "en-GB";

export type WhenTexts = { today: string; todayAt: string; yesterday: string; yesterdayAt: string; onDay: string; onDayAt: string };

const asUtc = (day: CalendarDay) => new Date(`${day}T00:00:00Z`);
const dayFormat = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
const inWords = dayFormat({ day: "numeric", month: "long" });
const inWordsWithYear = dayFormat({ day: "numeric", month: "long", year: "numeric" });
const short = dayFormat({ day: "numeric", month: "short" });
const shortWithYear = dayFormat({ day: "numeric", month: "short", year: "numeric" });
const shortWithWeekday = dayFormat({ weekday: "short", day: "numeric", month: "short" });
const weekday = dayFormat({ weekday: "long" });
const inWordsWithWeekday = dayFormat({ weekday: "long", day: "numeric", month: "long" });

/** "30 September", with the year when it is not this one. */
export const wordDay = (day: CalendarDay, today: CalendarDay): string =>
  (day.slice(0, 4) === today.slice(0, 4) ? inWords : inWordsWithYear).format(asUtc(day));

/** "Saturday 28 November": a day that is near, so without the year. */
export const wordWeekday = (day: CalendarDay): string => inWordsWithWeekday.format(asUtc(day)).replace(",", "");

/** "30 Sep", with the year when it is not this one. */
export const shortDay = (day: CalendarDay, today: CalendarDay): string =>
  (day.slice(0, 4) === today.slice(0, 4) ? short : shortWithYear).format(asUtc(day)).replace("Sept", "Sep");

/** "08:12" by the clock of a zone. */
export const wordTime = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);

/** "today", "yesterday", "on Friday" within the last week, else "on 30 September". */
export function wordWhen(day: CalendarDay, today: CalendarDay, texts: WhenTexts): string {
  if (day === today) return texts.today;
  if (day === addDays(today, -1)) return texts.yesterday;
  return texts.onDay.replace("{day}", isThisWeek(day, today) ? weekday.format(asUtc(day)) : wordDay(day, today));
}

/** "yesterday at 18:40", "Friday, 18:40", "30 September, 19:26". */
export function wordMoment(instant: Date, today: CalendarDay, timeZone: string, texts: WhenTexts): string {
  const day = dayOf(instant, timeZone);
  const time = wordTime(instant, timeZone);
  if (day === today) return texts.todayAt.replace("{time}", time);
  if (day === addDays(today, -1)) return texts.yesterdayAt.replace("{time}", time);
  return texts.onDayAt.replace("{day}", isThisWeek(day, today) ? weekday.format(asUtc(day)) : wordDay(day, today)).replace("{time}", time);
}

const isThisWeek = (day: CalendarDay, today: CalendarDay) => day < today && daysBetween(day, today) < 7;

/** "Fri 20 Nov" */
export const tableDay = (day: CalendarDay): string => shortWithWeekday.format(asUtc(day)).replace("Sept", "Sep").replace(",", "");

/** "charts, relapses and alerts" */
export const wordList = (words: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(words);
