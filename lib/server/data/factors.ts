import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { queueNotice, type NoticeKind } from "@/lib/server/data/account-notices";
import { endOtherSessions } from "@/lib/server/data/sessions";
import { db, type Transaction } from "@/lib/server/db";

export type Factors = { passkeys: number; hasTotp: boolean; recoveryCodesLeft: number };

/** What an account can sign in with besides a mailed code. */
export async function findFactors(userId: string): Promise<Factors> {
  const [passkeys, totp, recoveryCodesLeft] = await Promise.all([
    db().passkey.count({ where: { userId } }), db().totpSecret.count({ where: { userId, confirmedAt: { not: null } } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  return { passkeys, hasTotp: totp > 0, recoveryCodesLeft };
}

type FactorChange = Extract<NoticeKind, "passkey-added" | "passkey-removed" | "totp-added" | "totp-removed" | "recovery-codes-made">;

/** After a change of how one signs in, in its transaction: every other session ends, and a mail tells of it. */
export async function noteFactorChange(tx: Transaction, viewer: Viewer, kind: FactorChange): Promise<void> {
  await endOtherSessions(viewer, tx);
  await queueNotice(tx, { userId: viewer.userId, email: viewer.email, kind });
}
