import "server-only";
import { readPerson, type SharedPerson } from "@/app/(shared)/people/read-person";
import { dayOf } from "@/lib/domain/time";
import { getSharedDiary } from "@/lib/server/data/diaries";
import { listMedicines, type ListedMedicine } from "@/lib/server/data/medicines";
import { NotFoundError } from "@/lib/server/errors";
import type { Viewer } from "@/lib/server/viewer";

export type PersonInDetail = SharedPerson & { medicines: ListedMedicine[] | null };

/** One shared diary with everything its grant opens; null when it is not shared with the viewer, or any more. */
export async function readDetails(viewer: Viewer, diaryId: string, now: Date): Promise<PersonInDetail | null> {
  try {
    const diary = await getSharedDiary(viewer, diaryId);
    const [person, medicines] = await Promise.all([
      readPerson(viewer, diary, now),
      diary.scopes.includes("medicines:read") ? listMedicines(viewer, diaryId) : null,
    ]);
    return { ...person, medicines };
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** What `PersonDetails` shows of it. */
export function detailsOf(person: PersonInDetail) {
  const { diary, today, timeZone, checkIns, change, readings, alerts, relapses, medicines } = person;
  return {
    today, checkIns, change, readings, relapses, medicines,
    alerts: alerts && alerts.map((alert) => ({ ...alert, timeZone, country: diary.country ?? undefined })),
    mayReadNotes: diary.scopes.includes("notes:read"),
    sharedUntil: dayOf(diary.expiresAt, timeZone),
  };
}
