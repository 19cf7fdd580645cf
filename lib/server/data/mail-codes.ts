import "server-only";
import { randomInt, timingSafeEqual } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { MINUTE_MS } from "@/lib/domain/time";
import { findReservation, isAddressFree } from "@/lib/server/data/addresses";
import { mayReceiveCode } from "@/lib/server/data/users";
import { db } from "@/lib/server/db";
import { keyedHash } from "@/lib/server/keyed";

const CODE_MS = 10 * MINUTE_MS;
const TRIES = 5;

/** What a code is for, and for whom alone it works: the browser that asked. */
export type CodeFor = { purpose: "sign-in"; attemptId: string } | { purpose: "confirm" | "change-email"; sessionId: string };
export type CodePurpose = CodeFor["purpose"];

export type CodeUse = { kind: "right"; email: string } | { kind: "wrong"; triesLeft: number } | { kind: "expired" };

/**
 * Asks for a code. Only a row and a job are written, whatever the address, so that the answer and its timing tell nothing about
 * who has an account: the worker decides whether a mail is due.
 */
export async function requestMailCode(email: string, code: CodeFor): Promise<void> {
  const now = new Date();
  const token = { id: uuidv7(), email, ...code, attemptsLeft: TRIES, createdAt: now, expiresAt: new Date(now.getTime() + CODE_MS) };
  await db().$transaction(async (tx) => {
    await tx.verificationToken.createMany({ data: [token] });
    await tx.$queryRaw`select daymark_add_job('send-sign-in-code', ${JSON.stringify({ tokenId: token.id })}::json) as added`;
  });
}

/**
 * Makes the code of a request that has not been answered yet, stores its hash and hands the code over for the mail. Null when no
 * mail is due: used, expired, sent already, a closed account, or an address that may not make an account here.
 * Run again before `markCodeSent` (the mail failed), it makes another code.
 */
export async function issueMailCode(tokenId: string): Promise<{ email: string; code: string; purpose: CodePurpose } | null> {
  const token = await db().verificationToken.findUnique({ where: { id: tokenId } });
  if (!token || token.sentAt || token.usedAt || token.expiresAt <= new Date()) return null;
  const purpose = token.purpose as CodePurpose;
  if (purpose === "sign-in" && !(await mayReceiveCode(token.email, token.attemptId))) return null;
  if (purpose === "change-email" && !(await isAddressFree(token.email, token.sessionId ?? ""))) return null;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await db().verificationToken.updateMany({ where: { id: tokenId }, data: { codeHash: hashOf(tokenId, code) } });
  return { email: token.email, code, purpose };
}

export type InsteadOfCode = { kind: "address-in-use"; email: string } | { kind: "undo"; email: string; changeId: string; at: Date };

/**
 * What is mailed where `issueMailCode` makes no code: to an address that someone wants to change to, that it has an account; to one that
 * was changed and is kept while that can be undone, how to undo it. Null when it is nothing.
 */
export async function findMailInsteadOfCode(tokenId: string): Promise<InsteadOfCode | null> {
  const token = await db().verificationToken.findUnique({ where: { id: tokenId } });
  if (!token || token.sentAt || token.usedAt || token.expiresAt <= new Date()) return null;
  if (token.purpose === "change-email") return { kind: "address-in-use", email: token.email };
  const reservation = token.purpose === "sign-in" ? await findReservation(token.email) : null;
  return reservation && { kind: "undo", email: token.email, ...reservation };
}

/** Notes that the mail left. */
export async function markCodeSent(tokenId: string): Promise<void> {
  await db().verificationToken.updateMany({ where: { id: tokenId }, data: { sentAt: new Date() } });
}

/**
 * Checks a code against the newest one that this browser asked for, and uses it up. Every call costs one of five tries, counted in
 * the statement that reads the hash, so that guessing in parallel gains nothing. Right only once for one code.
 */
export async function useMailCode(of: CodeFor, code: string): Promise<CodeUse> {
  const attemptId = of.purpose === "sign-in" ? of.attemptId : null;
  const sessionId = of.purpose === "sign-in" ? null : of.sessionId;
  const [token] = await db().$queryRaw<{ id: string; email: string; code_hash: string | null; attempts_left: number }[]>`
    update verification_tokens set attempts_left = attempts_left - 1
    where id = (select id from verification_tokens where purpose = ${of.purpose}
        and (attempt_id = ${attemptId}::uuid or session_id = ${sessionId}::uuid) order by created_at desc, id desc limit 1)
      and attempts_left > 0 and used_at is null and expires_at > now()
    returning id, email, code_hash, attempts_left`;
  const noCode = hashOf("nobody", "no code"); // worked out in any case: an address that got no code takes as long
  const expected = Buffer.from(token?.code_hash ?? noCode);
  const given = Buffer.from(hashOf(token?.id ?? "nobody", code));
  const isRight = expected.length === given.length && timingSafeEqual(expected, given);
  if (!token) return { kind: "expired" };
  if (!isRight) return { kind: "wrong", triesLeft: token.attempts_left };
  const { count } = await db().verificationToken.updateMany({ where: { id: token.id, usedAt: null }, data: { usedAt: new Date() } });
  return count === 1 ? { kind: "right", email: token.email } : { kind: "expired" };
}

/** Six digits are few, so the hash is keyed with the server's secret, and with the request so that equal codes differ. */
const hashOf = (tokenId: string, code: string) => keyedHash("sign-in-code", `${tokenId}:${code}`);
