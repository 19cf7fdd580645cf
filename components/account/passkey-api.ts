import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";

/** The passkey calls of the browser. Each answer says what happened; none throws, so no screen is left without a sentence. */

/** A passkey on the list, with its days in words. */
export type ListedPasskey = { id: string; name: string; added: string; used: string };

export type UseProblem = "cancelled" | "notSupported" | "device" | "refused" | "expired" | "offline" | "tooMany" | "server";
export type PasskeyUse = { kind: "done" } | { kind: UseProblem | "signedOut" };
export type PasskeyChange = { kind: "done" } | { kind: UseProblem | "alreadyHere" | "full" | "signedOut" | "confirmFirst" | "gone" };

const PLACES = { "sign-in": "/api/sign-in/passkey", confirm: "/api/account/confirm/passkey" };

/** Whether this browser can ask for a face, a fingerprint or a PIN at this address: https or localhost, never an IP address. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === "function" && !/^[\d.]+$|:/.test(location.hostname);

/**
 * Asks the device for a face, a fingerprint or a PIN, and the server to check it.
 * @param fields what the sign-in notes about the device; none to confirm
 */
export async function askForPasskey(purpose: keyof typeof PLACES, fields: { isShared?: boolean; timeZone?: string } = {}): Promise<PasskeyUse> {
  const outcome = await talkToDevice(async ({ startAuthentication }) => {
    const asked = await call<PublicKeyCredentialRequestOptionsJSON>("POST", `${PLACES[purpose]}/options`, purpose === "sign-in" ? fields : undefined);
    if (asked.kind !== "value") return asked;
    const response = await startAuthentication({ optionsJSON: asked.value });
    const checked = await call<{ kind: "done" | "refused" | "expired" }>("POST", PLACES[purpose], { response });
    return checked.kind === "value" ? checked.value : checked;
  });
  return isOfUse(outcome) ? outcome : { kind: "server" };
}

/** Makes a passkey on this device and stores it. */
export async function addPasskey(): Promise<PasskeyChange> {
  return talkToDevice(async ({ startRegistration }) => {
    const asked = await call<PublicKeyCredentialCreationOptionsJSON>("POST", "/api/account/passkeys/options");
    if (asked.kind !== "value") return asked;
    const response = await startRegistration({ optionsJSON: asked.value });
    const stored = await call<{ kind: "added" | "refused" | "expired" | "full" }>("POST", "/api/account/passkeys", { response });
    if (stored.kind !== "value") return stored;
    return { kind: stored.value.kind === "added" ? "done" : stored.value.kind };
  });
}

export const renamePasskey = (id: string, name: string): Promise<PasskeyChange> => change("PATCH", id, { name });

/** Removing one that is gone is no failure. */
export async function removePasskey(id: string): Promise<PasskeyChange> {
  const outcome = await change("DELETE", id);
  return outcome.kind === "gone" ? { kind: "done" } : outcome;
}

async function change(method: string, id: string, body?: object): Promise<PasskeyChange> {
  const answer = await call<undefined>(method, `/api/account/passkeys/${id}`, body);
  return answer.kind === "value" ? { kind: "done" } : answer;
}

type Answer<T> = { kind: "value"; value: T } | { kind: "offline" | "tooMany" | "server" | "signedOut" | "confirmFirst" | "gone" };

/** What only a change of the account answers; elsewhere it is a fault of ours. */
const OF_CHANGES = ["alreadyHere", "full", "confirmFirst", "gone"] as const;
const isOfUse = (outcome: PasskeyChange): outcome is PasskeyUse => !OF_CHANGES.some((kind) => kind === outcome.kind);

async function call<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { method, ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
  } catch {
    return { kind: "offline" };
  }
  if (response.status === 204) return { kind: "value", value: undefined as T };
  const answer = (await response.json().catch(() => null)) as T & { error?: { code?: string } } | null;
  if (response.ok && answer) return { kind: "value", value: answer };
  if (answer?.error?.code === "confirm-first") return { kind: "confirmFirst" };
  return { kind: response.status === 401 ? "signedOut" : response.status === 404 ? "gone" : response.status === 429 ? "tooMany" : "server" };
}

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
  const { name, cause } = error instanceof Error ? error : { name: "", cause: undefined };
  const names = [name, cause instanceof Error ? cause.name : ""];
  if (names.includes("NotAllowedError") || names.includes("AbortError")) return "cancelled";
  if (names.includes("InvalidStateError")) return "alreadyHere";
  if (names.some((each) => ["NotSupportedError", "SecurityError", "ConstraintError"].includes(each))) return "notSupported";
  return "device";
}
