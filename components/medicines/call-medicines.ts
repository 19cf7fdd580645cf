import { putMedicine, send, type SaveOutcome } from "@/components/setup/save";
import type { CalendarDay } from "@/lib/domain/time";
import type { MedicineEventInput, MedicineInput } from "@/lib/schemas/medicine";

/** Whose diary it is, and where its copy lies on this device. */
export type DiaryOf = { userId: string; diaryId: string };

const medicinePath = (diaryId: string, medicineId: string) => `/api/diaries/${diaryId}/medicines/${medicineId}`;
const eventPath = (diaryId: string, medicineId: string, eventId: string) => `${medicinePath(diaryId, medicineId)}/events/${eventId}`;

/** Makes, changes or brings back a medicine. The rules of this device know it when this is done. */
export const saveMedicine = ({ userId, diaryId }: DiaryOf, medicine: MedicineInput) => thenRefresh(userId, diaryId, putMedicine(diaryId, medicine));

export const removeMedicine = ({ userId, diaryId }: DiaryOf, medicineId: string) => thenRefresh(userId, diaryId, send("DELETE", medicinePath(diaryId, medicineId)));

/** The date of the next dose alone, which no rule reads; null = not known. */
export const planNextDose = ({ diaryId }: DiaryOf, medicineId: string, nextDoseOn: CalendarDay | null) => send("PATCH", medicinePath(diaryId, medicineId), { nextDoseOn });

/** Of the events the rules read infusions only, as the last dose. */
export function saveEvent({ userId, diaryId }: DiaryOf, medicineId: string, event: MedicineEventInput): Promise<SaveOutcome> {
  const saving = send("PUT", eventPath(diaryId, medicineId, event.id), event);
  return event.kind === "infusion" ? thenRefresh(userId, diaryId, saving) : saving;
}

export function removeEvent({ userId, diaryId }: DiaryOf, medicineId: string, event: Pick<MedicineEventInput, "id" | "kind">): Promise<SaveOutcome> {
  const removing = send("DELETE", eventPath(diaryId, medicineId, event.id));
  return event.kind === "infusion" ? thenRefresh(userId, diaryId, removing) : removing;
}

async function thenRefresh(userId: string, diaryId: string, saving: Promise<SaveOutcome>): Promise<SaveOutcome> {
  const outcome = await saving;
  if (outcome.kind === "saved") {
    const { refreshContext } = await import("@/lib/offline/refresh-context");
    await refreshContext({ userId, diaryId });
  }
  return outcome;
}
