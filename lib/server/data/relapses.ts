import "server-only";
import type { Medication } from "@/lib/domain/check-in/check-in";
import {
  asTold, dateProblems, datesOf, ownWordOf, statusOf,
  type FeltRecovery, type Precision, type RelapseRegion, type RelapseSide, type RelapseStatus, type TeamWord,
} from "@/lib/domain/relapse/record";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import type { RelapseChange, RelapseInput, SteroidsInput } from "@/lib/schemas/relapse";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay, fromDayOrNull, toDay, toDayOrNull } from "@/lib/server/days";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import type { Relapse } from "@/lib/server/generated/client";
import { judgeNewestLater } from "@/lib/server/judge-newest-later";

export type RelapseRecord = {
  id: string;
  status: RelapseStatus;
  startedOn: CalendarDay;
  startedAt: Date;
  /** "month": only the month is known, and `startedOn` is its first day */
  startPrecision: Precision;
  /** null while it lasts */
  endedOn: CalendarDay | null;
  endedAt: Date | null;
  endPrecision: Precision | null;
  symptoms: string[];
  sides: RelapseSide[];
  regions: RelapseRegion[];
  /** null: not known */
  infection: boolean | null;
  heat: boolean | null;
  daysOffWork: number | null;
  feltRecovery: FeltRecovery | null;
  /** null without the scope `notes:read` */
  note: string | null;
  teamSaid: TeamWord | null;
  foundBy: "person" | "rules";
  /** the check-in that raised a possible one */
  foundIn: string | null;
  updatedAt: Date;
};

export type SteroidCourse = Medication & { id: string; relapseId: string };

/** All relapses and possible ones, newest first; none that was removed. With a limited grant: those that lasted into the days it opens. */
export function listRelapses(viewer: Viewer, diaryId: string): Promise<RelapseRecord[]> {
  return openDiary(viewer, diaryId, "relapses:read", async (scope) => {
    const open = scope.historyFrom && { OR: [{ endedOn: null }, { endedOn: { gte: fromDay(scope.historyFrom) } }] };
    const rows = await scope.db.relapse.findMany({ where: { ...standingIn(scope), ...open }, orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
    return rows.map((row) => toRecord(row, scope));
  });
}

/** The steroid courses that belong to a relapse. Owner only. */
export function listSteroidCourses(viewer: Viewer, diaryId: string): Promise<SteroidCourse[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const rows = await scope.db.medicine.findMany({ where: { ...standingIn(scope), relapseId: { not: null } }, orderBy: { id: "asc" } });
    return rows.map((row) => ({
      id: row.id, relapseId: row.relapseId!, name: row.name, class: "steroid-course",
      ...(row.startedOn && { startedOn: toDay(row.startedOn) }), ...(row.lastDoseOn && { lastDoseOn: toDay(row.lastDoseOn) }),
    }));
  });
}

/** The day of the first entry that stands; null without any. Owner only. */
export function findFirstDay(viewer: Viewer, diaryId: string): Promise<CalendarDay | null> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const first = await scope.db.checkIn.findFirst({ where: { diaryId: scope.diaryId, supersededAt: null }, orderBy: { recordedAt: "asc" }, select: { day: true } });
    return first && toDay(first.day);
  });
}

/**
 * Stores what the person tells of a relapse, with its steroids. Owner only. Sending twice changes nothing; other words under the
 * same id count while nothing else changed it, since the answer to the first may have been lost.
 * @throws ConflictError when it was changed or removed since, InvalidError for dates that cannot be.
 */
export function createRelapse(viewer: Viewer, diaryId: string, { id, steroids, ...told }: RelapseInput): Promise<RelapseRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const key = { diaryId: scope.diaryId, id };
    const columns = await toColumns(scope, told);
    const now = new Date();
    const existing = await scope.db.relapse.findUnique({ where: { diaryId_id: key } });
    if (existing && (existing.removedAt || existing.foundBy !== "person" || existing.updatedAt.getTime() !== existing.createdAt.getTime())) {
      if (existing.removedAt || !isSame(existing, columns)) throw new ConflictError();
      return toRecord(existing, scope);
    }
    const row = existing
      ? await scope.db.relapse.update({ where: { diaryId_id: key }, data: columns })
      : await scope.db.relapse.create({ data: { ...key, ...columns, foundBy: "person", createdAt: now, updatedAt: now } });
    await saveSteroids(scope, id, steroids, now);
    await judgeNewestLater(scope);
    return toRecord(row, scope);
  }, { writes: "relapses:write" });
}

/**
 * Changes what is named: an answer, the end, or everything. Owner only.
 * @throws ConflictError when it is not the version that was loaded, unless it holds what was sent already; NotFoundError when it is
 * not there, or removed.
 */
export function updateRelapse(viewer: Viewer, diaryId: string, relapseId: string, { updatedAt, steroids, ...told }: RelapseChange): Promise<RelapseRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const key = { diaryId: scope.diaryId, id: relapseId };
    const existing = await scope.db.relapse.findUnique({ where: { diaryId_id: key } });
    if (!existing || existing.removedAt) throw new NotFoundError();
    const columns = await toColumns(scope, { ...toldOf(existing), ...stated(told) }, existing);
    const isCurrent = existing.updatedAt.getTime() === Date.parse(updatedAt);
    if (!isCurrent && !isSame(existing, columns)) throw new ConflictError();
    const now = new Date(Math.max(Date.now(), existing.updatedAt.getTime() + 1));
    if (isCurrent) {
      const { count } = await scope.db.relapse.updateMany({ where: { ...key, updatedAt: existing.updatedAt }, data: { ...columns, updatedAt: now } });
      if (count === 0) throw new ConflictError();
    }
    if (steroids !== undefined) await saveSteroids(scope, relapseId, steroids, now);
    await judgeNewestLater(scope);
    return toRecord(await scope.db.relapse.findUniqueOrThrow({ where: { diaryId_id: key } }), scope);
  }, { writes: "relapses:write" });
}

/** Takes a relapse out of every read and rule. Its steroids were taken all the same, so they stay with the medicines. Owner only; repeating is harmless. */
export function removeRelapse(viewer: Viewer, diaryId: string, relapseId: string): Promise<void> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const now = new Date();
    const { count } = await scope.db.relapse.updateMany({ where: { ...standingIn(scope), id: relapseId }, data: { removedAt: now, updatedAt: now } });
    if (count === 0) return;
    await scope.db.medicine.updateMany({ where: { diaryId: scope.diaryId, relapseId }, data: { relapseId: null, updatedAt: now } });
    await judgeNewestLater(scope);
  }, { writes: "relapses:write" });
}

/** Every list in this file starts here, so none can forget whose diary it reads, nor show what was removed. */
const standingIn = (scope: DiaryScope) => ({ diaryId: scope.diaryId, removedAt: null });

type ToldFields = Omit<RelapseInput, "id" | "steroids">;

const stated = (change: Omit<RelapseChange, "updatedAt" | "steroids">) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<ToldFields>;

/** @throws InvalidError for dates that cannot be */
async function toColumns(scope: DiaryScope, { own, started, ended, note, ...rest }: ToldFields, known?: Relapse) {
  const { profile } = await scope.db.diary.findUniqueOrThrow({ where: { id: scope.diaryId }, select: { profile: true } });
  const timeZone = (profile as { timeZone?: string }).timeZone ?? "UTC";
  const now = new Date();
  const today = dayOf(now, timeZone);
  const problems = dateProblems({ started, ended }, today);
  if (problems) throw new InvalidError(problems);
  const { startedOn, endedOn, ...dates } = datesOf({ started, ended }, timeZone, now, known && {
    startedOn: toDay(known.startedOn), startPrecision: known.startPrecision as Precision, startedAt: known.startedAt,
    endedOn: toDayOrNull(known.endedOn), endPrecision: known.endPrecision as Precision | null, endedAt: known.endedAt,
  });
  return { ...rest, ...dates, note: note || null, status: statusOf(own, rest.teamSaid), startedOn: fromDay(startedOn), endedOn: fromDayOrNull(endedOn) };
}

function toldOf(row: Relapse): ToldFields {
  const [status, teamSaid] = [row.status as RelapseStatus, row.teamSaid as TeamWord | null];
  return {
    own: ownWordOf(status, teamSaid), teamSaid, started: asTold(toDay(row.startedOn), row.startPrecision as Precision),
    ended: row.endedOn && asTold(toDay(row.endedOn), row.endPrecision as Precision), symptoms: row.symptoms as ToldFields["symptoms"],
    sides: row.sides as RelapseSide[], regions: row.regions as RelapseRegion[], infection: row.infection, heat: row.heat,
    daysOffWork: row.daysOffWork, feltRecovery: row.feltRecovery as FeltRecovery | null, note: row.note,
  };
}

/** Whether a row holds what was sent; the moments that follow from its days are left out. */
function isSame(row: Relapse, columns: Awaited<ReturnType<typeof toColumns>>): boolean {
  const { startedAt: _start, endedAt: _end, ...sent } = columns;
  return Object.entries(sent).every(([name, value]) => JSON.stringify(row[name as keyof Relapse]) === JSON.stringify(value));
}

/** @throws ConflictError when the id is that of another medicine */
async function saveSteroids(scope: DiaryScope, relapseId: string, steroids: SteroidsInput | null, now: Date): Promise<void> {
  const { diaryId } = scope;
  const others = { diaryId, relapseId, removedAt: null };
  await scope.db.medicine.updateMany({ where: steroids ? { ...others, id: { not: steroids.id } } : others, data: { removedAt: now, updatedAt: now } });
  if (!steroids) return;
  const known = await scope.db.medicine.findUnique({ where: { diaryId_id: { diaryId, id: steroids.id } }, select: { class: true, relapseId: true } });
  if (known && (known.class !== "steroid-course" || (known.relapseId ?? relapseId) !== relapseId)) throw new ConflictError();
  const { id, name, startedOn, lastDoseOn } = steroids;
  const data = { name, class: "steroid-course", startedOn: fromDayOrNull(startedOn), lastDoseOn: fromDayOrNull(lastDoseOn), relapseId, removedAt: null, updatedAt: now };
  await scope.db.medicine.upsert({ where: { diaryId_id: { diaryId, id } }, create: { diaryId, id, ...data, createdAt: now }, update: data });
}

function toRecord(row: Relapse, scope: DiaryScope): RelapseRecord {
  return {
    id: row.id, status: row.status as RelapseStatus, startedOn: toDay(row.startedOn), startedAt: row.startedAt, startPrecision: row.startPrecision as Precision,
    endedOn: toDayOrNull(row.endedOn), endedAt: row.endedAt, endPrecision: row.endPrecision as Precision | null, symptoms: row.symptoms,
    sides: row.sides as RelapseSide[], regions: row.regions as RelapseRegion[], infection: row.infection, heat: row.heat,
    daysOffWork: row.daysOffWork, feltRecovery: row.feltRecovery as FeltRecovery | null, note: scope.may("notes:read") ? row.note : null,
    teamSaid: row.teamSaid as TeamWord | null, foundBy: row.foundBy as RelapseRecord["foundBy"], foundIn: row.foundIn, updatedAt: row.updatedAt,
  };
}
