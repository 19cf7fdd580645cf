import "server-only";
import { randomBytes } from "node:crypto";
import { v7 as uuidv7, validate as isUuid } from "uuid";
import { MINUTE_MS } from "@/lib/domain/time";
import { meetDevice } from "@/lib/server/data/known-devices";
import { createSession, type FirstStep, type SecondStep } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { keyedHash } from "@/lib/server/keyed";

const ATTEMPT_MS = 20 * MINUTE_MS;
export const SECOND_STEP_TRIES = 5;

export type { FirstStep, SecondStep } from "@/lib/server/data/sessions";

/** How far one browser is with signing in. */
export type SignInAttempt = {
  id: string;
  email: string | null;
  /** whose account the first step opened; null before it */
  userId: string | null;
  invitationId: string | null;
  firstStep: FirstStep | null;
  needsSecondStep: boolean;
  isFinished: boolean;
};

type NewAttempt = { email?: string; invitationId?: string | null | undefined; isShared?: boolean | undefined; timeZone?: string | null | undefined };

/** Begins to sign in. `cookie` goes into the browser's attempt cookie: without it nothing that is sent for this attempt opens anything. */
export async function startAttempt({ email, invitationId = null, isShared = false, timeZone = null }: NewAttempt): Promise<{ id: string; cookie: string }> {
  const now = new Date();
  const id = uuidv7();
  const secret = randomBytes(24).toString("base64url");
  await db().signInAttempt.createMany({ data: [{
    id, browserHash: keyedHash("attempt", secret), email: email ?? null, invitationId, isShared, timeZone, triesLeft: SECOND_STEP_TRIES,
    createdAt: now, expiresAt: new Date(now.getTime() + ATTEMPT_MS),
  }] });
  return { id, cookie: `${id}.${secret}` };
}

/** The attempt that a browser's cookie names; null when there is none, it is not this browser's, it is over (20 minutes) or used up. */
export async function findAttempt(cookie: string | undefined): Promise<SignInAttempt | null> {
  const key = readCookie(cookie);
  const row = key && await db().signInAttempt.findFirst({ where: { ...key, usedAt: null, expiresAt: { gt: new Date() } } });
  return row ? {
    id: row.id, email: row.email, userId: row.userId, invitationId: row.invitationId, firstStep: row.firstStep as FirstStep | null,
    needsSecondStep: row.needsSecondStep, isFinished: row.finishedAt !== null,
  } : null;
}

/**
 * Notes that the first step was passed, once. Where the account has an authenticator, a mailed code or a recovery code in its place
 * is not enough: the attempt then waits for the second step. A passkey is both in one.
 */
export async function passFirstStep(attemptId: string, { userId, step }: { userId: string; step: FirstStep }): Promise<"done" | "second-step" | "expired"> {
  const [row] = await db().$queryRaw<{ done: boolean }[]>`
    update sign_in_attempts a set user_id = ${userId}::uuid, first_step = ${step}, needs_second_step = n.needed, finished_at = case when not n.needed then now() end
    from (select ${step} <> 'passkey' and exists (select from totp_secrets where user_id = ${userId}::uuid and confirmed_at is not null) as needed) n
    where a.id = ${attemptId}::uuid and a.first_step is null and a.used_at is null and a.expires_at > now()
    returning a.finished_at is not null as done`;
  if (!row) return "expired";
  return row.done ? "done" : "second-step";
}

/** Takes one of five tries of the second step, before the code is looked at. Null when there is none left or nothing to try. */
export async function takeSecondTry(attemptId: string): Promise<{ userId: string; firstStep: FirstStep; triesLeft: number } | null> {
  const [row] = await db().$queryRaw<{ user_id: string; first_step: FirstStep; tries_left: number }[]>`
    update sign_in_attempts set tries_left = tries_left - 1
    where id = ${attemptId}::uuid and tries_left > 0 and needs_second_step and finished_at is null and used_at is null and expires_at > now()
    returning user_id, first_step, tries_left`;
  return row ? { userId: row.user_id, firstStep: row.first_step, triesLeft: row.tries_left } : null;
}

/** Notes that the second step was passed, once. A recovery code never stands in for both steps: the database refuses that too. */
export async function passSecondStep(attemptId: string, step: SecondStep): Promise<"done" | "expired"> {
  const { count } = await db().signInAttempt.updateMany({
    where: { id: attemptId, needsSecondStep: true, finishedAt: null, usedAt: null, expiresAt: { gt: new Date() } },
    data: { secondStep: step, finishedAt: new Date() },
  });
  return count === 1 ? "done" : "expired";
}

type Finished = {
  user_id: string; first_step: FirstStep; second_step: SecondStep | null; is_shared: boolean; time_zone: string | null; email: string; is_new: boolean;
};
export type FinishedSignIn = { sessionId: string; userId: string; isShared: boolean; /** for the device cookie; null on a shared device */ deviceMark: string | null; /** as its browser told */ timeZone: string | null };
type Browser = { /** coarse, like "Chrome on Android" */ device?: string | null; /** the device cookie's value */ deviceMark?: string | undefined };

/**
 * Turns a finished attempt into a session, once: a thousand callers with the same cookie get one session between them. Null for
 * every other attempt, and when the account was closed, or got a second step that was not asked for, meanwhile.
 */
export async function finishSignIn(cookie: string | undefined, { device = null, deviceMark }: Browser = {}): Promise<FinishedSignIn | null> {
  const key = readCookie(cookie);
  if (!key) return null;
  return db().$transaction(async (tx) => {
    // The account before the attempt, as whoever ends its sessions does: of two at the same moment, one waits and sees what the other did.
    await tx.$queryRaw`select u.id from users u join sign_in_attempts a on a.user_id = u.id where a.id = ${key.id}::uuid and a.browser_hash = ${key.browserHash} for key share of u`;
    const [row] = await tx.$queryRaw<Finished[]>`
      update sign_in_attempts a set used_at = now() from users u
      where a.id = ${key.id}::uuid and a.browser_hash = ${key.browserHash} and a.finished_at is not null and a.used_at is null and a.expires_at > now()
        and u.id = a.user_id and u.disabled_at is null
        and (a.needs_second_step or a.first_step = 'passkey' or not exists (select from totp_secrets t where t.user_id = a.user_id and t.confirmed_at is not null))
      returning a.user_id, a.first_step, a.second_step, a.is_shared, a.time_zone, u.email, u.created_at >= a.created_at as is_new`;
    if (!row) return null;
    const isStrong = row.first_step === "passkey" || row.second_step === "totp";
    const mayChange = isStrong || row.second_step === "recovery-code" || !(await hasFactor(row.user_id, tx));
    const met = { userId: row.user_id, isShared: row.is_shared, device, place: row.time_zone };
    const remembered = await meetDevice(tx, { ...met, email: row.email, mark: deviceMark, isNewAccount: row.is_new });
    const sessionId = await createSession({
      ...met, isStrong, isConfirmed: mayChange, deviceHash: remembered?.hash ?? null, firstStep: row.first_step, secondStep: row.second_step,
    }, tx);
    return { sessionId, userId: row.user_id, isShared: row.is_shared, deviceMark: remembered?.mark ?? null, timeZone: row.time_zone };
  });
}

/** A mailed code alone, or a recovery code in its place, confirms only an account that has nothing stronger. */
const hasFactor = async (userId: string, tx: Pick<ReturnType<typeof db>, "passkey" | "totpSecret">) =>
  (await tx.passkey.count({ where: { userId } })) > 0 || (await tx.totpSecret.count({ where: { userId, confirmedAt: { not: null } } })) > 0;

function readCookie(cookie: string | undefined): { id: string; browserHash: string } | null {
  const [id = "", secret = ""] = cookie?.split(".") ?? [];
  return isUuid(id) && secret ? { id, browserHash: keyedHash("attempt", secret) } : null;
}
