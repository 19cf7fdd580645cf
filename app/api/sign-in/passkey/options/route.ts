import { beginSchema } from "@/lib/schemas/sign-in";
import { setCookie } from "@/lib/server/cookies";
import { createSignInOptions } from "@/lib/server/data/passkey-use";
import { startAttempt } from "@/lib/server/data/sign-in-attempts";
import { handlePublic, WithCookies } from "@/lib/server/handle";
import { limitPasskeyStarts } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** What the browser needs to sign in with a passkey. No address is asked for; the answer works in the browser that gets this cookie. */
export const POST = handlePublic({ body: beginSchema }, async (request, begin) => {
  await limitPasskeyStarts({ network: networkOf(request.headers) });
  const { id, cookie } = await startAttempt(begin);
  return new WithCookies(await createSignInOptions(id), [setCookie("attempt", cookie)]);
});
