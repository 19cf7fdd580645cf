import type { Scores } from "@/lib/domain/check-in/check-in";
import type { Draft } from "@/lib/domain/check-in/flow";
import { meanOfRuns } from "@/lib/domain/measures/measure";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import type { OutboxEntry, OutboxWalk } from "@/lib/offline/store";
import type { CheckInWire, DayWalk } from "@/lib/schemas/rule-context";

type FullDraft = Draft & { scores: Scores };

/** The newest finished walk of a day, of the server's copy and of what waits on this device; null when there is none. */
export function newestWalkOf(day: CalendarDay, known: readonly DayWalk[], kept: readonly OutboxWalk[]): DayWalk | null {
  const own = kept.flatMap(({ walk, state }): DayWalk[] => {
    const seconds = meanOfRuns(walk.details.runs as Parameters<typeof meanOfRuns>[0]);
    return seconds === null || state === "refused" ? [] : [{ id: walk.id, day: dayOf(new Date(walk.recordedAt), walk.timeZone), recordedAt: walk.recordedAt, seconds }];
  });
  return [...known, ...own].filter((walk) => walk.day === day).sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt)).at(-1) ?? null;
}

/**
 * The newest entry of a day as a draft of its next revision, with all it says. Null when the day has none; "elsewhere" when this device
 * knows of a revision but not all of it: the copy for the rules has no notes, and a correction must not lose one.
 * @param page the entry as the page brought it
 */
export function entryOfDay(day: CalendarDay, history: readonly CheckInWire[], page: FullDraft | null, entries: readonly OutboxEntry[]): FullDraft | "elsewhere" | null {
  const newest = history.findLast((entry) => entry.day === day);
  if (!newest) return null;
  if (page?.id === newest.id && page.revision === newest.revision + 1) return page;
  const kept = entries.find(({ checkIn }) => checkIn.id === newest.id && checkIn.revision === newest.revision)?.checkIn;
  if (!kept) return "elsewhere";
  return {
    id: kept.id, revision: kept.revision + 1, day, recordedAt: kept.recordedAt, timeZone: kept.timeZone, scores: kept.scores, copied: kept.confirmedUnchanged,
    answers: newest.answers, confirmed: [], note: kept.note ?? "", ...(kept.trackers && { trackers: kept.trackers as NonNullable<FullDraft["trackers"]> }),
  };
}
