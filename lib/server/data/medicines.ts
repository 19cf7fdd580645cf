import "server-only";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { isPast, type MedicineKind, type MedicineRecord } from "@/lib/domain/medicines/medicine";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { MedicineInput } from "@/lib/schemas/medicine";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDayOrNull, toDay, toDayOrNull } from "@/lib/server/days";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import type { Medicine } from "@/lib/server/generated/client";
import { judgeNewestLater } from "@/lib/server/judge-newest-later";
import { infusionDays, keepAsInfusion, laterThan, lockMedicine } from "@/lib/server/medicine-rows";

/** As the rules read it, and people with whom it is shared. */
export type ListedMedicine = Medication & { id: string };

/** All medicines that were not removed, those still taken first, then by name. */
export function listMedicines(viewer: Viewer, diaryId: string): Promise<ListedMedicine[]> {
  return openDiary(viewer, diaryId, "medicines:read", async (scope) => {
    const rows = await scope.db.medicine.findMany({ where: standingIn(scope) });
    return rows.map(toListed).sort((a, b) =>
      Number(a.stoppedOn !== undefined) - Number(b.stoppedOn !== undefined) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  });
}

/** The same with all that was written of each, for the owner's page: those taken on `today` first, then the newest past one, then by name. */
export function listMedicineRecords(viewer: Viewer, { diaryId, today }: { diaryId: string; today: CalendarDay }): Promise<MedicineRecord[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const records = (await scope.db.medicine.findMany({ where: standingIn(scope) })).map(toRecord);
    const stop = (record: MedicineRecord) => (isPast(record, today) ? record.stoppedOn ?? "" : "9999");
    return records.sort((a, b) => stop(b).localeCompare(stop(a)) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  });
}

/** One medicine of the owner, also when it was removed; null when there is none. */
export function findMedicine(viewer: Viewer, { diaryId, id }: { diaryId: string; id: string }): Promise<(MedicineRecord & { isRemoved: boolean }) | null> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const row = await scope.db.medicine.findUnique({ where: { diaryId_id: { diaryId: scope.diaryId, id } } });
    return row && { ...toRecord(row), isRemoved: row.removedAt !== null };
  });
}

/**
 * Makes a medicine or replaces it, and brings back a removed one. Owner only. Sending the same twice changes nothing. Without
 * `updatedAt` it is the browser that made it, trying again. When infusions are written down, the newest of them or a later
 * `lastDoseOn` is the last dose.
 * @throws ConflictError when it was changed to something else since `updatedAt`. InvalidError for a relapse that is not in the diary any
 * more, or that something other than a steroid course would belong to.
 */
export function putMedicine(viewer: Viewer, diaryId: string, input: MedicineInput): Promise<MedicineRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const key = { diaryId: scope.diaryId, id: input.id };
    await requireRelapse(scope, input);
    const data = { ...toColumns(input), lastDoseOn: await lastDoseOf(scope, input) };
    const now = new Date();
    const made = await scope.db.medicine.createMany({ data: [{ ...key, ...data, createdAt: now, updatedAt: now }], skipDuplicates: true });
    const row = await lockMedicine(scope, input.id);
    if (made.count === 0) {
      if (row.removedAt === null && isSame(row, data)) return toRecord(row);
      if (input.updatedAt && Date.parse(input.updatedAt) !== row.updatedAt.getTime()) throw new ConflictError("The medicine was changed meanwhile");
    }
    const stored = made.count > 0 ? row : await scope.db.medicine.update({ where: { diaryId_id: key }, data: { ...data, removedAt: null, updatedAt: laterThan(row) } });
    if (made.count > 0 || row.removedAt !== null || RULES_READ.some((name) => !isEqual(row[name], stored[name]))) await judgeNewestLater(scope);
    return toRecord(stored);
  }, { writes: "medicines:write" });
}

/**
 * Sets the date of the next dose and nothing else, so that it can follow at once on an infusion that was just written down. Owner
 * only. Sending twice changes nothing; no rule reads it.
 * @param nextDoseOn null when it is not known
 * @throws NotFoundError when there is no such medicine
 */
export function planNextDose(viewer: Viewer, diaryId: string, { id, nextDoseOn }: { id: string; nextDoseOn: CalendarDay | null }): Promise<MedicineRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const row = await lockMedicine(scope, id);
    if (row.removedAt) throw new NotFoundError();
    if (toDayOrNull(row.nextDoseOn) === nextDoseOn) return toRecord(row);
    return toRecord(await scope.db.medicine.update({
      where: { diaryId_id: { diaryId: scope.diaryId, id } }, data: { nextDoseOn: fromDayOrNull(nextDoseOn), updatedAt: laterThan(row) },
    }));
  }, { writes: "medicines:write" });
}

/**
 * Takes out a medicine that was entered by mistake: the rules read it no more. Owner only. `putMedicine` brings it back.
 * @throws NotFoundError when there is none
 */
export function removeMedicine(viewer: Viewer, diaryId: string, id: string): Promise<MedicineRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const row = await lockMedicine(scope, id);
    if (row.removedAt) return toRecord(row);
    const now = laterThan(row);
    const removed = await scope.db.medicine.update({ where: { diaryId_id: { diaryId: scope.diaryId, id } }, data: { removedAt: now, updatedAt: now } });
    await judgeNewestLater(scope);
    return toRecord(removed);
  }, { writes: "medicines:write" });
}

/** Only a steroid course belongs to a relapse, and only to one of this diary that stands. */
async function requireRelapse(scope: DiaryScope, { class: is, relapseId }: MedicineInput): Promise<void> {
  if (!relapseId) return;
  if (is !== "steroid-course") throw new InvalidError({ class: "medicine.notSteroids" });
  if ((await scope.db.relapse.count({ where: { ...standingIn(scope), id: relapseId } })) === 0) throw new InvalidError({ relapseId: "medicine.noRelapse" });
}

async function lastDoseOf(scope: DiaryScope, { id, lastDoseOn }: MedicineInput): Promise<Date | null> {
  const typed = fromDayOrNull(lastDoseOn);
  const [newest] = await infusionDays(scope, id);
  if (!newest || (typed && typed.getTime() === newest.getTime())) return typed;
  if (!typed || typed < newest) return newest;
  await keepAsInfusion(scope, id, typed);
  return typed;
}

const standingIn = (scope: DiaryScope) => ({ diaryId: scope.diaryId, removedAt: null });

const RULES_READ = ["name", "class", "startedOn", "lastDoseOn", "stoppedOn"] as const;

const isEqual = (one: unknown, other: unknown) => (one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other);
const isSame = (row: Medicine, data: Partial<Medicine>) => Object.entries(data).every(([name, value]) => isEqual(row[name as keyof Medicine], value));

function toColumns(input: MedicineInput) {
  return {
    name: input.name, class: input.class ?? null, kind: input.kind ?? "regular", dose: input.dose || null, reason: input.reason || null,
    sideEffects: input.sideEffects || null, startedOn: fromDayOrNull(input.startedOn), nextDoseOn: fromDayOrNull(input.nextDoseOn),
    stoppedOn: fromDayOrNull(input.stoppedOn), stopReason: input.stopReason || null, relapseId: input.relapseId ?? null,
  };
}

/** A date that is not known is left out, never guessed. */
function toListed(row: Medicine): ListedMedicine {
  return {
    id: row.id, name: row.name,
    ...(row.class && { class: row.class as MedicineClass }),
    ...(row.startedOn && { startedOn: toDay(row.startedOn) }),
    ...(row.lastDoseOn && { lastDoseOn: toDay(row.lastDoseOn) }),
    ...(row.stoppedOn && { stoppedOn: toDay(row.stoppedOn) }),
  };
}

function toRecord(row: Medicine): MedicineRecord {
  return {
    id: row.id, name: row.name, class: row.class as MedicineClass | null, kind: row.kind as MedicineKind, dose: row.dose, reason: row.reason,
    sideEffects: row.sideEffects, startedOn: toDayOrNull(row.startedOn), lastDoseOn: toDayOrNull(row.lastDoseOn), nextDoseOn: toDayOrNull(row.nextDoseOn),
    stoppedOn: toDayOrNull(row.stoppedOn), stopReason: row.stopReason, relapseId: row.relapseId, createdAt: row.createdAt, updatedAt: row.updatedAt,
  };
}
