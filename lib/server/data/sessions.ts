import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { db, pool, type Transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { ConfirmFirstError, SessionEndedError } from "@/lib/server/errors";

const SHARED_DEVICE = { idleMs: 2 * HOUR_MS, mostMs: 12 * HOUR_MS };

/** A session ends this long after it was last used, and after this long in any case. */
const limitsOf = (isShared: boolean) => (isShared ? SHARED_DEVICE : { idleMs: env().DAYMARK_SESSION_IDLE_DAYS * DAY_MS, mostMs: env().DAYMARK_SESSION_MAX_DAYS * DAY_MS });

/** How long a proof of who one is counts for changes of how one signs in. */
const FRESH_MS = 15 * MINUTE_MS;

export type FirstStep = "mail-code" | "recovery-code" | "passkey";
export type SecondStep = "totp" | "recovery-code";

export type NewSession = {
  userId: string;
  /** a passkey or an authenticator's code was given */
  isStrong: boolean;
  /** who it is was proved at the level that the account asks for */
  isConfirmed: boolean;
  isShared?: boolean;
  /** coarse, like "Chrome on Android"; null when unknown */
  device?: string | null;
  /** the browser's time zone; null when unknown */
  place?: string | null;
  /** the mark of a device that is remembered, hashed; null when none is */
  deviceHash?: string | null;
  /** how it was begun; null for a demo */
  firstStep?: FirstStep | null;
  secondStep?: SecondStep | null;
};

/** Starts a session and returns its id, the only thing that the sign-in cookie holds. It is always a new one: none is carried over. */
export async function createSession(
  { userId, isStrong, isConfirmed, isShared = false, device = null, place = null, deviceHash = null, firstStep = null, secondStep = null }: NewSession, tx: Transaction = db(),
): Promise<string> {
  const now = new Date();
  const id = uuidv7();
  const { idleMs, mostMs } = limitsOf(isShared);
  await tx.session.createMany({ data: [{
    id, userId, createdAt: now, lastUsedAt: now, expiresAt: later(now, Math.min(idleMs, mostMs)), endsAt: later(now, mostMs), isShared, device, place, deviceHash, firstStep, secondStep,
    strongAt: isStrong ? now : null, confirmedAt: isConfirmed ? now : null,
  }] });
  return id;
}

type SessionRow = {
  user_id: string; name: string | null; email: string; demo_role: Viewer["demoRole"]; last_used_at: Date; strong_at: Date | null; is_shared: boolean; delete_after: Date | null;
};

/** Someone who asked for the deletion of their account, and may still come back. To everything else they are nobody. */
export type Leaver = Viewer & { /** from when on nothing brings the account back */ deleteAfter: Date };

/**
 * Who a session belongs to; null when it ended, expired, or its account is closed or about to be deleted.
 * Runs on every request, so it is one prepared statement; that it was used is noted once an hour.
 */
export async function findSessionViewer(sessionId: string): Promise<Viewer | null> {
  const found = await lookUp(sessionId);
  return found && !found.deleteAfter ? found.viewer : null;
}

/** Who a session belongs to when they are leaving; null for everyone else. */
export async function findSessionLeaver(sessionId: string): Promise<Leaver | null> {
  const found = await lookUp(sessionId);
  return found?.deleteAfter ? { ...found.viewer, deleteAfter: found.deleteAfter } : null;
}

async function lookUp(sessionId: string): Promise<{ viewer: Viewer; deleteAfter: Date | null } | null> {
  const { rows: [row] } = await pool().query<SessionRow>({
    name: "daymark-session",
    text: `select s.user_id, s.last_used_at, s.strong_at, s.is_shared, u.name, u.email, u.demo_role, u.delete_after from sessions s join users u on u.id = s.user_id
      where s.id = $1 and s.expires_at > now() and u.disabled_at is null`,
    values: [sessionId],
  });
  if (!row) return null;
  await noteUse(sessionId, row.last_used_at.getTime(), row.is_shared);
  const viewer = {
    userId: row.user_id, sessionId, name: row.name, email: row.email, demoRole: row.demo_role, hasSecondFactor: row.strong_at !== null, isShared: row.is_shared,
  };
  return { viewer, deleteAfter: row.delete_after };
}

/** Notes that a session was used, unless that was done within the hour (on a shared device: the last five minutes). Never past its absolute end. */
export async function noteUse(sessionId: string, lastUsedAt: number, isShared: boolean): Promise<void> {
  const now = new Date();
  if (now.getTime() - lastUsedAt <= (isShared ? 5 * MINUTE_MS : HOUR_MS)) return;
  const idleEnd = later(now, limitsOf(isShared).idleMs);
  await pool().query("update sessions set last_used_at = $2, expires_at = least($3, ends_at) where id = $1 and expires_at > now()", [sessionId, now, idleEnd]);
}

/** Ends a session; the very next request with it is refused. Null when it was gone already. */
export async function endSession(sessionId: string): Promise<{ isShared: boolean } | null> {
  const { rows: [row] } = await pool().query<{ is_shared: boolean }>("delete from sessions where id = $1 returning is_shared", [sessionId]);
  return row ? { isShared: row.is_shared } : null;
}

/** Forgets sessions that ran out as many days ago as the operator keeps them, with what their browsers told. They open nothing since they ran out. */
export async function clearSessions(): Promise<void> {
  await pool().query("delete from sessions where expires_at <= now() - make_interval(days => $1)", [env().DAYMARK_KEEP_SESSION_DAYS]);
}

/**
 * Whatever changes how one person signs in, or ends their sessions, takes turns, each seeing what the one before left; whoever is just
 * becoming a session waits too. Held to the end of the transaction. Returns the address of this moment; null when the account is gone.
 */
export async function lockAccount(tx: Transaction, userId: string): Promise<string | null> {
  const [user] = await tx.$queryRaw<{ email: string }[]>`select email from users where id = ${userId}::uuid for update`;
  return user?.email ?? null;
}

/**
 * Ends every session of the viewer but the one that asks, at once everywhere, and forgets their devices: signing in on one again is
 * told by mail. Who is in the midst of signing in begins anew: steps that were passed before must not open a session afterwards.
 * Returns how many sessions there were.
 */
export async function endOtherSessions({ userId, sessionId }: Viewer, tx: Transaction = db()): Promise<number> {
  await lockAccount(tx, userId);
  await tx.$executeRaw`delete from known_devices where user_id = ${userId}::uuid
    and device_hash is distinct from (select device_hash from sessions where id = ${sessionId}::uuid)`;
  await tx.signInAttempt.deleteMany({ where: { userId } });
  return (await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } })).count;
}

/**
 * For changes of how one signs in, in their transaction and after its lock: nobody makes one with a session that was just ended.
 * @throws SessionEndedError when it was.
 */
export async function requireLive(tx: Transaction, { userId, sessionId }: Pick<Viewer, "userId" | "sessionId">): Promise<void> {
  if ((await tx.session.count({ where: { id: sessionId, userId, expiresAt: { gt: new Date() } } })) === 0) throw new SessionEndedError();
}

/** Whether the viewer proved who they are within the last 15 minutes, at the level that the account asks for. */
export async function isFresh(viewer: Viewer): Promise<boolean> {
  const session = await db().session.findUnique({ where: { id: viewer.sessionId }, select: { confirmedAt: true } });
  return session?.confirmedAt != null && Date.now() - session.confirmedAt.getTime() <= FRESH_MS;
}

/** For changes of how one signs in. @throws ConfirmFirstError when the proof is missing or older than 15 minutes. */
export async function requireFresh(viewer: Viewer): Promise<void> {
  if (!(await isFresh(viewer))) throw new ConfirmFirstError();
}

/** Notes a fresh proof of who the viewer is; a strong one (passkey, authenticator's code) counts for the rest of the session. */
export async function confirmSession(sessionId: string, { isStrong }: { isStrong: boolean }, tx: Transaction = db()): Promise<void> {
  const now = new Date();
  await tx.session.updateMany({ where: { id: sessionId }, data: { confirmedAt: now, ...(isStrong && { strongAt: now }) } });
}

const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
