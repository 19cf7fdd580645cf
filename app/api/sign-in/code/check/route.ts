import { checkCodeSchema } from "@/lib/schemas/sign-in";
import { cookieIn } from "@/lib/server/cookies";
import { findKnownDevice } from "@/lib/server/data/known-devices";
import { useMailCode } from "@/lib/server/data/mail-codes";
import { findAttempt, passFirstStep } from "@/lib/server/data/sign-in-attempts";
import { findOrCreateUser } from "@/lib/server/data/users";
import { handlePublic } from "@/lib/server/handle";
import { limitCodeTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** Checks a mailed code, in the browser that asked for it. The first right one also makes the account, where that is open. */
export const POST = handlePublic({ body: checkCodeSchema }, async (request, { code }) => {
  const attempt = await findAttempt(cookieIn(request.headers, "attempt"));
  const knownDevice = attempt?.email ? await findKnownDevice(attempt.email, cookieIn(request.headers, "device")) : null;
  await limitCodeTries({ network: networkOf(request.headers), knownDevice });
  if (!attempt) return { kind: "expired" };
  const used = await useMailCode({ purpose: "sign-in", attemptId: attempt.id }, code);
  if (used.kind === "expired") return used;
  if (used.kind === "wrong") return { kind: "refused", triesLeft: used.triesLeft };
  const userId = await findOrCreateUser(used.email, attempt.invitationId);
  return userId ? { kind: await passFirstStep(attempt.id, { userId, step: "mail-code" }) } : { kind: "expired" };
});
