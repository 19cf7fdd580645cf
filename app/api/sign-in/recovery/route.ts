import { deviceName } from "@/lib/domain/account/device-name";
import { recoverySchema } from "@/lib/schemas/second-step";
import { setCookie } from "@/lib/server/cookies";
import { useRecoveryCodeOf } from "@/lib/server/data/recovery-codes";
import { passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { handlePublic, WithCookies } from "@/lib/server/handle";
import { limitSecretTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/**
 * Begins to sign in with a recovery code in place of a mailed one. Unknown addresses and wrong codes are answered alike. Where the
 * account has an authenticator, its code is asked for next: a recovery code stands in for one step only.
 */
export const POST = handlePublic({ body: recoverySchema }, async (request, { email, code, isShared, timeZone }) => {
  await limitSecretTries({ network: networkOf(request.headers) });
  const details = { device: deviceName(request.headers.get("user-agent")), ...(timeZone && { place: timeZone }) };
  const userId = await useRecoveryCodeOf(email, code, { details });
  if (!userId) return { kind: "refused" };
  const { id, cookie } = await startAttempt({ email, isShared, timeZone });
  return new WithCookies({ kind: await passFirstStep(id, { userId, step: "recovery-code" }) }, [setCookie("attempt", cookie)]);
});
