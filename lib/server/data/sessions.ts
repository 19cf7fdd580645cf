import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { db, pool } from "@/lib/server/db";

/** A session ends this long after it was last used. */
const SESSION_MS = 30 * DAY_MS;

/** Starts a session and returns its id, the only thing that the sign-in cookie holds. */
export async function createSession(userId: string): Promise<string> {
  const now = new Date();
  const id = uuidv7();
  await db().session.createMany({ data: [{ id, userId, createdAt: now, lastUsedAt: now, expiresAt: new Date(now.getTime() + SESSION_MS) }] });
  return id;
}

type SessionRow = { user_id: string; name: string | null; email: string; demo_role: Viewer["demoRole"]; last_used_at: Date };

/**
 * Who a session belongs to; null when it ended, expired or its account is closed. Runs on every request, so it is one prepared
 * statement; that it was used is noted once an hour.
 */
export async function findSessionViewer(sessionId: string): Promise<Viewer | null> {
  const { rows: [row] } = await pool().query<SessionRow>({
    name: "daymark-session",
    text: `select s.user_id, s.last_used_at, u.name, u.email, u.demo_role from sessions s join users u on u.id = s.user_id
      where s.id = $1 and s.expires_at > now() and u.disabled_at is null`,
    values: [sessionId],
  });
  if (!row) return null;
  await noteUse(sessionId, row.last_used_at.getTime());
  return { userId: row.user_id, sessionId, name: row.name, email: row.email, demoRole: row.demo_role };
}

/** Notes that a session was used, unless that was done within the hour. */
export async function noteUse(sessionId: string, lastUsedAt: number): Promise<void> {
  const now = new Date();
  if (now.getTime() - lastUsedAt <= HOUR_MS) return;
  await db().session.updateMany({ where: { id: sessionId }, data: { lastUsedAt: now, expiresAt: new Date(now.getTime() + SESSION_MS) } });
}

/** Ends a session; the very next request with it is refused. Ending one that is gone changes nothing. */
export async function endSession(sessionId: string): Promise<void> {
  await db().session.deleteMany({ where: { id: sessionId } });
}
