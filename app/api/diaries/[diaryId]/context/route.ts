import { diaryParams } from "@/lib/schemas/params";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { handle } from "@/lib/server/handle";

/** What the owner's device needs to run the rules without a network. */
export const GET = handle({ params: diaryParams }, (viewer, { diaryId }) => getRuleContext(viewer, diaryId));
