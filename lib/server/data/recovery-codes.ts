import "server-only";
import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { makeRecoveryCode, RECOVERY_CODES } from "@/lib/domain/account/recovery-code";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { queueNotice, type NewNotice } from "@/lib/server/data/account-notices";
import { noteFactorChange } from "@/lib/server/data/factors";
import { lockAccount, requireFresh } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { keyedHash } from "@/lib/server/keyed";

/** Equal codes of two people have different hashes, and a code is nobody's but its owner's. */
const hashOf = (userId: string, code: string) => keyedHash("recovery-code", `${userId}:${code}`);

/**
 * Makes ten recovery codes and returns them, the only time they are readable. Those made before stop working.
 * @throws ConfirmFirstError when the person did not show lately who they are.
 */
export async function makeRecoveryCodes(viewer: Viewer): Promise<string[]> {
  await requireFresh(viewer);
  const { userId } = viewer;
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeRecoveryCode(randomInt));
  const createdAt = new Date();
  await db().$transaction(async (tx) => {
    await lockAccount(tx, userId);
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({ data: codes.map((code) => ({ id: uuidv7(), userId, codeHash: hashOf(userId, code), createdAt })) });
    await noteFactorChange(tx, viewer, "recovery-codes-made");
  });
  return codes;
}

/** How many recovery codes the person has made, and how many of them are not used. */
export async function countRecoveryCodes({ userId }: Viewer): Promise<{ made: number; left: number }> {
  const [made, left] = await Promise.all([
    db().recoveryCode.count({ where: { userId } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  return { made, left };
}

/** Which browser sent it, for the mail: a session, or what is known before there is one. */
type Sender = Pick<NewNotice, "by" | "details">;

/**
 * Uses a recovery code up: true once for one code, which one statement decides. The person is told by mail.
 * @param code as `readRecoveryCode` gives it
 */
export async function useRecoveryCode(userId: string, code: string, sender: Sender = {}): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Found by the hash alone, which names the person: to go through their codes would take longer for who has some.
    const [used] = await tx.$queryRaw<{ email: string }[]>`
      update recovery_codes r set used_at = now() from users u
      where r.code_hash = ${hashOf(userId, code)} and r.used_at is null and u.id = r.user_id
      returning u.email`;
    if (used) await queueNotice(tx, { userId, email: used.email, kind: "recovery-code-used", ...sender });
    return used !== undefined;
  });
}

/** An account that cannot be: a code tried for an unknown address costs the same work as a wrong one. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Uses up a recovery code that was given with an address, in place of a mailed code. The id of the account it opens, else null: for
 * an unknown address, a closed account and a demo account just as for a wrong code, after the same work.
 */
export async function useRecoveryCodeOf(email: string, code: string, sender: Sender = {}): Promise<string | null> {
  // One row of one shape for every address, so that reading it takes the same time too.
  const [found] = await db().$queryRaw<{ id: string }[]>`
    select coalesce((select id from users where email = ${email} and disabled_at is null and demo_role is null), ${NOBODY}::uuid)::text as id`;
  return found && (await useRecoveryCode(found.id, code, sender)) ? found.id : null;
}
