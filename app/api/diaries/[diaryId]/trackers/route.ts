import { trackerListSchema } from "@/lib/schemas/check-in";
import { diaryParams } from "@/lib/schemas/params";
import { changeTrackers } from "@/lib/server/data/diaries";
import { handle } from "@/lib/server/handle";

/** Which trackers are switched on, in the order shown. What was logged of the others stays. */
export const PATCH = handle({ params: diaryParams, body: trackerListSchema }, async (viewer, { diaryId }, { trackers }) =>
  ({ trackers: await changeTrackers(viewer, diaryId, trackers) }));
