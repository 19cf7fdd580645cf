import "server-only";
import { v7 as uuidv7 } from "uuid";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { asViewer } from "@/lib/server/access";
import { queueNotice } from "@/lib/server/data/account-notices";
import { endOtherSessions } from "@/lib/server/data/sessions";
import type { Transaction } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";

/**
 * Keeps that the viewer agreed to the consent text, with its version and the moment. Sending twice keeps the first.
 * @throws ConflictError when the text has changed since it was read.
 */
export async function giveConsent(viewer: Viewer, version: string): Promise<void> {
  if (version !== CONSENT_VERSION) throw new ConflictError("The consent text has changed");
  await asViewer(viewer, async (tx) => {
    const given = await tx.$executeRaw`
      insert into consents (id, user_id, version, given_at) values (${uuidv7()}::uuid, ${viewer.userId}::uuid, ${version}, ${new Date()})
      on conflict (user_id, version) where withdrawn_at is null do nothing`;
    if (given > 0) await noteInDiary(tx, viewer);
  });
}

/**
 * Takes every consent of the viewer back. Nobody else may see the diary from then on, so all its grants end, and so does every other
 * session; nothing is deleted. A mail tells of it. Doing it again changes nothing.
 * @throws ConflictError for a demo account, which many people share.
 */
export async function withdrawConsent(viewer: Viewer): Promise<void> {
  if (viewer.demoRole) throw new ConflictError("A demo account is shared");
  await asViewer(viewer, async (tx) => {
    const now = new Date();
    const { count } = await tx.consent.updateMany({ where: { userId: viewer.userId, withdrawnAt: null }, data: { withdrawnAt: now } });
    if (count === 0) return;
    await tx.grant.updateMany({ where: { diary: { ownerId: viewer.userId }, revokedAt: null, expiresAt: { gt: now } }, data: { revokedAt: now } });
    await noteInDiary(tx, viewer);
    await endOtherSessions(viewer, tx);
    await queueNotice(tx, { userId: viewer.userId, email: viewer.email, kind: "consent-withdrawn", by: viewer });
  });
}

/** Whose diary it is sees it in the access log. Before there is a diary there is none to note it in. */
async function noteInDiary(tx: Transaction, viewer: Viewer): Promise<void> {
  const diary = await tx.diary.findUnique({ where: { ownerId: viewer.userId }, select: { id: true } });
  if (!diary) return;
  await tx.accessEvent.createMany({ data: [{ diaryId: diary.id, id: uuidv7(), actorId: viewer.userId, role: "owner", action: "consent:write", at: new Date() }] });
}
