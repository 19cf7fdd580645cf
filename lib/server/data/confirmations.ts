import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { findFactors } from "@/lib/server/data/factors";
import { requestMailCode, useMailCode } from "@/lib/server/data/mail-codes";
import { useRecoveryCode } from "@/lib/server/data/recovery-codes";
import { confirmSession } from "@/lib/server/data/sessions";
import { useTotp } from "@/lib/server/data/totp";
import { db } from "@/lib/server/db";

export type ConfirmMethod = "passkey" | "totp" | "recovery-code" | "mail-code";
export type Confirmation = { kind: "done" } | { kind: "refused"; triesLeft?: number } | { kind: "expired" };

/**
 * How the viewer can prove who they are, the easiest first. A mailed code counts only for an account with nothing stronger. Who came
 * in with a recovery code is not confirmed by another one of the same sheet: it stands in for one step, never for both.
 */
export async function listConfirmMethods({ userId, sessionId }: Viewer): Promise<ConfirmMethod[]> {
  const { passkeys, hasTotp, recoveryCodesLeft } = await findFactors(userId);
  if (passkeys === 0 && !hasTotp) return ["mail-code"];
  const session = await db().session.findUnique({ where: { id: sessionId }, select: { firstStep: true } });
  const mayUseSheet = recoveryCodesLeft > 0 && session?.firstStep !== "recovery-code";
  return [...(passkeys > 0 ? ["passkey" as const] : []), ...(hasTotp ? ["totp" as const] : []), ...(mayUseSheet ? ["recovery-code" as const] : [])];
}

/** Mails a code for the viewer's own session, where a mailed code counts; otherwise nothing is sent. */
export async function requestConfirmCode(viewer: Viewer): Promise<void> {
  if ((await listConfirmMethods(viewer)).includes("mail-code")) await requestMailCode(viewer.email, { purpose: "confirm", sessionId: viewer.sessionId });
}

/** What was typed as a proof; codes as their schemas give them. */
export type Proof = { method: Exclude<ConfirmMethod, "passkey">; code: string };

/**
 * Checks a code as a proof of who the viewer is: right only once, and only of a kind that counts for this account. A code of the
 * authenticator is a second factor for the rest of the session; a recovery code is not.
 */
export async function confirmByCode(viewer: Viewer, { method, code }: Proof): Promise<Confirmation> {
  if (!(await listConfirmMethods(viewer)).includes(method)) return { kind: "refused" };
  const outcome = await tryCode(viewer, { method, code });
  if (outcome.kind === "done") await confirmSession(viewer.sessionId, { isStrong: method === "totp" });
  return outcome;
}

async function tryCode({ userId, sessionId }: Viewer, { method, code }: Proof): Promise<Confirmation> {
  if (method === "totp") return { kind: (await useTotp(userId, code)) ? "done" : "refused" };
  if (method === "recovery-code") return { kind: (await useRecoveryCode(userId, code, { by: { sessionId } })) ? "done" : "refused" };
  const used = await useMailCode({ purpose: "confirm", sessionId }, code);
  if (used.kind === "wrong") return { kind: "refused", triesLeft: used.triesLeft };
  return used.kind === "right" ? { kind: "done" } : used;
}
