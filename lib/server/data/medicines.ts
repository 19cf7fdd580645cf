import "server-only";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { MedicineInput } from "@/lib/schemas/medicine";
import { openDiary } from "@/lib/server/access";
import { fromDayOrNull, toDay } from "@/lib/server/days";
import type { Medicine } from "@/lib/server/generated/client";

export type MedicineRecord = Medication & { id: string };

/** All medicines, those still taken first, then by name. */
export function listMedicines(viewer: Viewer, diaryId: string): Promise<MedicineRecord[]> {
  return openDiary(viewer, diaryId, "medicines:read", async (scope) => {
    const rows = await scope.db.medicine.findMany({ where: { diaryId: scope.diaryId } });
    return rows.map(toMedicine).sort((a, b) =>
      Number(a.stoppedOn !== undefined) - Number(b.stoppedOn !== undefined) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  });
}

/** Makes a medicine or replaces it. Owner only. Sending twice is harmless. */
export function putMedicine(viewer: Viewer, diaryId: string, input: MedicineInput): Promise<MedicineRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const data = {
      name: input.name, class: input.class ?? null, startedOn: fromDayOrNull(input.startedOn),
      lastDoseOn: fromDayOrNull(input.lastDoseOn), stoppedOn: fromDayOrNull(input.stoppedOn), updatedAt: new Date(),
    };
    const key = { diaryId: scope.diaryId, id: input.id };
    return toMedicine(await scope.db.medicine.upsert({ where: { diaryId_id: key }, create: { ...key, ...data }, update: data }));
  }, { writes: "medicines:write" });
}

/** A date that is not known is left out, never guessed. */
function toMedicine(row: Medicine): MedicineRecord {
  return {
    id: row.id, name: row.name,
    ...(row.class && { class: row.class as MedicineClass }),
    ...(row.startedOn && { startedOn: toDay(row.startedOn) }),
    ...(row.lastDoseOn && { lastDoseOn: toDay(row.lastDoseOn) }),
    ...(row.stoppedOn && { stoppedOn: toDay(row.stoppedOn) }),
  };
}
