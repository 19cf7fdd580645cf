import { takePasskeyOffer } from "@/lib/server/data/passkey-offer";
import { handle } from "@/lib/server/handle";

/** Asked after signing in with a code: whether to offer face or fingerprint, which is done once. */
export const POST = handle({}, async (viewer) => ({ isDue: await takePasskeyOffer(viewer) }));
