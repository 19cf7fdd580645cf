import { dayOf } from "@/lib/domain/time";
import type { OutboxEntry, OutboxResponse, OutboxWalk } from "@/lib/offline/store";

export type EntriesFile = { name: string; text: string };

/**
 * Entries that wait on this device as a file a person can read, and keep where they choose: oldest first, with everything they wrote.
 * @param about one line on top that says what it is
 * @param answers to alerts, and walks, which wait on their own
 */
export function entriesFile(entries: readonly OutboxEntry[], about: string, now: Date, answers: readonly OutboxResponse[] = [], walks: readonly OutboxWalk[] = []): EntriesFile {
  const rows = entries.map(({ diaryId, checkIn: { id, revision, recordedAt, timeZone, scores, trackers, note, removed, answers, confirmedUnchanged } }) => ({
    day: dayOf(new Date(recordedAt), timeZone), recordedAt, timeZone, scores, ...(trackers && { trackers }), ...(note !== undefined && { note }), answers,
    ...(confirmedUnchanged.length > 0 && { confirmedUnchanged }), ...(removed && { removed }), id, revision, diaryId,
  }));
  return {
    name: `daymark-unsent-${now.toISOString().slice(0, 10)}.json`,
    text: `${JSON.stringify({ about, savedAt: now.toISOString(), entries: rows, ...(answers.length > 0 && { answersToAlerts: answers.map(({ diaryId, response }) => ({ ...response, diaryId })) }), ...(walks.length > 0 && { timedWalks: walks.map(({ diaryId, walk }) => ({ ...walk, diaryId })) }) }, null, 2)}\n`,
  };
}
