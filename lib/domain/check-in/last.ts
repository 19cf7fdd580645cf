import type { Scores } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";

/** How far back "Same as last time" reaches. Source: the design's screen list, Today. */
export const LAST_DAYS_BACK = 3;

type Logged = { id: string; recordedAt: string; day: CalendarDay; scores: Scores };
export type LastEntry = { scores: Scores; recordedAt: string; day: CalendarDay; daysBack: number };

/**
 * The newest entry at most three days before a day (or earlier on it); null when there is none to be the same as.
 * @param before the moment of an entry that is filed under an earlier time; null for one of now
 */
export function lastBefore(history: readonly Logged[], day: CalendarDay, before: Date | null, leaveOut: string | null): LastEntry | null {
  const last = history
    .filter((entry) => entry.id !== leaveOut && entry.day <= day && (!before || Date.parse(entry.recordedAt) < before.getTime()))
    .reduce<Logged | null>((newest, entry) => (newest && Date.parse(newest.recordedAt) >= Date.parse(entry.recordedAt) ? newest : entry), null);
  if (!last) return null;
  const daysBack = daysBetween(last.day, day);
  return daysBack <= LAST_DAYS_BACK ? { scores: last.scores, recordedAt: last.recordedAt, day: last.day, daysBack } : null;
}

/** One value a day up to `today`, oldest first; null is a day without an entry. A day of several entries shows its newest. */
export function dayValues(history: readonly Logged[], name: ScoreName, today: CalendarDay, days: number): (number | null)[] {
  const newest = new Map<CalendarDay, Logged>();
  for (const entry of history) {
    const known = newest.get(entry.day);
    if (!known || Date.parse(known.recordedAt) <= Date.parse(entry.recordedAt)) newest.set(entry.day, entry);
  }
  return Array.from({ length: days }, (_, index) => newest.get(addDays(today, index - days + 1))?.scores[name] ?? null);
}
