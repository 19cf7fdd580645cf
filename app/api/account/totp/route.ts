import { confirmTotpSchema } from "@/lib/schemas/second-step";
import { beginTotp, confirmTotp, removeTotp } from "@/lib/server/data/totp";
import { handle } from "@/lib/server/handle";
import { limitConfirms } from "@/lib/server/limits";
import { drawQr } from "@/lib/server/qr";

/** Makes a key for the person's app: to type, as a link for the same phone, and as a picture to scan. */
export const POST = handle({}, async (viewer) => {
  const { secret, uri } = await beginTotp(viewer);
  return { secret, uri, qr: drawQr(uri) };
});

/** Switches the second step on, with a first code of the app. */
export const PUT = handle({ body: confirmTotpSchema }, async (viewer, _params, { code }) => {
  await limitConfirms(viewer);
  return confirmTotp(viewer, code);
});

/** Turns the second step off. */
export const DELETE = handle({}, (viewer) => removeTotp(viewer));
