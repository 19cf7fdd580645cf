import { medicineSchema, nextDoseSchema } from "@/lib/schemas/medicine";
import { medicineParams } from "@/lib/schemas/params";
import { planNextDose, putMedicine, removeMedicine } from "@/lib/server/data/medicines";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** Makes a medicine, replaces it, or brings back one that was removed. */
export const PUT = handle({ params: medicineParams, body: medicineSchema }, async (viewer, { diaryId, medicineId }, input) => {
  if (input.id !== medicineId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putMedicine(viewer, diaryId, input);
});

/** Sets the date of the next dose alone. */
export const PATCH = handle({ params: medicineParams, body: nextDoseSchema }, (viewer, { diaryId, medicineId }, { nextDoseOn }) =>
  planNextDose(viewer, diaryId, { id: medicineId.toLowerCase(), nextDoseOn }));

/** Takes out a medicine that was entered by mistake. */
export const DELETE = handle({ params: medicineParams }, (viewer, { diaryId, medicineId }) => removeMedicine(viewer, diaryId, medicineId.toLowerCase()));
