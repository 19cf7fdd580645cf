import "server-only";
import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/server/db";
import { ANSWER_MS } from "@/lib/server/passkey-check";

/** Where a challenge was asked for, and the only place that may answer it: one browser's sign-in, or one session. */
export type ChallengePlace = { purpose: "sign-in"; attemptId: string } | { purpose: "add" | "confirm"; sessionId: string };

/** Keeps a challenge that is about to be handed out. It can be answered for five minutes. */
export async function createChallenge(place: ChallengePlace, challenge: string): Promise<void> {
  const now = new Date();
  await db().passkeyChallenge.createMany({ data: [{ id: uuidv7(), ...place, challenge, createdAt: now, expiresAt: new Date(now.getTime() + ANSWER_MS) }] });
}

/**
 * Uses a challenge up; true for one caller only, however many come at once, since one statement decides. False when it was used,
 * ran out, or was handed out to another browser, another session or for another purpose.
 */
export async function useChallenge(place: ChallengePlace, challenge: string): Promise<boolean> {
  const [used] = "attemptId" in place
    ? await db().$queryRaw<{ id: string }[]>`
        update passkey_challenges set used_at = now() where challenge = ${challenge} and purpose = ${place.purpose}
          and attempt_id = ${place.attemptId}::uuid and used_at is null and expires_at > now() returning id`
    : await db().$queryRaw<{ id: string }[]>`
        update passkey_challenges set used_at = now() where challenge = ${challenge} and purpose = ${place.purpose}
          and session_id = ${place.sessionId}::uuid and used_at is null and expires_at > now() returning id`;
  return used !== undefined;
}
