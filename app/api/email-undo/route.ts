import { deviceName } from "@/lib/domain/account/device-name";
import { undoEmailSchema } from "@/lib/schemas/email-change";
import { undoEmailChange } from "@/lib/server/data/email-changes";
import { handlePublic } from "@/lib/server/handle";
import { limitSecretTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** Undoes a change of address with the code that was mailed to the old one: whoever needs it may be signed out everywhere. */
export const POST = handlePublic({ body: undoEmailSchema }, async (request, { code }) => {
  await limitSecretTries({ network: networkOf(request.headers) });
  return undoEmailChange(code, deviceName(request.headers.get("user-agent")));
});
