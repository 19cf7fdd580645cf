import "server-only";
import { db, type Transaction } from "@/lib/server/db";
import { keyedHash } from "@/lib/server/keyed";

/** The id of the invitation that a code belongs to; null when there is none, or it was used or is over (7 days). It is not used up yet. */
export async function checkInvitation(code: string): Promise<string | null> {
  const found = await db().signUpInvitation.findUnique({ where: { codeHash: keyedHash("invitation", code) } });
  return found && !found.usedAt && found.expiresAt > new Date() ? found.id : null;
}

/** Whether an invitation can still be used. */
export async function isInvitationLive(id: string): Promise<boolean> {
  return (await db().signUpInvitation.count({ where: { id, usedAt: null, expiresAt: { gt: new Date() } } })) === 1;
}

/** Uses an invitation up for a new account, in the transaction that makes it. True only once for one invitation. */
export async function useInvitation(tx: Transaction, id: string, userId: string): Promise<boolean> {
  const { count } = await tx.signUpInvitation.updateMany({ where: { id, usedAt: null, expiresAt: { gt: new Date() } }, data: { usedAt: new Date(), usedById: userId } });
  return count === 1;
}
