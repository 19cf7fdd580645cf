import { medicineSchema } from "@/lib/schemas/medicine";
import { medicineParams } from "@/lib/schemas/params";
import { putMedicine } from "@/lib/server/data/medicines";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** Makes a medicine or replaces it. */
export const PUT = handle({ params: medicineParams, body: medicineSchema }, async (viewer, { diaryId, medicineId }, input) => {
  if (input.id !== medicineId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putMedicine(viewer, diaryId, input);
});
