import "server-only";
import { verifyAuthenticationResponse, verifyRegistrationResponse, type WebAuthnCredential } from "@simplewebauthn/server";
import { decodeClientDataJSON, isoUint8Array } from "@simplewebauthn/server/helpers";
import { MINUTE_MS } from "@/lib/domain/time";
import type { Assertion, Registration } from "@/lib/schemas/passkey";
import { publicUrl } from "@/lib/server/env";

/** How long a person may take: as long as the challenge lives. Hands can be slow. */
export const ANSWER_MS = 5 * MINUTE_MS;

/** Whom a passkey belongs to: the address that people use. Its host must be a name, never an IP address. */
export function relyingParty(): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl());
  return { rpID: hostname, origin };
}

/** How a passkey names its account: the id's bytes, which tell nothing of the person. */
export const userHandleOf = (userId: string) => isoUint8Array.fromHex(userId.replaceAll("-", ""));

/** The challenge that a browser says it answered; null when it sent no such thing. */
export function challengeOf({ response: { clientDataJSON } }: Registration | Assertion): string | null {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON);
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}

/** A new passkey as its device sealed it; null unless every check of the standard holds, the person's face, finger or PIN included. */
export async function checkRegistration(response: Registration, challenge: string) {
  const { rpID, origin } = relyingParty();
  const checked = await verifyRegistrationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true,
  }).catch(() => null); // the library tells each mismatch by an error; no network and no database is asked
  return checked?.verified ? checked.registrationInfo : null;
}

/** How a stored passkey was used; null unless every check of the standard holds, its counter included. */
export async function checkAssertion(response: Assertion, challenge: string, credential: WebAuthnCredential) {
  const { rpID, origin } = relyingParty();
  const checked = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, credential, requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo : null;
}
