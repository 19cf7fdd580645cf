import { saveRecord } from "@/components/form/save-record";
import type { VisitInput } from "@/lib/schemas/visit";

/** Makes or changes a visit. Sending twice is harmless. */
export const putVisit = (diaryId: string, input: VisitInput) => saveRecord("PUT", `/api/diaries/${diaryId}/visits/${input.id}`, input);

/** Removes a visit; one that is gone already is as good. */
export const deleteVisit = (diaryId: string, visitId: string) => saveRecord("DELETE", `/api/diaries/${diaryId}/visits/${visitId}`);
