import { createAddOptions } from "@/lib/server/data/passkey-adding";
import { handle } from "@/lib/server/handle";

/** What the browser needs to make a passkey. */
export const POST = handle({}, (viewer) => createAddOptions(viewer));
