import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { queueNotice } from "@/lib/server/data/account-notices";
import { endOtherSessions, type FirstStep, type SecondStep } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";

/** Where a person is signed in. */
export type OwnSession = {
  id: string;
  /** the session that asks */
  isThis: boolean;
  /** coarse, like "Chrome on Android"; null when unknown */
  device: string | null;
  /** the time zone its browser told; null when unknown */
  place: string | null;
  isShared: boolean;
  signedInAt: Date;
  /** to the hour */
  lastUsedAt: Date;
  /** null when unknown, and for a demo */
  firstStep: FirstStep | null;
  secondStep: SecondStep | null;
};

/** The sessions that are the viewer's to see; of a demo account, which is everyone's, only the one that asks. */
const mine = ({ userId, sessionId, demoRole }: Viewer) => ({ userId, ...(demoRole && { id: sessionId }) });

/** The viewer's sessions that live: the one that asks first, then the last used first. */
export async function listOwnSessions(viewer: Viewer): Promise<OwnSession[]> {
  const { sessionId } = viewer;
  const rows = await db().session.findMany({ where: { ...mine(viewer), expiresAt: { gt: new Date() } }, orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }] });
  const sessions = rows.map(({ id, device, place, isShared, createdAt, lastUsedAt, firstStep, secondStep }): OwnSession => ({
    id, isThis: id === sessionId, device, place, isShared, signedInAt: createdAt, lastUsedAt,
    firstStep: firstStep as FirstStep | null, secondStep: secondStep as SecondStep | null,
  }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}

/**
 * Ends one of the viewer's own sessions, at once everywhere, and forgets its device, unless another session lives on it. Ending one
 * that is gone, or is someone else's, changes nothing and answers the same.
 */
export async function endOwnSession({ userId, sessionId, demoRole }: Viewer, id: string): Promise<void> {
  if (demoRole && id !== sessionId) return;
  await db().$executeRaw`
    with ended as (delete from sessions where id = ${id}::uuid and user_id = ${userId}::uuid returning id, device_hash)
    delete from known_devices k using ended e where k.user_id = ${userId}::uuid and k.device_hash = e.device_hash
      and not exists (select from sessions s where s.user_id = ${userId}::uuid and s.device_hash = e.device_hash and s.id <> e.id and s.expires_at > now())`;
}

/** Ends all other sessions of the viewer, at once everywhere; a mail tells of it when there were any. Returns how many there were. */
export async function endAllOtherSessions(viewer: Viewer): Promise<number> {
  if (viewer.demoRole) return 0;
  return db().$transaction(async (tx) => {
    const count = await endOtherSessions(viewer, tx);
    if (count > 0) await queueNotice(tx, { userId: viewer.userId, email: viewer.email, kind: "signed-out-everywhere", by: viewer });
    return count;
  });
}
