import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { queueNotice, type NoticeKind } from "@/lib/server/data/account-notices";
import { endOtherSessions, requireLive } from "@/lib/server/data/sessions";
import { db, type Transaction } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";

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

/**
 * After a change of how one signs in, in its transaction: every other session ends, and a mail tells of it. Where the last passkey or
 * authenticator is gone, the session that asks has no second factor any more either.
 * @throws SessionEndedError when the session that asks was ended meanwhile, as by an undo: nothing is changed then.
 * @throws ConflictError for a demo account: many look at it at once, and none may sign the others out.
 */
export async function noteFactorChange(tx: Transaction, viewer: Viewer, kind: FactorChange): Promise<void> {
  if (viewer.demoRole) throw new ConflictError();
  await requireLive(tx, viewer);
  await endOtherSessions(viewer, tx);
  if (kind.endsWith("-removed")) {
    await tx.$executeRaw`
      update sessions set strong_at = null where user_id = ${viewer.userId}::uuid
        and not exists (select from passkeys where user_id = ${viewer.userId}::uuid)
        and not exists (select from totp_secrets where user_id = ${viewer.userId}::uuid and confirmed_at is not null)`;
  }
  await queueNotice(tx, { userId: viewer.userId, email: viewer.email, kind, by: viewer });
}
