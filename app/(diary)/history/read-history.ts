import type { HistoryEntry } from "@/components/diary/history-content";
import type { CopiedFrom } from "@/components/diary/history-words";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { LAST_DAYS_BACK, lastBefore } from "@/lib/domain/check-in/last";
import { addMonths, firstDayOf, lastDayOf, monthOf, type Month } from "@/lib/domain/check-in/month";
import { groupBy } from "@/lib/domain/group-by";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { listAlerts, type AlertRecord } from "@/lib/server/data/alerts";
import { listCheckIns, listRemovedCheckIns, listRevisions, type CheckInRevision } from "@/lib/server/data/check-ins";
import type { Viewer } from "@/lib/server/viewer";

/** Before any diary began, and after any entry can lie. */
const FIRST_DAY: CalendarDay = "1900-01-01";
const LAST_DAY: CalendarDay = "2199-12-31";

/** `older` and `newer` are the nearest months that have entries. */
export type HistoryMonth = { month: Month; entries: HistoryEntry[]; removed: Awaited<ReturnType<typeof listRemovedCheckIns>>; older: Month | null; newer: Month | null };

/** One month of the diary, newest entry first: the month asked for, else the newest with entries. Null for an empty diary. */
export async function readMonth(viewer: Viewer, diaryId: string, asked: Month | null, today: CalendarDay): Promise<HistoryMonth | null> {
  const month = asked ?? (await newestMonth(viewer, diaryId, today));
  if (!month) return null;
  const list = (from: CalendarDay, to: CalendarDay) => listCheckIns(viewer, { diaryId, from, to });
  // The months beside it come along: most often they say where the links lead, and what the first days were copied from.
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  const near = await list(firstDayOf(before), lastDayOf(after));
  const older = near.findLast(({ day }) => day < firstDayOf(month)) ?? (await list(FIRST_DAY, addDays(firstDayOf(before), -1))).at(-1);
  const newer = near.find(({ day }) => day > lastDayOf(month)) ?? (await list(addDays(lastDayOf(after), 1), LAST_DAY))[0];
  const entries = near.filter(({ day }) => monthOf(day) === month);
  const removed = await listRemovedCheckIns(viewer, { diaryId, from: firstDayOf(month), to: lastDayOf(month) });
  if (entries.length + removed.length === 0 && !older && !newer) return null;
  const alerts = groupBy(await readAlerts(viewer, diaryId, firstDayOf(month)), ({ checkInId }) => checkInId);
  return {
    month, removed, older: older ? monthOf(older.day) : null, newer: newer ? monthOf(newer.day) : null,
    entries: entries.map((checkIn) => ({ checkIn, copiedFrom: copiedFrom(checkIn, near), alerts: alerts.get(checkIn.id) ?? [] })).reverse(),
  };
}

/** One entry with its newest version and the older ones, newest first; the newest may have removed it. Null when it is not in this diary. */
export async function readEntry(viewer: Viewer, diaryId: string, id: string) {
  const [newest, ...older] = await listRevisions(viewer, { diaryId, id });
  if (!newest) return null;
  const [alerts, before] = await Promise.all([
    readAlerts(viewer, diaryId, newest.day),
    listCheckIns(viewer, { diaryId, from: addDays(newest.day, -LAST_DAYS_BACK), to: newest.day }),
  ]);
  const toEntry = ({ supersededAt, removedAt, undoUntil, ...version }: CheckInRevision) => ({
    checkIn: version, copiedFrom: copiedFrom(version, before), supersededAt, removedAt, undoUntil,
    alerts: alerts.filter(({ checkInId, revision }) => checkInId === id && revision === version.revision),
  });
  return { newest: toEntry(newest), older: older.map(toEntry) };
}

async function newestMonth(viewer: Viewer, diaryId: string, today: CalendarDay): Promise<Month | null> {
  const recent = await listCheckIns(viewer, { diaryId, from: firstDayOf(monthOf(today)), to: LAST_DAY });
  const newest = recent.at(-1) ?? (await listCheckIns(viewer, { diaryId, from: FIRST_DAY, to: today })).at(-1)
    ?? (await listRemovedCheckIns(viewer, { diaryId, from: FIRST_DAY, to: LAST_DAY })).at(-1);
  return newest ? monthOf(newest.day) : null;
}

/** From the day before on, in any zone, to now: a late correction raises its alerts long after the day of the entry. */
async function readAlerts(viewer: Viewer, diaryId: string, from: CalendarDay): Promise<AlertRecord[]> {
  return listAlerts(viewer, { diaryId, from: addDays(from, -1), to: LAST_DAY });
}

/** "Same as yesterday" names yesterday only when the entry before was of the day before. */
function copiedFrom({ id, day, recordedAt }: CheckIn, near: readonly CheckIn[]): CopiedFrom {
  const history = near.map((each) => ({ ...each, recordedAt: each.recordedAt.toISOString() }));
  return lastBefore(history, day, recordedAt, id)?.daysBack === 1 ? "yesterday" : "last";
}
