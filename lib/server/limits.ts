import "server-only";
import { takePoint, type Limit } from "@/lib/server/data/limits";
import { TooManyError } from "@/lib/server/errors";

const CODES_PER_ADDRESS: Limit = { name: "code-address", points: 6, seconds: 3600 };
const CODES_PER_NETWORK: Limit = { name: "code-network", points: 60, seconds: 3600 };
const TRIES_PER_NETWORK: Limit = { name: "try-network", points: 100, seconds: 3600 };
const CHANGES_PER_PERSON: Limit = { name: "change-person", points: 120, seconds: 60 };

/** @throws TooManyError when too many codes were asked for, with this address or from this network. */
export async function limitCodeRequests(email: string, network: string): Promise<void> {
  await take(CODES_PER_NETWORK, network);
  await take(CODES_PER_ADDRESS, email);
}

/** False when too many codes were tried from this network. Each code has its own five tries besides. */
export async function limitCodeTries(network: string): Promise<boolean> {
  return (await takePoint(TRIES_PER_NETWORK, network)) === null;
}

/** For changes of settings. Check-ins and answers to alerts are never limited: nothing may lock a person out of logging. */
export function limitChanges(userId: string): Promise<void> {
  return take(CHANGES_PER_PERSON, userId);
}

async function take(limit: Limit, key: string): Promise<void> {
  const seconds = await takePoint(limit, key);
  if (seconds !== null) throw new TooManyError(seconds);
}
