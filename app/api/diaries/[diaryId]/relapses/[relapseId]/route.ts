import { relapseParams } from "@/lib/schemas/params";
import { relapseChangeSchema } from "@/lib/schemas/relapse";
import { removeRelapse, updateRelapse } from "@/lib/server/data/relapses";
import { handle } from "@/lib/server/handle";

/** Changes an answer, the end, or everything that was told of one relapse. */
export const PATCH = handle({ params: relapseParams, body: relapseChangeSchema }, (viewer, { diaryId, relapseId }, change) => updateRelapse(viewer, diaryId, relapseId, change));

/** Takes one out of the diary. */
export const DELETE = handle({ params: relapseParams }, (viewer, { diaryId, relapseId }) => removeRelapse(viewer, diaryId, relapseId));
