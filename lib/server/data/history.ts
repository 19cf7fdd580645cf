import "server-only";
import { UNDO_MS } from "@/lib/domain/check-in/removal";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { openDiary } from "@/lib/server/access";
import { fromDay, toDay, toDayOrNull } from "@/lib/server/days";

export type NearDays = {
  /** the nearest days with entries, or days out of other diaries, before `from` and after `to` */
  before: CalendarDay | null;
  after: CalendarDay | null;
  /** the nearest alerts before and after (by UTC) whose entries are deleted for good: without an entry in their month they would be nowhere */
  deletedBefore: Date | null;
  deletedAfter: Date | null;
};

/** Where the diary goes on before and after some days: one row each, however long it is. Owner only. */
export function findNearDays(viewer: Viewer, { diaryId, from, to }: { diaryId: string; from: CalendarDay; to: CalendarDay }): Promise<NearDays> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const standing = { diaryId: scope.diaryId, supersededAt: null };
    const before = await scope.db.checkIn.findFirst({ where: { ...standing, day: { lt: fromDay(from) } }, select: { day: true }, orderBy: { day: "desc" } });
    const after = await scope.db.checkIn.findFirst({ where: { ...standing, day: { gt: fromDay(to) } }, select: { day: true }, orderBy: { day: "asc" } });
    const importedBefore = await scope.db.importedDay.findFirst({ where: { diaryId: scope.diaryId, day: { lt: fromDay(from) } }, select: { day: true }, orderBy: { day: "desc" } });
    const importedAfter = await scope.db.importedDay.findFirst({ where: { diaryId: scope.diaryId, day: { gt: fromDay(to) } }, select: { day: true }, orderBy: { day: "asc" } });
    const deleted = { diaryId: scope.diaryId, entryDeletedAt: { not: null } };
    const deletedBefore = await scope.db.alert.findFirst({ where: { ...deleted, raisedAt: { lt: fromDay(from) } }, select: { raisedAt: true }, orderBy: { raisedAt: "desc" } });
    const deletedAfter = await scope.db.alert.findFirst({ where: { ...deleted, raisedAt: { gte: fromDay(addDays(to, 1)) } }, select: { raisedAt: true }, orderBy: { raisedAt: "asc" } });
    return {
      before: daysOf(before, importedBefore).at(-1) ?? null, after: daysOf(after, importedAfter)[0] ?? null,
      deletedBefore: deletedBefore?.raisedAt ?? null, deletedAfter: deletedAfter?.raisedAt ?? null,
    };
  });
}

/** The newest day with an entry, or out of another diary; where none stands, of those that can still be put back. Null for an empty diary. Owner only. */
export function findNewestDay(viewer: Viewer, diaryId: string): Promise<CalendarDay | null> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const where = { diaryId: scope.diaryId };
    const standing = await scope.db.checkIn.findFirst({ where: { ...where, supersededAt: null }, select: { day: true }, orderBy: { day: "desc" } });
    const imported = await scope.db.importedDay.findFirst({ where, select: { day: true }, orderBy: { day: "desc" } });
    const newest = daysOf(standing, imported).at(-1);
    if (newest) return newest;
    const waiting = await scope.db.removedCheckIn.findMany({ where: { ...where, purgedAt: null, removedAt: { gt: new Date(Date.now() - UNDO_MS) } }, select: { checkInId: true } });
    const removed = await scope.db.checkIn.findFirst({ where: { ...where, id: { in: waiting.map(({ checkInId }) => checkInId) } }, select: { day: true }, orderBy: { day: "desc" } });
    return toDayOrNull(removed?.day ?? null);
  });
}

/** The days that are there, oldest first. */
const daysOf = (...rows: readonly ({ day: Date } | null)[]): CalendarDay[] => rows.flatMap((row) => (row ? [toDay(row.day)] : [])).sort();

/** When entries were typed for the first time, by id: who files one under another day keeps that moment. Owner only. */
export function listFirstTyped(viewer: Viewer, { diaryId, ids }: { diaryId: string; ids: string[] }): Promise<Map<string, Date>> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const rows = await scope.db.checkIn.findMany({ where: { diaryId: scope.diaryId, id: { in: ids }, revision: 1 }, select: { id: true, enteredAt: true } });
    return new Map(rows.map(({ id, enteredAt }) => [id, enteredAt]));
  });
}
