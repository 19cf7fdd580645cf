import "server-only";
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { MINUTE_MS } from "@/lib/domain/time";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

const CODE_MS = 10 * MINUTE_MS;
const TRIES = 5;
const KEPT_MS = 24 * 60 * MINUTE_MS;

/**
 * Asks for a code. Only a row and a job are written, whatever the address, so that the answer and its timing tell nothing about
 * who has an account: the worker decides whether a mail is due.
 */
export async function requestSignInCode(email: string): Promise<void> {
  const now = new Date();
  const token = { id: uuidv7(), email, attemptsLeft: TRIES, createdAt: now, expiresAt: new Date(now.getTime() + CODE_MS) };
  await db().$transaction(async (tx) => {
    await tx.verificationToken.createMany({ data: [token] });
    await tx.$queryRaw`select daymark_add_job('send-sign-in-code', ${JSON.stringify({ tokenId: token.id })}::json) as added`;
  });
}

/**
 * Makes the code of a request that has not been answered yet, stores its hash and hands the code over for the mail. Null when no
 * mail is due: used, expired, sent already, a closed account, or an unknown address while sign-up is by invitation.
 * Run again before `markCodeSent` (the mail failed), it makes another code.
 */
export async function issueSignInCode(tokenId: string): Promise<{ email: string; code: string } | null> {
  const token = await db().verificationToken.findUnique({ where: { id: tokenId } });
  if (!token || token.sentAt || token.usedAt || token.expiresAt <= new Date()) return null;
  const user = await db().user.findUnique({ where: { email: token.email }, select: { disabledAt: true } });
  if (user ? user.disabledAt : env().DAYMARK_SIGN_UP !== "open") return null;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await db().verificationToken.updateMany({ where: { id: tokenId }, data: { codeHash: hashOf(tokenId, code) } });
  return { email: token.email, code };
}

/** Notes that the mail left, and forgets requests of yesterday. */
export async function markCodeSent(tokenId: string): Promise<void> {
  await db().verificationToken.updateMany({ where: { id: tokenId }, data: { sentAt: new Date() } });
  await db().verificationToken.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}

/**
 * Checks a code against the newest one asked for with this address and uses it up. Every call costs one of five tries, counted
 * in the same statement that reads the hash, so that guessing in parallel gains nothing. True only once for one code.
 */
export async function useSignInCode(email: string, code: string): Promise<boolean> {
  const [token] = await db().$queryRaw<{ id: string; code_hash: string | null }[]>`
    update verification_tokens set attempts_left = attempts_left - 1
    where id = (select id from verification_tokens where email = ${email} order by created_at desc, id desc limit 1)
      and attempts_left > 0 and used_at is null and expires_at > now()
    returning id, code_hash`;
  const expected = Buffer.from(token?.code_hash ?? hashOf("nobody", "no code"));
  const given = Buffer.from(hashOf(token?.id ?? "nobody", code));
  if (!token || expected.length !== given.length || !timingSafeEqual(expected, given)) return false;
  const { count } = await db().verificationToken.updateMany({ where: { id: token.id, usedAt: null }, data: { usedAt: new Date() } });
  return count === 1;
}

/** Six digits are few, so the hash is keyed with the server's secret, and with the request so that equal codes differ. */
const hashOf = (tokenId: string, code: string) =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`sign-in-code:${tokenId}:${code}`).digest("base64url");
