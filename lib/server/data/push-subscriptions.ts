import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { PushSubscriptionInput } from "@/lib/schemas/push";
import { db } from "@/lib/server/db";
import { ConflictError, InvalidError } from "@/lib/server/errors";
import { isPushService } from "@/lib/server/push/services";

/** A device that may be told something. */
export type PushDevice = { id: string; endpoint: string; p256dh: string; auth: string };

/**
 * Keeps that this device may be told something, for as long as it is signed in. What the browser subscribed to before, also for someone
 * else who used it, is replaced: one device tells one person. Sending twice changes nothing.
 * @throws ConflictError on a shared device, whose screen others see. InvalidError for an address that is no push service known here: this
 * server sends requests there.
 */
export async function savePushSubscription({ userId, sessionId, isShared }: Viewer, { id, endpoint, p256dh, auth }: PushSubscriptionInput): Promise<void> {
  if (isShared) throw new ConflictError("A shared device is told nothing");
  if (!isPushService(endpoint)) throw new InvalidError({ endpoint: "push.unknownService" });
  await db().$transaction(async (tx) => {
    const { device } = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { device: true } });
    await tx.pushSubscription.deleteMany({ where: { OR: [{ sessionId }, { endpoint }] } });
    await tx.pushSubscription.createMany({ data: [{ id, userId, sessionId, endpoint, p256dh, auth, device, createdAt: new Date() }] });
  });
}

/** Nothing more is told to the device of this session. Doing it again changes nothing. */
export async function removePushSubscription({ sessionId }: Viewer): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { sessionId } });
}

/** The viewer's devices that are told, coarse as in "Chrome on Android", and whether this one is among them. */
export async function listPushDevices({ userId, sessionId }: Viewer): Promise<{ isThis: boolean; device: string | null }[]> {
  const rows = await db().pushSubscription.findMany({ where: { userId, session: { expiresAt: { gt: new Date() } } }, select: { sessionId: true, device: true }, orderBy: { id: "asc" } });
  return rows.map((row) => ({ isThis: row.sessionId === sessionId, device: row.device }));
}

/** For the worker: the device a job names, while it is signed in; null when it is not any more. */
export const findPushDevice = (id: string): Promise<PushDevice | null> =>
  db().pushSubscription.findFirst({ where: { id, session: { expiresAt: { gt: new Date() } } }, select: { id: true, endpoint: true, p256dh: true, auth: true } });

/** The push service took it. */
export async function notePushSent(id: string): Promise<void> {
  await db().pushSubscription.updateMany({ where: { id }, data: { lastUsedAt: new Date(), failedAt: null } });
}

/** The push service did not take it now; it is tried again. */
export async function notePushFailed(id: string): Promise<void> {
  await db().pushSubscription.updateMany({ where: { id }, data: { failedAt: new Date() } });
}

/** The push service says that the device is gone: the person took the permission back, or the browser was removed. */
export async function forgetPushDevice(id: string): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { id } });
}
