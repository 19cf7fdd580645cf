import { putMedicine, send, type SaveOutcome } from "@/components/setup/save";
import type { CalendarDay } from "@/lib/domain/time";
import { thenRefresh, type DiaryOf } from "@/lib/offline/then-refresh";
import type { MedicineEventInput, MedicineInput } from "@/lib/schemas/medicine";

const medicinePath = (diaryId: string, medicineId: string) => `/api/diaries/${diaryId}/medicines/${medicineId}`;
const eventPath = (diaryId: string, medicineId: string, eventId: string) => `${medicinePath(diaryId, medicineId)}/events/${eventId}`;

/** Makes, changes or brings back a medicine. The rules of this device know it when this is done. */
export const saveMedicine = (diary: DiaryOf, medicine: MedicineInput) => thenRefresh(diary, putMedicine(diary.diaryId, medicine));

export const removeMedicine = (diary: DiaryOf, medicineId: string) => thenRefresh(diary, send("DELETE", medicinePath(diary.diaryId, medicineId)));

/** The date of the next dose alone, which no rule reads; null = not known. */
export const planNextDose = ({ diaryId }: DiaryOf, medicineId: string, nextDoseOn: CalendarDay | null) => send("PATCH", medicinePath(diaryId, medicineId), { nextDoseOn });

/** Of the events the rules read infusions only, as the last dose. */
export function saveEvent(diary: DiaryOf, medicineId: string, event: MedicineEventInput): Promise<SaveOutcome> {
  const saving = send("PUT", eventPath(diary.diaryId, medicineId, event.id), event);
  return event.kind === "infusion" ? thenRefresh(diary, saving) : saving;
}

export function removeEvent(diary: DiaryOf, medicineId: string, event: Pick<MedicineEventInput, "id" | "kind">): Promise<SaveOutcome> {
  const removing = send("DELETE", eventPath(diary.diaryId, medicineId, event.id));
  return event.kind === "infusion" ? thenRefresh(diary, removing) : removing;
}
