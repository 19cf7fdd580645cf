import { consentSchema } from "@/lib/schemas/account";
import { giveConsent, withdrawConsent } from "@/lib/server/data/consents";
import { handle } from "@/lib/server/handle";

export const POST = handle({ body: consentSchema }, (viewer, _params, { version }) => giveConsent(viewer, version));

export const DELETE = handle({}, (viewer) => withdrawConsent(viewer));
