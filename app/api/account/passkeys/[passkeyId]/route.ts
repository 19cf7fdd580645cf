import { passkeyParams } from "@/lib/schemas/params";
import { renamePasskeySchema } from "@/lib/schemas/passkey";
import { removePasskey, renamePasskey } from "@/lib/server/data/passkeys";
import { handle } from "@/lib/server/handle";

/** Gives a passkey another name. */
export const PUT = handle({ params: passkeyParams, body: renamePasskeySchema }, (viewer, { passkeyId }, { name }) => renamePasskey(viewer, passkeyId, name));

/** Takes a passkey away. */
export const DELETE = handle({ params: passkeyParams }, (viewer, { passkeyId }) => removePasskey(viewer, passkeyId));
