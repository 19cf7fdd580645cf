import { sessionParams } from "@/lib/schemas/params";
import { endOwnSession } from "@/lib/server/data/own-sessions";
import { handle } from "@/lib/server/handle";

/** Ends one of the viewer's own sessions at once. One that is gone, or is someone else's, gets the same answer. */
export const DELETE = handle({ params: sessionParams }, (viewer, { sessionId }) => endOwnSession(viewer, sessionId));
