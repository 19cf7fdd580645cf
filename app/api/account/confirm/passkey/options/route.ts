import { createConfirmOptions } from "@/lib/server/data/passkey-use";
import { handle } from "@/lib/server/handle";

/** What the browser needs to prove with a passkey who is there. */
export const POST = handle({}, (viewer) => createConfirmOptions(viewer));
