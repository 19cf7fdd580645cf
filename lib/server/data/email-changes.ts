import "server-only";
import { v7 as uuidv7 } from "uuid";
import { makeTypedCode } from "@/lib/domain/account/typed-code";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS } from "@/lib/domain/time";
import { queueNotice } from "@/lib/server/data/account-notices";
import { requestMailCode, useMailCode } from "@/lib/server/data/mail-codes";
import { endOtherSessions, lockAccount, requireFresh, requireLive } from "@/lib/server/data/sessions";
import { db, type Transaction } from "@/lib/server/db";
import { InvalidError } from "@/lib/server/errors";
import { keyedHash } from "@/lib/server/keyed";

const UNDO_MS = 7 * DAY_MS;
/** How long an address that was left is remembered, so that a late undo is told that it is late. */
const KEPT_MS = 30 * DAY_MS;
const UNIQUE_VIOLATION = "P2002";

export type EmailChanged = { kind: "done"; email: string } | { kind: "refused"; triesLeft: number } | { kind: "expired" } | { kind: "taken" };
export type EmailUndone = { kind: "undone" } | { kind: "undone-before" } | { kind: "expired" } | { kind: "unknown" };

/**
 * Mails a code to a new address, for this session alone. What happens is the same whether or not that address has an account: the
 * worker sends the code, or else a mail that says why there is none.
 * @throws ConfirmFirstError when the person has not just proved who they are; InvalidError for their own address, and in the demo.
 */
export async function requestEmailChange(viewer: Viewer, newEmail: string): Promise<void> {
  await requireFresh(viewer);
  if (viewer.demoRole) throw new InvalidError({ email: "email.demo" });
  if (newEmail === viewer.email) throw new InvalidError({ email: "email.same" });
  await requestMailCode(newEmail, { purpose: "change-email", sessionId: viewer.sessionId });
}

/**
 * Changes the address to the one that the code was mailed to, ends the other sessions, and queues the notice to the old one. The code
 * was asked for by someone who had just proved who they are, in this session and at most ten minutes ago, so nobody is asked twice.
 * @throws SessionEndedError when the session ended meanwhile, as by an undo at the same moment.
 */
export async function changeEmail(viewer: Viewer, code: string): Promise<EmailChanged> {
  const used = await useMailCode({ purpose: "change-email", sessionId: viewer.sessionId }, code);
  if (used.kind === "expired") return used;
  if (used.kind === "wrong") return { kind: "refused", triesLeft: used.triesLeft };
  try {
    await db().$transaction((tx) => storeChange(tx, viewer, used.email));
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return { kind: "taken" };
    throw error;
  }
  await db().emailChange.deleteMany({ where: { undoUntil: { lt: new Date(Date.now() - KEPT_MS) } } });
  return { kind: "done", email: used.email };
}

async function storeChange(tx: Transaction, viewer: Viewer, newEmail: string): Promise<void> {
  const oldEmail = await lockAccount(tx, viewer.userId);
  await requireLive(tx, viewer);
  if (oldEmail === null || newEmail === oldEmail) return; // changed to it meanwhile, by a code of the same session
  const now = new Date();
  const id = uuidv7();
  await tx.user.updateMany({ where: { id: viewer.userId }, data: { email: newEmail } });
  await tx.emailChange.createMany({ data: [{
    id, userId: viewer.userId, oldEmail, newEmail, undoHash: hashOf(undoCodeOf(id)), createdAt: now, undoUntil: new Date(now.getTime() + UNDO_MS),
  }] });
  await tx.signInAttempt.deleteMany({ where: { email: oldEmail } });
  await endOtherSessions(viewer, tx);
  await queueNotice(tx, { userId: viewer.userId, email: oldEmail, kind: "email-changed", details: { changeId: id }, by: viewer });
}

/**
 * Puts an old address back, once and within seven days (the last instant excluded): ends all sessions, takes away the ways to sign in
 * that were added since, and undoes later changes with it, so that nobody puts one of those addresses back afterwards. What the account
 * asked for before, such as a second step, it asks for again. A mail goes to the old address and to the one that was left.
 * @param device what undoes it, coarse, for the mail
 */
export async function undoEmailChange(code: string, device: string | null = null): Promise<EmailUndone> {
  const hash = hashOf(code);
  return db().$transaction(async (tx): Promise<EmailUndone> => {
    const known = await tx.emailChange.findUnique({ where: { undoHash: hash }, select: { userId: true, undoneAt: true } });
    if (!known) return { kind: "unknown" };
    if (known.undoneAt) return { kind: "undone-before" }; // looked at when the turn has come: of a burst only the first wait for the lock
    const email = await lockAccount(tx, known.userId);
    const [change] = await tx.$queryRaw<{ id: string; old_email: string; created_at: Date }[]>`
      update email_changes set undone_at = now() where undo_hash = ${hash} and undone_at is null and undo_until > now() returning id, old_email, created_at`;
    if (email === null || !change) {
      const { undoneAt } = await tx.emailChange.findUniqueOrThrow({ where: { undoHash: hash }, select: { undoneAt: true } });
      return { kind: undoneAt ? "undone-before" : "expired" };
    }
    await takeBack(tx, { userId: known.userId, since: change.created_at, email, oldEmail: change.old_email });
    for (const told of new Set([change.old_email, email])) {
      await queueNotice(tx, { userId: known.userId, email: told, kind: "email-undone", details: device ? { device } : {} });
    }
    return { kind: "undone" };
  });
}

type TakenBack = { userId: string; since: Date; email: string; oldEmail: string };

async function takeBack(tx: Transaction, { userId, since, email, oldEmail }: TakenBack): Promise<void> {
  const added = { userId, createdAt: { gte: since } };
  await tx.emailChange.updateMany({ where: { ...added, undoneAt: null }, data: { undoneAt: new Date() } });
  if (email !== oldEmail) await tx.user.updateMany({ where: { id: userId }, data: { email: oldEmail } });
  await tx.passkey.deleteMany({ where: added });
  await tx.totpSecret.deleteMany({ where: { userId, OR: [{ createdAt: { gte: since } }, { confirmedAt: { gte: since } }] } });
  await tx.recoveryCode.deleteMany({ where: added });
  await tx.knownDevice.deleteMany({ where: { userId } });
  // Attempts first: one that is just becoming a session has either become one by then, which is ended below, or becomes none.
  await tx.signInAttempt.deleteMany({ where: { OR: [{ userId }, { email }] } });
  await tx.session.deleteMany({ where: { userId } });
}

/** For the notice: the code that undoes a change. Null when it was undone or can't be any more. */
export async function findUndo(changeId: string): Promise<{ code: string; until: Date } | null> {
  const change = await db().emailChange.findUnique({ where: { id: changeId }, select: { undoneAt: true, undoUntil: true } });
  return change && !change.undoneAt && change.undoUntil > new Date() ? { code: undoCodeOf(changeId), until: change.undoUntil } : null;
}

/** The same in each mail about a change, so that no later mail makes an earlier one useless. Only this server can make it. */
const undoCodeOf = (changeId: string) => makeTypedCode(Buffer.from(keyedHash("email-undo", `code of ${changeId}`), "base64url"));
const hashOf = (code: string) => keyedHash("email-undo", code);
