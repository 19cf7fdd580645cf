import { handle } from "@/lib/server/handle";

/** Whose session this is: the outbox asks before it sends, and a page when it is looked at again. 401 when it ended. */
export const GET = handle({}, async ({ userId, isShared }) => ({ userId, isShared }));
