import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { findFactors } from "@/lib/server/data/factors";
import { requestMailCode, useMailCode } from "@/lib/server/data/mail-codes";
import { confirmSession } from "@/lib/server/data/sessions";

export type ConfirmMethod = "passkey" | "totp" | "recovery-code" | "mail-code";
export type Confirmation = { kind: "done" } | { kind: "refused"; triesLeft?: number } | { kind: "expired" };

/** How the viewer can prove who they are, the easiest first. A mailed code counts only for an account with nothing stronger. */
export async function listConfirmMethods(viewer: Viewer): Promise<ConfirmMethod[]> {
  const { passkeys, hasTotp, recoveryCodesLeft } = await findFactors(viewer.userId);
  if (passkeys === 0 && !hasTotp) return ["mail-code"];
  return [...(passkeys > 0 ? ["passkey" as const] : []), ...(hasTotp ? ["totp" as const] : []), ...(recoveryCodesLeft > 0 ? ["recovery-code" as const] : [])];
}

/** Mails a code for the viewer's own session, where a mailed code counts; otherwise nothing is sent. */
export async function requestConfirmCode(viewer: Viewer): Promise<void> {
  if ((await listConfirmMethods(viewer)).includes("mail-code")) await requestMailCode(viewer.email, { purpose: "confirm", sessionId: viewer.sessionId });
}

/** Checks a mailed code of `requestConfirmCode`. Right only once, and only where it counts. */
export async function confirmByMailCode(viewer: Viewer, code: string): Promise<Confirmation> {
  if (!(await listConfirmMethods(viewer)).includes("mail-code")) return { kind: "refused" };
  const used = await useMailCode({ purpose: "confirm", sessionId: viewer.sessionId }, code);
  if (used.kind === "expired") return used;
  if (used.kind === "wrong") return { kind: "refused", triesLeft: used.triesLeft };
  await confirmSession(viewer.sessionId, { isStrong: false });
  return { kind: "done" };
}
