import { makeRecoveryCodes } from "@/lib/server/data/recovery-codes";
import { handle } from "@/lib/server/handle";

/** Makes ten recovery codes, in place of those made before. This answer is the only one that holds them. */
export const POST = handle({}, async (viewer) => ({ codes: await makeRecoveryCodes(viewer) }));
