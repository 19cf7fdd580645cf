import { callAccount, type Answer, type Trouble } from "@/components/account/call-account";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";

/** The passkey calls of the browser. Each answer says what happened; none throws, so no screen is left without a sentence. */

/** A passkey on the list, with its days in words. */
export type ListedPasskey = { id: string; name: string; added: string; used: string };

export type UseProblem = "cancelled" | "notSupported" | "device" | "refused" | "expired" | Trouble;
/** `leaving`: another page is on its way. */
export type PasskeyUse = { kind: "done" | "leaving" | UseProblem };
export type PasskeyChange = { kind: "done" | "leaving" | "alreadyHere" | "full" | UseProblem };

const PLACES = { "sign-in": "/api/sign-in/passkey", confirm: "/api/account/confirm/passkey" };

/** Whether this browser can ask for a face, a fingerprint or a PIN at this address: https or localhost, never an IP address. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === "function" && !/^[\d.]+$|:/.test(location.hostname);

/**
 * Asks the device for a face, a fingerprint or a PIN, and the server to check it.
 * @param fields what the sign-in notes about the device; none to confirm
 */
export async function askForPasskey(purpose: keyof typeof PLACES, fields?: { isShared: boolean; timeZone: string }): Promise<PasskeyUse> {
  const outcome = await talkToDevice(async ({ startAuthentication }) => {
    const asked = await callAccount<PublicKeyCredentialRequestOptionsJSON>("POST", `${PLACES[purpose]}/options`, fields);
    if (asked.kind !== "ok") return troubleOf(asked);
    const checked = await callAccount<PasskeyUse>("POST", PLACES[purpose], { response: await startAuthentication({ optionsJSON: asked.value }) });
    return checked.kind === "ok" ? checked.value : troubleOf(checked);
  });
  return outcome.kind === "alreadyHere" || outcome.kind === "full" ? { kind: "device" } : { kind: outcome.kind };
}

/** Whether to offer this device's face or fingerprint after signing in with a code: where it can, once for an account. */
export async function isPasskeyOfferDue(): Promise<boolean> {
  if (!canUsePasskeys() || !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false))) return false;
  const answer = await callAccount<{ isDue: boolean }>("POST", "/api/account/passkey-offer");
  return answer.kind === "ok" && answer.value.isDue;
}

/** Makes a passkey on this device and stores it. */
export async function addPasskey(): Promise<PasskeyChange> {
  return talkToDevice(async ({ startRegistration }) => {
    const asked = await callAccount<PublicKeyCredentialCreationOptionsJSON>("POST", "/api/account/passkeys/options");
    if (asked.kind !== "ok") return troubleOf(asked);
    const stored = await callAccount<AddedPasskey>("POST", "/api/account/passkeys", { response: await startRegistration({ optionsJSON: asked.value }) });
    if (stored.kind !== "ok") return troubleOf(stored);
    return { kind: stored.value.kind === "added" ? "done" : stored.value.kind };
  });
}

export const renamePasskey = async (id: string, name: string): Promise<PasskeyChange> => settled(await callAccount("PUT", `/api/account/passkeys/${id}`, { name }));

export const removePasskey = async (id: string): Promise<PasskeyChange> => settled(await callAccount("DELETE", `/api/account/passkeys/${id}`));

type AddedPasskey = { kind: "added" | "refused" | "expired" | "full" };
type Refusal = Exclude<Answer<never>, { kind: "ok" }>;

const settled = (answer: Answer<undefined>): PasskeyChange => (answer.kind === "ok" ? { kind: "done" } : troubleOf(answer));
const troubleOf = ({ kind }: Refusal): { kind: "leaving" | Trouble } => ({ kind: kind === "conflict" ? "server" : kind });

type DevicePart = Pick<typeof import("@simplewebauthn/browser"), "startAuthentication" | "startRegistration">;

/** Loads what talks to the device, on demand: most days nobody signs in. */
async function talkToDevice(work: (part: DevicePart) => Promise<PasskeyChange>): Promise<PasskeyChange> {
  if (!canUsePasskeys()) return { kind: "notSupported" };
  let part: DevicePart;
  try {
    part = await import("@simplewebauthn/browser");
  } catch {
    return { kind: "offline" };
  }
  try {
    return await work(part);
  } catch (error) {
    return { kind: readDeviceError(error) };
  }
}

/** Browsers say one word for "stopped", "took too long" and "none here", so that no page learns what a device holds. */
export function readDeviceError(error: unknown): "cancelled" | "notSupported" | "alreadyHere" | "device" {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  if (name === "InvalidStateError") return "alreadyHere";
  return ["NotSupportedError", "SecurityError", "ConstraintError"].includes(name) ? "notSupported" : "device";
}
