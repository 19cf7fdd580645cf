import { LAST_DAYS_BACK } from "@/lib/domain/check-in/last";
import type { TrackerName, Trackers } from "@/lib/domain/check-in/trackers";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";

type Entry = { id: string; recordedAt: string; day: CalendarDay; trackers?: Trackers };

/** The newest answer to a tracker before an entry, at most three days back (or earlier on its day); null when there is none. */
export function lastTracker(history: readonly Entry[], name: TrackerName, before: Omit<Entry, "trackers">): { value: number; day: CalendarDay; daysBack: number } | null {
  const answered = history.flatMap(({ id, recordedAt, day, trackers }) => {
    const value = trackers?.[name];
    return id === before.id || value === undefined || Date.parse(recordedAt) >= Date.parse(before.recordedAt) ? [] : [{ recordedAt, day, value }];
  });
  const last = answered.toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt)).at(-1);
  if (!last) return null;
  const daysBack = daysBetween(last.day, before.day);
  return daysBack >= 0 && daysBack <= LAST_DAYS_BACK ? { value: last.value, day: last.day, daysBack } : null;
}
