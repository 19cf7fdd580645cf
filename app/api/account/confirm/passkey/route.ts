import { usePasskeySchema } from "@/lib/schemas/passkey";
import { confirmByPasskey } from "@/lib/server/data/passkey-use";
import { handle } from "@/lib/server/handle";

/** Proves with a passkey who it is. */
export const POST = handle({ body: usePasskeySchema }, (viewer, _params, { response }) => confirmByPasskey(viewer, response));
