import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { db } from "@/lib/server/db";

/**
 * Whether face or fingerprint is to be offered now; true once for an account, and never again, whatever was answered. Never where one
 * is set up, on a shared device, or in a demo, whose accounts take none.
 */
export async function takePasskeyOffer({ userId, isShared, demoRole }: Viewer): Promise<boolean> {
  if (isShared || demoRole) return false;
  const { count } = await db().user.updateMany({ where: { id: userId, passkeyOfferedAt: null, passkeys: { none: {} } }, data: { passkeyOfferedAt: new Date() } });
  return count === 1;
}
