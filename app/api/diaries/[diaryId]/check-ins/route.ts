import { checkInBatchSchema } from "@/lib/schemas/check-in";
import { diaryParams } from "@/lib/schemas/params";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { handleBySession } from "@/lib/server/handle";

/** Stores up to 100 check-ins. Each is judged alone: one bad item never blocks the others. */
export const POST = handleBySession({ params: diaryParams, body: checkInBatchSchema }, async (asker, { diaryId }, { checkIns }) =>
  ({ results: await storeCheckIns(asker, diaryId, checkIns) }));
