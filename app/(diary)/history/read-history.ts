import type { HistoryAlert } from "@/components/diary/history-alerts";
import type { HistoryEntry } from "@/components/diary/history-content";
import type { CopiedFrom } from "@/components/diary/history-words";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { LAST_DAYS_BACK, lastBefore } from "@/lib/domain/check-in/last";
import { firstDayOf, lastDayOf, monthOf, type Month } from "@/lib/domain/check-in/month";
import { groupBy } from "@/lib/domain/group-by";
import { addDays, dayOf, type CalendarDay } from "@/lib/domain/time";
import { listHistoryAlerts } from "@/lib/server/data/alerts";
import { listCheckIns, listRemovedCheckIns, listRevisions, type CheckInRevision } from "@/lib/server/data/check-ins";
import { findNearDays, findNewestDay, listFirstTyped, type NearDays } from "@/lib/server/data/history";
import { listImportedDays, type ImportedDay } from "@/lib/server/data/imported-days";
import type { Viewer } from "@/lib/server/viewer";

/** After any entry can lie. */
const LAST_DAY: CalendarDay = "2199-12-31";

export type HistoryMonth = {
  month: Month;
  entries: HistoryEntry[];
  /** days out of other diaries, newest first */
  imported: ImportedDay[];
  removed: Awaited<ReturnType<typeof listRemovedCheckIns>>;
  /** alerts whose entries are deleted for good, raised in this month, newest first */
  ofDeleted: (HistoryAlert & { raisedAt: Date })[];
  /** the nearest months that have entries */
  older: Month | null;
  newer: Month | null;
};

type MonthQuery = { diaryId: string; asked: Month | null; timeZone: string };

/** One month of the diary, newest day first: the month asked for, else the newest with entries. Null for an empty diary. */
export async function readMonth(viewer: Viewer, { diaryId, asked, timeZone }: MonthQuery): Promise<HistoryMonth | null> {
  const monthAt = (instant: Date | null): Month | null => instant && monthOf(dayOf(instant, timeZone));
  const month = asked ?? monthOrNull(await findNewestDay(viewer, diaryId)) ?? monthAt((await readNearDays(viewer, diaryId, LAST_DAY)).deletedBefore);
  if (!month) return null;
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const [near, removed, beside, imported] = await Promise.all([
    listCheckIns(viewer, { diaryId, from: addDays(from, -LAST_DAYS_BACK), to }), // what the first days were copied from comes along
    listRemovedCheckIns(viewer, { diaryId, from, to }),
    findNearDays(viewer, { diaryId, from, to }),
    listImportedDays(viewer, { diaryId, from, to }),
  ]);
  const entries = near.filter(({ day }) => day >= from);
  const ids = entries.map(({ id }) => id);
  const corrected = entries.filter(({ revision }) => revision > 1).map(({ id }) => id);
  const [all, typed] = await Promise.all([
    listHistoryAlerts(viewer, { diaryId, ids, from: addDays(from, -1), to: addDays(to, 1) }),
    corrected.length > 0 ? listFirstTyped(viewer, { diaryId, ids: corrected }) : new Map<string, Date>(),
  ]);
  const ofDeleted = all.filter(({ entryDeletedAt, raisedAt }) => entryDeletedAt && monthOf(dayOf(raisedAt, timeZone)) === month).reverse();
  // An alert near midnight may be of this month by the person's clock: it is shown here, and leads nowhere.
  const others = (months: (Month | null)[]) => months.filter((each): each is Month => each !== null && each !== month).sort();
  const older = others([monthOrNull(beside.before), monthAt(beside.deletedBefore)]).findLast((each) => each < month) ?? null;
  const newer = others([monthOrNull(beside.after), monthAt(beside.deletedAfter)]).find((each) => each > month) ?? null;
  if (entries.length + imported.length + removed.length + ofDeleted.length === 0 && !older && !newer) return null;
  const alerts = groupBy(all, ({ checkInId }) => checkInId);
  return {
    month, removed, ofDeleted, older, newer, imported: imported.toReversed(),
    entries: entries.map((checkIn) => ({
      checkIn, copiedFrom: copiedFrom(checkIn, near), alerts: alerts.get(checkIn.id) ?? [], firstTyped: typed.get(checkIn.id) ?? checkIn.enteredAt,
    })).reverse(),
  };
}

/** The nearest days with entries, for a day that has none. */
export const readNearDays = (viewer: Viewer, diaryId: string, day: CalendarDay): Promise<NearDays> => findNearDays(viewer, { diaryId, from: day, to: day });

/** One entry with its newest version and the older ones, newest first; the newest may have removed it. Null when it is not in this diary. */
export async function readEntry(viewer: Viewer, diaryId: string, id: string) {
  const [newest, ...older] = await listRevisions(viewer, { diaryId, id });
  if (!newest) return null;
  const [alerts, before] = await Promise.all([
    listHistoryAlerts(viewer, { diaryId, ids: [id], from: newest.day, to: newest.day }),
    listCheckIns(viewer, { diaryId, from: addDays(newest.day, -LAST_DAYS_BACK), to: newest.day }),
  ]);
  const firstTyped = older.at(-1)?.enteredAt ?? newest.enteredAt;
  const toEntry = ({ supersededAt, removedAt, undoUntil, ...version }: CheckInRevision) => ({
    checkIn: version, copiedFrom: copiedFrom(version, before), supersededAt, removedAt, undoUntil, firstTyped,
    alerts: alerts.filter(({ checkInId, revision }) => checkInId === id && revision === version.revision),
  });
  return { newest: toEntry(newest), older: older.map(toEntry) };
}

const monthOrNull = (day: CalendarDay | null): Month | null => day && monthOf(day);

/** "Same as yesterday" names yesterday only when the entry before was of the day before. */
function copiedFrom({ id, day, recordedAt }: CheckIn, near: readonly CheckIn[]): CopiedFrom {
  const history = near.map((each) => ({ ...each, recordedAt: each.recordedAt.toISOString() }));
  return lastBefore(history, day, recordedAt, id)?.daysBack === 1 ? "yesterday" : "last";
}
