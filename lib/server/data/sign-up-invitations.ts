import "server-only";
import { randomBytes } from "node:crypto";
import { makeTypedCode, readTypedCode } from "@/lib/domain/account/typed-code";
import { DAY_MS } from "@/lib/domain/time";
import { db, type Transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { keyedHash } from "@/lib/server/keyed";

/**
 * Makes the code of an invitation, stores its hash and hands the code over for the mail. Null when no mail is due: sent, used, over, or
 * taken back. Run again before `markInvitationSent` (the mail failed), it makes another code.
 */
export async function issueInvitation(id: string): Promise<{ email: string; code: string; until: Date } | null> {
  const code = makeTypedCode(randomBytes(10));
  const live = { id, sentAt: null, usedAt: null, expiresAt: { gt: new Date() } };
  const { count } = await db().signUpInvitation.updateMany({ where: live, data: { codeHash: hashOf(code) } });
  const invitation = count === 1 ? await db().signUpInvitation.findUnique({ where: { id }, select: { email: true, expiresAt: true } }) : null;
  return invitation && { email: invitation.email, code, until: invitation.expiresAt };
}

/** Notes that the mail left, and forgets invitations that are over for longer than the operator keeps mails. */
export async function markInvitationSent(id: string): Promise<void> {
  await db().signUpInvitation.updateMany({ where: { id }, data: { sentAt: new Date() } });
  await db().signUpInvitation.deleteMany({ where: { expiresAt: { lt: new Date(Date.now() - env().DAYMARK_KEEP_MAIL_DAYS * DAY_MS) } } });
}

/**
 * The id of the invitation that a code belongs to, as a person typed it; null when there is none, or it was used or is over (7 days). It
 * is not used up yet. An invitation makes one account for whoever holds its code, with whatever address they prove to be theirs.
 */
export async function checkInvitation(typed: string): Promise<string | null> {
  const code = readTypedCode(typed);
  const found = code && await db().signUpInvitation.findUnique({ where: { codeHash: hashOf(code) } });
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

const hashOf = (code: string) => keyedHash("invitation", code);
