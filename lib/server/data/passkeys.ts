import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { noteFactorChange } from "@/lib/server/data/factors";
import { lockAccount, requireFresh } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { NotFoundError } from "@/lib/server/errors";

/** More than anyone's devices; it keeps what every browser is sent short. */
export const PASSKEYS_MOST = 20;

export type PasskeyRecord = {
  id: string;
  name: string;
  createdAt: Date;
  /** null when it has not been used since it was added */
  lastUsedAt: Date | null;
};

const columns = { id: true, name: true, createdAt: true, lastUsedAt: true } as const;

/** The viewer's own passkeys, oldest first. */
export function listPasskeys(viewer: Viewer): Promise<PasskeyRecord[]> {
  return db().passkey.findMany({ where: { userId: viewer.userId }, select: columns, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

/**
 * Gives one of the viewer's passkeys another name.
 * @throws NotFoundError when the viewer has no such passkey.
 */
export async function renamePasskey(viewer: Viewer, passkeyId: string, name: string): Promise<void> {
  const { count } = await db().passkey.updateMany({ where: { id: passkeyId, userId: viewer.userId }, data: { name } });
  if (count === 0) throw new NotFoundError();
}

/**
 * Takes one of the viewer's passkeys away: it opens nothing from then on, and the person's other sessions end. The last one may
 * go too; the screen says what that means, and a session that was strong by it is not any more. Removing one that is not there changes nothing.
 * @throws ConfirmFirstError unless the viewer proved lately who they are.
 */
export async function removePasskey(viewer: Viewer, passkeyId: string): Promise<void> {
  await requireFresh(viewer);
  await db().$transaction(async (tx) => {
    await lockAccount(tx, viewer.userId);
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId: viewer.userId } });
    if (count > 0) await noteFactorChange(tx, viewer, "passkey-removed");
  });
}
