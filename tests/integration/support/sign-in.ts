import { requestMailCode, issueMailCode } from "@/lib/server/data/mail-codes";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { db } from "@/lib/server/db";

export type Asked = { attemptId: string; cookie: string; tokenId: string };

/** Asks for a sign-in code as the route does. */
export async function requestSignInCode(email: string, options: Omit<Parameters<typeof startAttempt>[0], "email"> = {}): Promise<Asked> {
  const { id, cookie } = await startAttempt({ email, ...options });
  await requestMailCode(email, { purpose: "sign-in", attemptId: id });
  const { id: tokenId } = await db().verificationToken.findFirstOrThrow({ where: { attemptId: id }, select: { id: true } });
  return { attemptId: id, cookie, tokenId };
}

/** Asks for a code as the route does, and makes it as the worker does. */
export async function askForCode(email: string): Promise<Asked & { code: string }> {
  const asked = await requestSignInCode(email);
  const issued = await issueMailCode(asked.tokenId);
  if (!issued) throw new Error("No code is due for this address");
  return { ...asked, code: issued.code };
}

/** A session of someone whose first step was a mailed code. Null when a second step is still needed. */
export async function signInByMail(userId: string, options: Parameters<typeof startAttempt>[0] = {}): Promise<string | null> {
  const { id, cookie } = await startAttempt(options);
  await passFirstStep(id, { userId, step: "mail-code" });
  return (await finishSignIn(cookie))?.sessionId ?? null;
}

/** The attempt cookie as a browser sends it. */
export const attemptCookie = (cookie: string): string => `daymark.attempt=${cookie}`;

/** Another code of six digits. */
export const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
