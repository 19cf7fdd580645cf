import { handle } from "@/lib/server/handle";

/** Whose session this is: the outbox asks before it sends. 401 when it ended. */
export const GET = handle({}, async ({ userId }) => ({ userId }));
