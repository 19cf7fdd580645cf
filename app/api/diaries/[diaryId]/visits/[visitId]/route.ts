import { visitParams } from "@/lib/schemas/params";
import { visitSchema } from "@/lib/schemas/visit";
import { putVisit, removeVisit } from "@/lib/server/data/visits";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** Makes a visit or changes it. */
export const PUT = handle({ params: visitParams, body: visitSchema }, async (viewer, { diaryId, visitId }, input) => {
  if (input.id !== visitId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putVisit(viewer, diaryId, input);
});

/** Removes a visit. */
export const DELETE = handle({ params: visitParams }, (viewer, { diaryId, visitId }) => removeVisit(viewer, diaryId, visitId));
