import "server-only";
import type { MedicineEvent, MedicineEventKind } from "@/lib/domain/medicines/medicine";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { dayOf, EARLIEST_ZONE, type CalendarDay } from "@/lib/domain/time";
import type { MedicineEventInput } from "@/lib/schemas/medicine";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay, toDay } from "@/lib/server/days";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import type { Medicine, MedicineEvent as EventRow } from "@/lib/server/generated/client";
import { judgeNewestLater } from "@/lib/server/judge-newest-later";
import { infusionDays, keepAsInfusion, laterThan, lockMedicine } from "@/lib/server/medicine-rows";

type EventQuery = { diaryId: string; from: CalendarDay; to: CalendarDay };

/** Missed doses, doses taken as needed and infusions between two days, both included, oldest first; none of a removed medicine. With a limited grant: from its first day on. */
export function listMedicineEvents(viewer: Viewer, { diaryId, from, to }: EventQuery): Promise<MedicineEvent[]> {
  return openDiary(viewer, diaryId, "medicines:read", async (scope) => {
    const since = scope.historyFrom && scope.historyFrom > from ? scope.historyFrom : from;
    const medicines = await scope.db.medicine.findMany({ where: { diaryId: scope.diaryId, removedAt: null }, select: { id: true } });
    const rows = await scope.db.medicineEvent.findMany({
      where: { diaryId: scope.diaryId, removedAt: null, medicineId: { in: medicines.map(({ id }) => id) }, day: { gte: fromDay(since), lte: fromDay(to) } },
      orderBy: [{ day: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map(toEvent);
  });
}

type EventKey = { diaryId: string; medicineId: string };

/**
 * Writes down what happened on a day, or brings it back. Owner only. Sending twice is harmless; a missed dose or an infusion of a day
 * that has one already is that one, so that two devices count it once. The newest infusion is the medicine's last dose.
 * @throws NotFoundError without such a medicine. InvalidError for a day to come. ConflictError when the id is something else's.
 */
export function putMedicineEvent(viewer: Viewer, { diaryId, medicineId }: EventKey, input: MedicineEventInput): Promise<MedicineEvent> {
  if (input.day > dayOf(new Date(), EARLIEST_ZONE)) throw new InvalidError({ day: "day.future" });
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const medicine = await lockMedicine(scope, medicineId);
    if (medicine.removedAt) throw new NotFoundError();
    const event = await storeEvent(scope, medicine, input);
    if (event.kind === "infusion") await noteLastDose(scope, medicine, { isTaken: true });
    return toEvent(event);
  }, { writes: "medicines:write" });
}

/**
 * Takes back what was written down. Owner only. One that is taken back already stays so.
 * @throws NotFoundError when the medicine has none
 */
export function removeMedicineEvent(viewer: Viewer, { diaryId, medicineId }: EventKey, eventId: string): Promise<void> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const medicine = await lockMedicine(scope, medicineId);
    const key = { diaryId: scope.diaryId, id: eventId };
    const row = await scope.db.medicineEvent.findUnique({ where: { diaryId_id: key } });
    if (row?.medicineId !== medicine.id) throw new NotFoundError();
    if (row.removedAt) return;
    await scope.db.medicineEvent.update({ where: { diaryId_id: key }, data: { removedAt: new Date() } });
    if (row.kind === "infusion") await noteLastDose(scope, medicine, { isTaken: false });
  }, { writes: "medicines:write" });
}

async function storeEvent(scope: DiaryScope, medicine: Medicine, { id, kind, day, note }: MedicineEventInput): Promise<EventRow> {
  const data = { medicineId: medicine.id, kind, day: fromDay(day), note: note || null };
  const key = { diaryId: scope.diaryId, id };
  const stored = await scope.db.medicineEvent.findUnique({ where: { diaryId_id: key } });
  if (stored && (stored.medicineId !== medicine.id || stored.kind !== kind)) throw new ConflictError("The id is of another event");
  if (stored) return scope.db.medicineEvent.update({ where: { diaryId_id: key }, data: { ...data, removedAt: null } });
  const same = kind === "taken" ? null : await scope.db.medicineEvent.findFirst({ where: { diaryId: scope.diaryId, medicineId: medicine.id, kind, day: data.day, removedAt: null } });
  return same ?? scope.db.medicineEvent.create({ data: { ...key, ...data, createdAt: new Date() } });
}

/** The newest infusion becomes the last dose. A last dose that was typed before any infusion is kept as one. */
async function noteLastDose(scope: DiaryScope, medicine: Medicine, { isTaken }: { isTaken: boolean }): Promise<void> {
  const days = await infusionDays(scope, medicine.id);
  const typed = medicine.lastDoseOn;
  if (isTaken && typed && !days.some((day) => day.getTime() === typed.getTime())) {
    await keepAsInfusion(scope, medicine.id, typed);
    days.push(typed);
  }
  const newest = days.length > 0 ? new Date(Math.max(...days.map((day) => day.getTime()))) : null;
  if (newest?.getTime() === typed?.getTime()) return;
  await scope.db.medicine.update({ where: { diaryId_id: { diaryId: scope.diaryId, id: medicine.id } }, data: { lastDoseOn: newest, updatedAt: laterThan(medicine) } });
  await judgeNewestLater(scope);
}

const toEvent = (row: EventRow): MedicineEvent => ({ id: row.id, medicineId: row.medicineId, kind: row.kind as MedicineEventKind, day: toDay(row.day), note: row.note });
