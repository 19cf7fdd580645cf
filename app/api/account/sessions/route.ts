import { endAllOtherSessions } from "@/lib/server/data/own-sessions";
import { handle } from "@/lib/server/handle";

/** Ends all sessions of the viewer but this one, at once. */
export const DELETE = handle({}, async (viewer) => ({ ended: await endAllOtherSessions(viewer) }));
