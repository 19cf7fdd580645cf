import { grantParams } from "@/lib/schemas/params";
import { revokeGrant } from "@/lib/server/data/grants";
import { handle } from "@/lib/server/handle";

/** Ends a grant at once. */
export const DELETE = handle({ params: grantParams }, (viewer, { diaryId, grantId }) => revokeGrant(viewer, diaryId, grantId));
