import { daysBetween, type CalendarDay } from "@/lib/domain/time";

/** In clinic there is time for few questions: the most important three, in order. Source: the pre-visit summary of the design. */
export const MOST_QUESTIONS = 3;
/** So many days before, the visit stands on Today; the day itself is 0. */
export const NEAR_DAYS = 14;

/** One visit to the care team, past or to come. */
export type Visit = {
  id: string;
  /** the date by the calendar of the place; a visit has no zone */
  day: CalendarDay;
  /** "HH:MM" by the clock there; null when it is not known */
  time: string | null;
  withWhom: string | null;
  /** at most three, the most important first */
  questions: string[];
  mainConcern: string | null;
  /** what was agreed, noted afterwards */
  agreed: string | null;
};

/** Earlier first; on one day those without a time come last. Equal ones keep a fixed order by their ids. */
const byTime = (one: Pick<Visit, "id" | "day" | "time">, other: Pick<Visit, "id" | "day" | "time">): number =>
  one.day.localeCompare(other.day) || (one.time ?? "99").localeCompare(other.time ?? "99") || one.id.localeCompare(other.id);

/**
 * Visits to come, the nearest first, and past ones, the newest first. A visit of today is to come until the day is over: what was
 * agreed can be noted in it.
 * @param today the date of the person, in their own zone
 */
export function sortVisits<V extends Visit>(visits: readonly V[], today: CalendarDay): { coming: V[]; past: V[] } {
  const inOrder = [...visits].sort(byTime);
  return { coming: inOrder.filter(({ day }) => day >= today), past: inOrder.filter(({ day }) => day < today).reverse() };
}

/** The nearest visit of today or later; null when there is none. */
export function nextVisit<V extends Visit>(visits: readonly V[], today: CalendarDay): V | null {
  return sortVisits(visits, today).coming[0] ?? null;
}

/** How near a day is, for the words of Today; null when it is past, or more than `NEAR_DAYS` away. Both limits are inclusive. */
export function nearness(day: CalendarDay, today: CalendarDay): "today" | "tomorrow" | "this-week" | "soon" | null {
  const daysLeft = daysBetween(today, day);
  if (daysLeft < 0 || daysLeft > NEAR_DAYS) return null;
  if (daysLeft === 0) return "today";
  if (daysLeft === 1) return "tomorrow";
  return daysLeft < 7 ? "this-week" : "soon"; // from a week on the name of a weekday alone could be the wrong one
}

/** The list with one question moved up (-1) or down (1); the same list when there is no such place. */
export function moveQuestion(questions: readonly string[], from: number, by: -1 | 1): string[] {
  const to = from + by;
  const moved = [...questions];
  if (moved[from] === undefined || moved[to] === undefined) return moved;
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return moved;
}
