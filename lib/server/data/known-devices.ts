import "server-only";
import { randomBytes } from "node:crypto";
import { DAY_MS } from "@/lib/domain/time";
import { queueNotice } from "@/lib/server/data/account-notices";
import { db, type Transaction } from "@/lib/server/db";
import { keyedHash } from "@/lib/server/keyed";

/** A device that was not signed in on for so long is forgotten; browsers keep no cookie for longer. */
export const DEVICE_DAYS = 400;
const MARK = /^[\w-]{32}$/;

/** A new mark for the device cookie: random, the same for every account on the device, and of no use for signing in. */
export const newDeviceMark = (): string => randomBytes(24).toString("base64url");

const hashOf = (mark: string | undefined): string | null => (mark && MARK.test(mark) ? keyedHash("device", mark) : null);

type Meeting = {
  userId: string;
  email: string;
  /** the device cookie's value, when the browser sent one */
  mark: string | undefined;
  isShared: boolean;
  /** the account was just made: there is nothing to compare with, and nobody to warn */
  isNewAccount: boolean;
  device: string | null;
  place: string | null;
};

/**
 * At a sign-in, in its transaction: a mail tells of a device that this account was not signed in on before. One's own device is then
 * known; a shared one is never remembered.
 * @returns what to put into the device cookie, with its hash; null for a shared device
 */
export async function meetDevice(tx: Transaction, { userId, email, mark, isShared, isNewAccount, device, place }: Meeting): Promise<{ mark: string; hash: string } | null> {
  const now = new Date();
  const given = hashOf(mark);
  const isKnown = given !== null && (await tx.knownDevice.updateMany({ where: { userId, deviceHash: given }, data: { lastSeenAt: now } })).count === 1;
  if (!isKnown && !isNewAccount) {
    await queueNotice(tx, { userId, email, kind: "new-device", details: { ...(device && { device }), ...(place && { place }), at: now.toISOString() } });
  }
  if (isShared) return null;
  const kept = given === null ? newDeviceMark() : mark!;
  const hash = given ?? keyedHash("device", kept);
  if (!isKnown) await tx.knownDevice.createMany({ data: [{ userId, deviceHash: hash, createdAt: now, lastSeenAt: now }], skipDuplicates: true });
  return { mark: kept, hash };
}

/** Forgets devices that were not signed in on for so long, also of people who never came back. */
export async function clearDevices(): Promise<void> {
  await db().knownDevice.deleteMany({ where: { lastSeenAt: { lt: new Date(Date.now() - DEVICE_DAYS * DAY_MS) } } });
}

/**
 * The device cookie's hash, when the account of an address was signed in on that device; null for any other. Without a cookie nothing
 * is looked up, so the answer's time tells a stranger nothing about an address.
 */
export async function findKnownDevice(email: string, mark: string | undefined): Promise<string | null> {
  const deviceHash = hashOf(mark);
  if (!deviceHash) return null;
  return (await db().knownDevice.findFirst({ where: { deviceHash, user: { email } }, select: { deviceHash: true } }))?.deviceHash ?? null;
}
