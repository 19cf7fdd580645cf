import { nearness } from "@/lib/domain/visits/visit";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

const LOCALE = "en-GB";
const word = (day: CalendarDay, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)).replace(",", "");

/** "Tuesday 24 November", with the year where it is another one than today's. */
export const wordVisitDay = (day: CalendarDay, today: CalendarDay): string =>
  word(day, { weekday: "long", day: "numeric", month: "long", ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }) });

/** "In 3 days"; null for a past one, whose place on the page says so. */
export function wordWhenVisit(day: CalendarDay, today: CalendarDay, words: Messages["visits"]["when"]): string | null {
  const count = daysBetween(today, day);
  if (count < 0) return null;
  return count === 0 ? words.today : count === 1 ? words.tomorrow : fill(words.days, { count });
}

/** What Today says of a near visit: when it is, and what of the questions. Null when it is not near. */
export function wordNearVisit({ day, questions }: { day: CalendarDay; questions: readonly string[] }, today: CalendarDay, words: Messages["visits"]["today"]): { when: string; what: string } | null {
  const near = nearness(day, today);
  if (!near) return null;
  return {
    when: fill(words[near], { day: near === "this-week" ? word(day, { weekday: "long" }) : word(day, { weekday: "long", day: "numeric", month: "long" }) }),
    what: questions.length === 0 ? words.addQuestions : questions.length === 1 ? words.one : fill(words.many, { count: questions.length }),
  };
}
