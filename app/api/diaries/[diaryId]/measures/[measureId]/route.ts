import { measureSchema, restoreMeasureSchema } from "@/lib/schemas/measure";
import { measureParams } from "@/lib/schemas/params";
import { putMeasure, removeMeasure } from "@/lib/server/data/measures";
import { InvalidError } from "@/lib/server/errors";
import { handle } from "@/lib/server/handle";

/** Stores a timed walk or a result of the clinic, or changes a result. */
export const PUT = handle({ params: measureParams, body: measureSchema }, async (viewer, { diaryId, measureId }, input) => {
  if (input.id !== measureId.toLowerCase()) throw new InvalidError({ id: "id.notTheAddress" });
  return putMeasure(viewer, diaryId, input);
});

/** Takes a removed measure back. */
export const PATCH = handle({ params: measureParams, body: restoreMeasureSchema }, (viewer, { diaryId, measureId }, { removed }) =>
  removeMeasure(viewer, { diaryId, id: measureId, isRemoved: removed }));

/** Takes a measure out of the diary. */
export const DELETE = handle({ params: measureParams }, (viewer, { diaryId, measureId }) =>
  removeMeasure(viewer, { diaryId, id: measureId, isRemoved: true }));
