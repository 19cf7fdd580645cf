import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { takePoint, type Limit } from "@/lib/server/data/limits";
import { TooManyError } from "@/lib/server/errors";

/**
 * Who asks before there is a viewer. `knownDevice` is set when the browser showed that the account asked for was signed in on it
 * before: it then has a budget of its own, which a flood by others, on the address or from the same network, cannot use up.
 */
export type Caller = { network: string; knownDevice: string | null };

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const CODES_PER_NETWORK: Limit = { name: "code-network", points: 60, seconds: HOUR };
const CODES_PER_ADDRESS: Limit = { name: "code-address", points: 6, seconds: HOUR };
const CODES_PER_ADDRESS_A_DAY: Limit = { name: "code-address-day", points: 20, seconds: DAY };
const CODES_PER_DEVICE: Limit = { name: "code-device", points: 6, seconds: HOUR };
const TRIES_PER_NETWORK: Limit = { name: "try-network", points: 100, seconds: HOUR };
const TRIES_PER_DEVICE: Limit = { name: "try-device", points: 50, seconds: HOUR };
const SECOND_STEPS_PER_ACCOUNT: Limit = { name: "second-account", points: 20, seconds: DAY };
const SECOND_STEPS_PER_DEVICE: Limit = { name: "second-device", points: 30, seconds: DAY };
const SECRETS_PER_NETWORK: Limit = { name: "secret-network", points: 60, seconds: HOUR };
const PASSKEYS_PER_NETWORK: Limit = { name: "passkey-network", points: 600, seconds: HOUR };
const CONFIRMS_PER_SESSION: Limit = { name: "confirm-session", points: 20, seconds: HOUR };
const CONFIRMS_PER_ACCOUNT: Limit = { name: "confirm-account", points: 60, seconds: DAY };
const MAILS_PER_ACCOUNT: Limit = { name: "mail-account", points: 20, seconds: DAY };
const MAILS_PER_NEW_ADDRESS: Limit = { name: "mail-new-address", points: 6, seconds: DAY };
const FILES_PER_ACCOUNT: Limit = { name: "file-account", points: 60, seconds: HOUR };
const CHANGES_PER_SESSION: Limit = { name: "change-session", points: 120, seconds: MINUTE };
const CHANGES_PER_ACCOUNT: Limit = { name: "change-account", points: 600, seconds: MINUTE };

/**
 * For codes by mail. Counted alike for addresses with and without an account.
 * @throws TooManyError when too many were asked for: from this network, for this address, or with this known device.
 */
export async function limitCodeRequests(email: string, { network, knownDevice }: Caller): Promise<void> {
  if (knownDevice) return take(CODES_PER_DEVICE, `${email} ${knownDevice}`);
  await take(CODES_PER_NETWORK, network);
  await take(CODES_PER_ADDRESS, email);
  await take(CODES_PER_ADDRESS_A_DAY, email);
}

/** For trying a mailed code. Each code has five tries of its own besides, in the browser that asked for it. */
export function limitCodeTries({ network, knownDevice }: Caller): Promise<void> {
  return knownDevice ? take(TRIES_PER_DEVICE, knownDevice) : take(TRIES_PER_NETWORK, network);
}

/**
 * For the second step. Six digits that live a minute are few: without a limit for the account, who reads a person's mail could guess
 * on and on, five tries with each new code. Only they and the person get this far, and the person's own devices are counted apart.
 */
export function limitSecondSteps(userId: string, { knownDevice }: Pick<Caller, "knownDevice">): Promise<void> {
  return knownDevice ? take(SECOND_STEPS_PER_DEVICE, `${userId} ${knownDevice}`) : take(SECOND_STEPS_PER_ACCOUNT, userId);
}

/**
 * For what is too long to guess: recovery codes, and the code that undoes a change of address. (An invitation comes with a request for
 * a code, and counts as that.) Not counted for the account: such a limit would stop nobody who guesses, and would let a flood keep the
 * person out.
 */
export function limitSecretTries({ network }: Pick<Caller, "network">): Promise<void> {
  return take(SECRETS_PER_NETWORK, network);
}

/** For starting with a passkey. It names no account, so a flood on an address never meets it; it keeps one network from filling the table. */
export function limitPasskeyStarts({ network }: Pick<Caller, "network">): Promise<void> {
  return take(PASSKEYS_PER_NETWORK, network);
}

/** For "confirm it is you". Who holds one open session of a person uses up the tries of that session before those of the account. */
export async function limitConfirms({ sessionId, userId }: Pick<Viewer, "sessionId" | "userId">): Promise<void> {
  await take(CONFIRMS_PER_SESSION, sessionId);
  await take(CONFIRMS_PER_ACCOUNT, userId);
}

/** For codes that a signed-in person has sent to their own address. A flood of sign-in codes does not count here. */
export function limitConfirmMails({ userId }: Pick<Viewer, "userId">): Promise<void> {
  return take(MAILS_PER_ACCOUNT, userId);
}

/** For codes to an address that a signed-in person wants to change to: it may be a stranger's, who is not to be flooded through us. */
export async function limitNewAddress({ userId }: Pick<Viewer, "userId">, newEmail: string): Promise<void> {
  await take(MAILS_PER_ACCOUNT, userId);
  await take(MAILS_PER_NEW_ADDRESS, newEmail);
}

/**
 * For changes of settings. Check-ins and answers to alerts are never limited: nothing may lock a person out of logging. Counted for
 * the session first, so that a session in the wrong hands can't keep its owner from ending it.
 */
export async function limitChanges({ sessionId, userId }: Pick<Viewer, "sessionId" | "userId">): Promise<void> {
  await take(CHANGES_PER_SESSION, sessionId);
  await take(CHANGES_PER_ACCOUNT, userId);
}

/** For files that are taken in: each costs as much as many changes. */
export function limitFiles({ userId }: Pick<Viewer, "userId">): Promise<void> {
  return take(FILES_PER_ACCOUNT, userId);
}

async function take(limit: Limit, key: string): Promise<void> {
  const seconds = await takePoint(limit, key);
  if (seconds !== null) throw new TooManyError(seconds);
}
