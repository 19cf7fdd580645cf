import { changeEmailSchema, newEmailSchema } from "@/lib/schemas/email-change";
import { changeEmail, requestEmailChange } from "@/lib/server/data/email-changes";
import { handle } from "@/lib/server/handle";
import { limitNewAddress } from "@/lib/server/limits";

/** Mails a code to a new address. The answer is the same whether or not that address has an account. */
export const POST = handle({ body: newEmailSchema }, async (viewer, _params, { email }) => {
  await limitNewAddress(viewer, email);
  await requestEmailChange(viewer, email);
  return { status: "accepted" };
});

/** Changes the address with that code. */
export const PUT = handle({ body: changeEmailSchema }, (viewer, _params, { code }) => changeEmail(viewer, code));
