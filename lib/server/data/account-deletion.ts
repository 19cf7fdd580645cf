import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS } from "@/lib/domain/time";
import { asViewer } from "@/lib/server/access";
import { queueNotice } from "@/lib/server/data/account-notices";
import { endOtherSessions, lockAccount, requireFresh } from "@/lib/server/data/sessions";
import { pool, type Transaction } from "@/lib/server/db";
import { ConflictError, SessionEndedError } from "@/lib/server/errors";
import { describeError, log } from "@/lib/server/log";

/** How long someone who asked for the deletion can come back: seven times 24 hours. */
export const COME_BACK_MS = 7 * DAY_MS;

/**
 * Asks for the deletion of the viewer's account and diary. At once all sharing of the diary ends, every other session ends, and nothing
 * opens any more but the page to come back; nothing is deleted before the seven days are over. A mail tells of it, with the day.
 * Asking again keeps the first day.
 * @returns from when on nothing brings the account back
 * @throws ConfirmFirstError without a fresh proof of who asks. ConflictError for a demo account, which many people share.
 * SessionEndedError when the account is gone.
 */
export async function askForDeletion(viewer: Viewer): Promise<Date> {
  if (viewer.demoRole) throw new ConflictError("A demo account is shared");
  await requireFresh(viewer);
  return asViewer(viewer, async (tx) => {
    const email = await lockAccount(tx, viewer.userId);
    if (email === null) throw new SessionEndedError();
    const now = new Date();
    const [deletionAskedAt, deleteAfter] = [now, new Date(now.getTime() + COME_BACK_MS)];
    const { count } = await tx.user.updateMany({ where: { id: viewer.userId, deleteAfter: null }, data: { deletionAskedAt, deleteAfter } });
    if (count === 0) return (await tx.user.findUniqueOrThrow({ where: { id: viewer.userId } })).deleteAfter!;
    const diary = await tx.diary.findUnique({ where: { ownerId: viewer.userId }, select: { id: true } });
    if (diary) {
      await tx.grant.updateMany({ where: { diaryId: diary.id, revokedAt: null, expiresAt: { gt: now } }, data: { revokedAt: now } });
      await tx.accessEvent.createMany({ data: [{ diaryId: diary.id, id: uuidv7(), actorId: viewer.userId, role: "owner", action: "deletion:write", at: now }] });
    }
    await voidCodes(tx, viewer.userId);
    await endOtherSessions(viewer, tx);
    await queueNotice(tx, { userId: viewer.userId, email, kind: "account-leaving", by: viewer });
    await tx.$executeRaw`select daymark_add_job_at('delete-account', '{}', ${deleteAfter}, ${uuidv7()})`;
    return deleteAfter;
  });
}

/** Codes and challenges that were asked for so far belong to sessions that end now, and nothing would find them again afterwards. */
async function voidCodes(tx: Transaction, userId: string): Promise<void> {
  const sessions = await tx.session.findMany({ where: { userId }, select: { id: true } });
  const attempts = await tx.signInAttempt.findMany({ where: { userId }, select: { id: true } });
  const where = { OR: [{ sessionId: { in: sessions.map(({ id }) => id) } }, { attemptId: { in: attempts.map(({ id }) => id) } }] };
  await tx.passkeyChallenge.deleteMany({ where });
  await tx.verificationToken.deleteMany({ where });
}

/**
 * Takes the wish to delete back: the account and the diary are as they were, but that sharing stays ended. Doing it again changes nothing.
 * @throws SessionEndedError when the time was over and the account is gone, or is about to go.
 */
export async function keepAccount(viewer: Viewer): Promise<void> {
  await asViewer(viewer, async (tx) => {
    await lockAccount(tx, viewer.userId);
    const now = new Date();
    const { count } = await tx.user.updateMany({ where: { id: viewer.userId, deleteAfter: { gt: now } }, data: { deletionAskedAt: null, deleteAfter: null } });
    if (count === 0) {
      if ((await tx.user.count({ where: { id: viewer.userId, deleteAfter: null } })) === 0) throw new SessionEndedError();
      return;
    }
    const diary = await tx.diary.findUnique({ where: { ownerId: viewer.userId }, select: { id: true } });
    if (diary) await tx.accessEvent.createMany({ data: [{ diaryId: diary.id, id: uuidv7(), actorId: viewer.userId, role: "owner", action: "deletion:write", at: now }] });
  });
}

/**
 * Deletes every account whose seven days are over, with everything that hangs on it, each in a transaction of its own. In other people's
 * diaries the access log keeps that someone looked, and entries made there stay, both without the name. One that cannot be deleted is
 * logged by its id and holds up no other; the next run tries it again.
 * @returns how many were deleted
 * @throws Error at the end, when there was one that could not be deleted
 */
export async function deleteDueAccounts(): Promise<number> {
  const { rows } = await pool().query<{ id: string }>("select id from daymark_due_accounts()");
  let [count, failed] = [0, 0];
  for (const { id } of rows) {
    try {
      const { rows: [row] } = await pool().query<{ deleted: boolean }>("select daymark_delete_due_account($1::uuid) as deleted", [id]);
      if (row?.deleted) count += 1;
    } catch (error) {
      failed += 1;
      log.error("An account could not be deleted", { accountId: id, ...describeError(error) });
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${rows.length} due accounts could not be deleted`);
  return count;
}
