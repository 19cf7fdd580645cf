import { medicineEventSchema } from "@/lib/schemas/medicine";
import { medicineEventParams } from "@/lib/schemas/params";
import { putMedicineEvent, removeMedicineEvent } from "@/lib/server/data/medicine-events";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** A missed dose, one taken as needed, or an infusion. */
export const PUT = handle({ params: medicineEventParams, body: medicineEventSchema }, async (viewer, { diaryId, medicineId, eventId }, input) => {
  if (input.id !== eventId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putMedicineEvent(viewer, { diaryId, medicineId: medicineId.toLowerCase() }, input);
});

/** Takes it back. */
export const DELETE = handle({ params: medicineEventParams }, (viewer, { diaryId, medicineId, eventId }) =>
  removeMedicineEvent(viewer, { diaryId, medicineId: medicineId.toLowerCase() }, eventId.toLowerCase()));
