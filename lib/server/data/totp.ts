import "server-only";
import { Secret, TOTP } from "otpauth";
import { v7 as uuidv7 } from "uuid";
import { TOTP_DIGITS, TOTP_SECONDS, TOTP_WINDOW } from "@/lib/domain/account/totp";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { HOUR_MS } from "@/lib/domain/time";
import { noteFactorChange } from "@/lib/server/data/factors";
import { confirmSession, lockAccount, requireFresh } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";
import { seal, unseal } from "@/lib/server/keyed";

/** A key that was shown but not confirmed by a code is dropped after this. */
const PENDING_MS = HOUR_MS;
const ISSUER = "Daymark";
const ALGORITHM = "SHA1"; // what every app can do; some ignore any other

/**
 * Makes a key for the person's app. It counts for nothing until a code shows that it arrived there. An earlier one that was not
 * confirmed is dropped.
 * @throws ConfirmFirstError when the person did not show lately who they are.
 * @throws ConflictError when the second step is on (it is turned off first), and for a demo account.
 */
export async function beginTotp(viewer: Viewer): Promise<{ secret: string; uri: string }> {
  await requireFresh(viewer);
  if (viewer.demoRole) throw new ConflictError(); // as `noteFactorChange`, but before anyone scans a key for nothing
  const totp = new TOTP({ issuer: ISSUER, label: viewer.email, algorithm: ALGORITHM, digits: TOTP_DIGITS, period: TOTP_SECONDS, secret: new Secret({ size: 20 }) });
  const secret = totp.secret.base32;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, viewer.userId);
    if (await tx.totpSecret.count({ where: { userId: viewer.userId, confirmedAt: { not: null } } })) throw new ConflictError();
    await tx.totpSecret.deleteMany({ where: { userId: viewer.userId } });
    await tx.totpSecret.createMany({ data: [{ id: uuidv7(), userId: viewer.userId, secretSealed: seal("totp", secret), createdAt: new Date() }] });
  });
  return { secret, uri: totp.toString() };
}

export type TotpConfirmation = { kind: "done" } | { kind: "refused" } | { kind: "expired" };

/**
 * Switches the second step on with a first code, whose step is used up by it. The session is strong from then on: both steps were
 * shown in it. Sent again with the same code, it answers the same.
 * @throws ConfirmFirstError when the person did not show lately who they are.
 */
export async function confirmTotp(viewer: Viewer, code: string, now = new Date()): Promise<TotpConfirmation> {
  await requireFresh(viewer);
  return db().$transaction(async (tx) => {
    await lockAccount(tx, viewer.userId);
    const stored = await tx.totpSecret.findFirst({ where: { userId: viewer.userId } });
    if (!stored || (!stored.confirmedAt && now.getTime() - stored.createdAt.getTime() >= PENDING_MS)) return { kind: "expired" };
    const step = stepOf(unseal("totp", stored.secretSealed), code, now);
    if (step === null) return { kind: "refused" };
    if (stored.confirmedAt) return { kind: stored.lastStep === step ? "done" : "refused" };
    await tx.totpSecret.updateMany({ where: { id: stored.id }, data: { confirmedAt: now, lastStep: step } });
    await confirmSession(viewer.sessionId, { isStrong: true }, tx);
    await noteFactorChange(tx, viewer, "totp-added");
    return { kind: "done" };
  });
}

/**
 * Turns the second step off; when it is off, nothing changes.
 * @throws ConfirmFirstError when the person did not show lately who they are.
 */
export async function removeTotp(viewer: Viewer): Promise<void> {
  await requireFresh(viewer);
  await db().$transaction(async (tx) => {
    await lockAccount(tx, viewer.userId);
    const { count } = await tx.totpSecret.deleteMany({ where: { userId: viewer.userId, confirmedAt: { not: null } } });
    if (count > 0) await noteFactorChange(tx, viewer, "totp-removed");
  });
}

/**
 * Whether this is a code of the person's app that was not used yet. Its step must be later than the last used one, which one
 * statement decides and stores: of a thousand callers with one code, one is let in. Limits are the caller's.
 */
export async function useTotp(userId: string, code: string, now = new Date()): Promise<boolean> {
  const stored = await db().totpSecret.findFirst({ where: { userId, confirmedAt: { not: null } }, select: { id: true, secretSealed: true } });
  const step = stored ? stepOf(unseal("totp", stored.secretSealed), code, now) : null;
  if (!stored || step === null) return false;
  const used = await db().$executeRaw`
    update totp_secrets set last_step = ${step} where id = ${stored.id}::uuid and confirmed_at is not null and (last_step is null or last_step < ${step})`;
  return used === 1;
}

/** The thirty-second step that a code belongs to: the present one, the one before or the one after; null when to none. */
function stepOf(secret: string, code: string, now: Date): bigint | null {
  const totp = new TOTP({ algorithm: ALGORITHM, digits: TOTP_DIGITS, period: TOTP_SECONDS, secret });
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: TOTP_WINDOW });
  return delta === null ? null : BigInt(totp.counter({ timestamp }) + delta);
}
