import { checkCodeSchema } from "@/lib/schemas/sign-in";
import { cookieIn } from "@/lib/server/cookies";
import { useMailCode } from "@/lib/server/data/mail-codes";
import { findAttempt, passFirstStep } from "@/lib/server/data/sign-in-attempts";
import { findOrCreateUser } from "@/lib/server/data/users";
import { handlePublic } from "@/lib/server/handle";
import { limitCodeTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** Checks a mailed code, in the browser that asked for it. The first right one also makes the account, where that is open. */
export const POST = handlePublic({ body: checkCodeSchema }, async (request, { code }) => {
  await limitCodeTries({ network: networkOf(request.headers), knownDevice: null });
  const attempt = await findAttempt(cookieIn(request.headers, "attempt"));
  if (!attempt) return { kind: "expired" };
  const used = await useMailCode({ purpose: "sign-in", attemptId: attempt.id }, code);
  if (used.kind === "expired") return used;
  if (used.kind === "wrong") return { kind: "refused", triesLeft: used.triesLeft };
  const userId = await findOrCreateUser(used.email, attempt.invitationId);
  return userId ? { kind: await passFirstStep(attempt.id, { userId, step: "mail-code" }) } : { kind: "expired" };
});
