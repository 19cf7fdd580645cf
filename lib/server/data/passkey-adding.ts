import "server-only";
import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { NAME_MOST, type Registration } from "@/lib/schemas/passkey";
import { noteFactorChange } from "@/lib/server/data/factors";
import { PASSKEYS_MOST } from "@/lib/server/data/passkeys";
import { createChallenge, useChallenge, type ChallengePlace } from "@/lib/server/data/passkey-challenges";
import { confirmSession, lockAccount, requireFresh } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";
import { ANSWER_MS, challengeOf, checkRegistration, relyingParty, userHandleOf } from "@/lib/server/passkey-check";

export type AddedPasskey = { kind: "added"; id: string } | { kind: "refused" | "expired" | "full" };

/**
 * What a browser needs to make a passkey that names its owner by itself and asks for face, finger or PIN. Those there are already
 * are listed, so that no device gets a second one.
 * @throws ConfirmFirstError unless the viewer proved lately who they are.
 * @throws ConflictError for a demo account, and on a shared device.
 */
export async function createAddOptions(viewer: Viewer): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await requireMayAdd(viewer);
  const stored = await db().passkey.findMany({ where: { userId: viewer.userId }, select: { credentialId: true, transports: true } });
  const options = await generateRegistrationOptions({
    rpName: "Daymark", rpID: relyingParty().rpID, userID: userHandleOf(viewer.userId), userName: viewer.email,
    userDisplayName: viewer.name ?? viewer.email, timeout: ANSWER_MS, attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: stored.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  await createChallenge(addingIn(viewer), options.challenge);
  return options;
}

/**
 * Stores a passkey that a browser made. Sent twice it is stored once, and answered alike. The person's other sessions end; this one
 * has proved the new passkey, so it counts as signed in with it.
 * @throws ConfirmFirstError unless the viewer proved lately who they are.
 * @throws ConflictError for a demo account, and on a shared device.
 */
export async function addPasskey(viewer: Viewer, response: Registration): Promise<AddedPasskey> {
  await requireMayAdd(viewer);
  const known = await db().passkey.findUnique({ where: { credentialId: response.id }, select: { id: true, userId: true } });
  if (known) return known.userId === viewer.userId ? { kind: "added", id: known.id } : { kind: "refused" };
  const challenge = challengeOf(response);
  if (!challenge) return { kind: "refused" };
  if (!(await useChallenge(addingIn(viewer), challenge))) return { kind: "expired" };
  const made = await checkRegistration(response, challenge);
  if (!made) return { kind: "refused" };
  const id = uuidv7();
  const added = await db().$transaction(async (tx): Promise<AddedPasskey> => {
    await lockAccount(tx, viewer.userId);
    const others = await tx.passkey.findMany({ where: { userId: viewer.userId }, select: { name: true } });
    if (others.length >= PASSKEYS_MOST) return { kind: "full" };
    const session = await tx.session.findUnique({ where: { id: viewer.sessionId }, select: { device: true } });
    await tx.passkey.createMany({ data: [{
      id, userId: viewer.userId, credentialId: made.credential.id, publicKey: made.credential.publicKey, counter: made.credential.counter,
      transports: response.response.transports ?? [], isSynced: made.credentialBackedUp, createdAt: new Date(),
      name: unusedName(guessName(response, session?.device ?? null), others.map(({ name }) => name)),
    }] });
    await noteFactorChange(tx, viewer, "passkey-added");
    return { kind: "added", id };
  });
  if (added.kind === "added") await confirmSession(viewer.sessionId, { isStrong: true });
  return added;
}

const addingIn = (viewer: Viewer): ChallengePlace => ({ purpose: "add", sessionId: viewer.sessionId });

/** Nobody may for everyone's demo account, nor where others use the device: they know its PIN, and would get in with it. */
async function requireMayAdd(viewer: Viewer): Promise<void> {
  if (viewer.demoRole || viewer.isShared) throw new ConflictError();
  await requireFresh(viewer);
}

/** A first name for a passkey: the device in hand, or what was held to it. It can be changed. */
function guessName({ authenticatorAttachment, response: { transports = [] } }: Registration, device: string | null): string {
  if (authenticatorAttachment === "cross-platform") return transports.includes("hybrid") ? "Another phone or tablet" : "Security key";
  return device ?? "My device";
}

/** The name as it is, or with the next free number behind it. */
function unusedName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name.slice(0, NAME_MOST) : `${name.slice(0, NAME_MOST - 5)} (${count})`;
    if (!taken.includes(candidate)) return candidate;
  }
}
