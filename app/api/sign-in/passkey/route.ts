import { usePasskeySchema } from "@/lib/schemas/passkey";
import { cookieIn } from "@/lib/server/cookies";
import { usePasskey } from "@/lib/server/data/passkey-use";
import { findAttempt, passFirstStep } from "@/lib/server/data/sign-in-attempts";
import { handlePublic } from "@/lib/server/handle";

/** Checks a passkey, in the browser that asked for the challenge. It is both steps in one. */
export const POST = handlePublic({ body: usePasskeySchema }, async (request, { response }) => {
  const attempt = await findAttempt(cookieIn(request.headers, "attempt"));
  if (!attempt) return { kind: "expired" };
  const used = await usePasskey({ purpose: "sign-in", attemptId: attempt.id }, response);
  return used.kind === "used" ? { kind: await passFirstStep(attempt.id, { userId: used.userId, step: "passkey" }) } : used;
});
