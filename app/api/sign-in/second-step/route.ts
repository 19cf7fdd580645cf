import { deviceName } from "@/lib/domain/account/device-name";
import { secondStepSchema } from "@/lib/schemas/second-step";
import { cookieIn } from "@/lib/server/cookies";
import { findKnownDevice } from "@/lib/server/data/known-devices";
import { useRecoveryCode } from "@/lib/server/data/recovery-codes";
import { findAttempt, passSecondStep, takeSecondTry } from "@/lib/server/data/sign-in-attempts";
import { useTotp } from "@/lib/server/data/totp";
import { handlePublic } from "@/lib/server/handle";
import { limitSecondSteps } from "@/lib/server/limits";

/**
 * The second step: a code of the person's app, or a recovery code in its place, unless one stood in for the first step already. Sent
 * again after it was passed, it answers the same: the answer may have been lost on its way.
 */
export const POST = handlePublic({ body: secondStepSchema }, async (request, { code: given }) => {
  const attempt = await findAttempt(cookieIn(request.headers, "attempt"));
  if (!attempt?.needsSecondStep || !attempt.userId) return { kind: "expired" };
  if (attempt.isFinished) return { kind: "done" };
  const knownDevice = attempt.email ? await findKnownDevice(attempt.email, cookieIn(request.headers, "device")) : null;
  await limitSecondSteps(attempt.userId, { knownDevice });
  const tried = await takeSecondTry(attempt.id);
  if (!tried) return { kind: "expired" };
  const details = { device: deviceName(request.headers.get("user-agent")) };
  const isRight = given.kind === "totp" ? await useTotp(tried.userId, given.code)
    : tried.firstStep === "mail-code" && (await useRecoveryCode(tried.userId, given.code, { details }));
  return isRight ? { kind: await passSecondStep(attempt.id, given.kind) } : { kind: "refused", triesLeft: tried.triesLeft };
});
