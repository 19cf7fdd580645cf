import { diaryParams } from "@/lib/schemas/params";
import { relapseSchema } from "@/lib/schemas/relapse";
import { createRelapse } from "@/lib/server/data/relapses";
import { handle } from "@/lib/server/handle";

/** Stores a relapse that the person tells of. */
export const POST = handle({ params: diaryParams, body: relapseSchema }, (viewer, { diaryId }, input) => createRelapse(viewer, diaryId, input));
