import { addPasskeySchema } from "@/lib/schemas/passkey";
import { addPasskey } from "@/lib/server/data/passkey-adding";
import { handle } from "@/lib/server/handle";

/** Stores a passkey that the browser made. */
export const POST = handle({ body: addPasskeySchema }, (viewer, _params, { response }) => addPasskey(viewer, response));
