import { alertResponseBatchSchema } from "@/lib/schemas/alert-response";
import { diaryParams } from "@/lib/schemas/params";
import { respondToAlerts } from "@/lib/server/data/alerts";
import { handle } from "@/lib/server/handle";

/** Stores when alerts were shown and what the person did, up to 100 at once. */
export const POST = handle({ params: diaryParams, body: alertResponseBatchSchema, limit: "none" }, async (viewer, { diaryId }, { responses }) =>
  ({ results: await respondToAlerts(viewer, diaryId, responses) }));
