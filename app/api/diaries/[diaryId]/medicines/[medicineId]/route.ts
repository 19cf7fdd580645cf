import { medicineSchema } from "@/lib/schemas/medicine";
import { medicineParams } from "@/lib/schemas/params";
import { putMedicine, removeMedicine } from "@/lib/server/data/medicines";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** Makes a medicine, replaces it, or brings back one that was removed. */
export const PUT = handle({ params: medicineParams, body: medicineSchema }, async (viewer, { diaryId, medicineId }, input) => {
  if (input.id !== medicineId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putMedicine(viewer, diaryId, input);
});

/** Takes out a medicine that was entered by mistake. */
export const DELETE = handle({ params: medicineParams }, (viewer, { diaryId, medicineId }) => removeMedicine(viewer, diaryId, medicineId.toLowerCase()));
