import "server-only";
import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { Assertion } from "@/lib/schemas/passkey";
import { createChallenge, useChallenge, type ChallengePlace } from "@/lib/server/data/passkey-challenges";
import { confirmSession } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { ANSWER_MS, challengeOf, checkAssertion, relyingParty, userHandleOf } from "@/lib/server/passkey-check";

export type UsedPasskey = { kind: "used"; userId: string } | { kind: "refused" | "expired" };

/** What a browser needs to sign in with any passkey it holds for this address: no account is named. */
export function createSignInOptions(attemptId: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return createUseOptions({ purpose: "sign-in", attemptId }, []);
}

/** What a browser needs to prove once more, with a passkey of the viewer's own, who is there. */
export async function createConfirmOptions(viewer: Viewer): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const stored = await db().passkey.findMany({ where: { userId: viewer.userId }, select: { credentialId: true, transports: true } });
  return createUseOptions(confirmingIn(viewer), stored.map(({ credentialId, transports }) => ({ id: credentialId, transports })));
}

async function createUseOptions(place: ChallengePlace, allowCredentials: { id: string; transports: string[] }[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty().rpID, allowCredentials, userVerification: "required", timeout: ANSWER_MS });
  await createChallenge(place, options.challenge);
  return options;
}

/**
 * Checks what a browser answered with a passkey, and uses the challenge up, whatever comes of it. "refused": no such passkey, of
 * another account than `ofUserId`, of a closed account, or a check of the standard failed. "expired": the challenge was used, ran
 * out or belongs elsewhere.
 */
export async function usePasskey(place: ChallengePlace, response: Assertion, ofUserId?: string): Promise<UsedPasskey> {
  const challenge = challengeOf(response);
  if (!challenge) return { kind: "refused" };
  if (!(await useChallenge(place, challenge))) return { kind: "expired" };
  const stored = await db().passkey.findUnique({
    where: { credentialId: response.id }, select: { id: true, userId: true, publicKey: true, counter: true },
  });
  if (!stored || (ofUserId && stored.userId !== ofUserId) || !namesOwner(response, stored.userId, ofUserId !== undefined)) return { kind: "refused" };
  const used = await checkAssertion(response, challenge, { id: response.id, publicKey: new Uint8Array(stored.publicKey), counter: Number(stored.counter) });
  if (!used) return { kind: "refused" };
  const count = BigInt(used.newCounter);
  // Once more in the statement that stores the counter: two copies of one passkey at the same moment cannot both count on.
  const [noted] = await db().$queryRaw<{ id: string }[]>`
    update passkeys p set counter = ${count}::bigint, last_used_at = now(), is_synced = ${used.credentialBackedUp}
    from users u where p.id = ${stored.id}::uuid and u.id = p.user_id and u.disabled_at is null
      and (p.counter < ${count}::bigint or (p.counter = 0 and ${count}::bigint = 0)) returning p.id`;
  return noted ? { kind: "used", userId: stored.userId } : { kind: "refused" };
}

/** Proves with one of the viewer's own passkeys who is there: fresh for changes, and strong for the rest of the session. */
export async function confirmByPasskey(viewer: Viewer, response: Assertion): Promise<{ kind: "done" | "refused" | "expired" }> {
  const used = await usePasskey(confirmingIn(viewer), response, viewer.userId);
  if (used.kind !== "used") return used;
  await confirmSession(viewer.sessionId, { isStrong: true });
  return { kind: "done" };
}

const confirmingIn = (viewer: Viewer): ChallengePlace => ({ purpose: "confirm", sessionId: viewer.sessionId });

/** Where nobody typed an address the device must name the account; where the account is known it may leave it out. */
function namesOwner({ response: { userHandle } }: Assertion, userId: string, isKnown: boolean): boolean {
  return userHandle === undefined ? isKnown : userHandle === Buffer.from(userHandleOf(userId)).toString("base64url");
}
