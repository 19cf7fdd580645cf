import type { OutboxEntry, OutboxResponse, OutboxStore, OutboxWalk } from "@/lib/offline/store";
import type { StoredAlertResponse } from "@/lib/schemas/alert-response";
import type { StoredCheckIn } from "@/lib/schemas/check-in";
import { MEANT_FOR } from "@/lib/schemas/meant-for";

/** How one pass of sending ended. Everything but "sent" leaves the waiting entries where they are. */
export type SendOutcome = "sent" | "offline" | "signed-out" | "other-account" | "server";

type Sending = { store: OutboxStore; userId: string; fetch: typeof fetch; now: () => Date; onSent?: ((entry: OutboxEntry) => void) | undefined; onGone?: ((entry: OutboxEntry) => void) | undefined };

/** The server takes at most this many in one request. */
export const BATCH = 100;
const TIMEOUT_MS = 20_000;

/**
 * Sends what waits, oldest first: check-ins, then timed walks, then what the person did with their alerts. Asks first who is signed in, because
 * an entry belongs to the account that made it, and names that account to the server: somebody may sign in between the two. Sending the same entry twice is harmless.
 */
export async function sendWaiting(sending: Sending): Promise<SendOutcome> {
  const { store, userId } = sending;
  const entries = (await store.entries()).filter(({ state }) => state === "waiting");
  const responses = (await store.responses()).filter(({ state }) => state === "waiting");
  const walks = (await store.walks()).filter(({ state }) => state === "waiting");
  if (entries.length + responses.length + walks.length === 0) return "sent";
  if ([...entries, ...responses, ...walks].some((item) => item.userId !== userId)) return "other-account";
  const session = await ask(sending, "/api/session");
  if (session.kind === "not-found" || session.kind === "rejected" || session.kind === "conflict") return "server";
  if (session.kind !== "ok") return session.kind;
  if ((session.body as { userId?: string } | null)?.userId !== userId) return "other-account";
  for (const batch of batches(entries)) {
    const outcome = await sendEntries(sending, batch);
    if (outcome !== "sent") return outcome;
  }
  const walked = await oneByOne(walks, (walk) => sendWalk(sending, walk));
  if (walked !== "sent") return walked;
  // Read again: an entry that took another number took its responses along.
  for (const batch of batches((await store.responses()).filter(({ state }) => state === "waiting"))) {
    const outcome = await sendResponses(sending, batch);
    if (outcome !== "sent") return outcome;
  }
  return "sent";
}

async function sendEntries(sending: Sending, batch: OutboxEntry[], isRenumbered = false): Promise<SendOutcome> {
  const answer = await ask(sending, `/api/diaries/${batch[0]!.diaryId}/check-ins`, { checkIns: batch.map(({ checkIn }) => checkIn) });
  if (answer.kind === "not-found") {
    // Also the answer to a wrong account: nothing is thrown away, the person reads that it was not taken.
    for (const entry of batch) await sending.store.putEntry({ ...entry, state: "refused", refusal: { kind: "not-found" } });
    return "sent";
  }
  if (answer.kind === "rejected") {
    // The envelope was refused, too large for one: each alone, so that one never blocks the others.
    if (batch.length > 1) return oneByOne(batch, (entry) => sendEntries(sending, [entry], isRenumbered));
    await sending.store.putEntry({ ...batch[0]!, state: "refused", refusal: { kind: "invalid", fields: {} } });
    return "sent";
  }
  if (answer.kind !== "ok") return answer.kind === "conflict" ? "server" : answer.kind;
  const results = (answer.body as { results?: StoredCheckIn[] } | null)?.results;
  if (!Array.isArray(results) || results.length !== batch.length) return "server";
  const gaps: OutboxEntry[] = [];
  const nextRevision = new Map<string, number>();
  for (const [index, entry] of batch.entries()) {
    const result = results[index]!;
    if (!isRenumbered && result.status === "conflict" && result.newestRevision < entry.checkIn.revision - 1) {
      const revision = nextRevision.get(result.id) ?? result.newestRevision + 1;
      nextRevision.set(result.id, revision + 1);
      gaps.push(await takeNumber(sending.store, entry, revision));
      continue;
    }
    if (result.status === "gone") {
      await drop(sending.store, entry);
      sending.onGone?.(entry);
      continue;
    }
    const after = afterSending(entry, result, sending.now());
    await sending.store.putEntry(after);
    // Who made it knows it by the number it was made as.
    if (after.state === "sent") sending.onSent?.({ ...after, checkIn: { ...after.checkIn, revision: after.madeAs ?? after.checkIn.revision } });
  }
  return gaps.length === 0 ? "sent" : sendEntries(sending, gaps, true);
}

/** Its entry was deleted for good: nothing will take it. What was done with its own alerts, which the server never had, goes with it. */
async function drop(store: OutboxStore, { key, checkIn: { id, revision } }: OutboxEntry): Promise<void> {
  await store.removeEntries([key]);
  const responses = (await store.responses()).filter(({ response }) => response.checkInId === id && response.revision === revision);
  await store.removeResponses(responses.map((item) => item.key));
}

/**
 * A correction of a revision that the server never stored takes that revision's number, and its place: the server counts without
 * gaps. What the person did with its alerts follows.
 */
async function takeNumber(store: OutboxStore, entry: OutboxEntry, revision: number): Promise<OutboxEntry> {
  const { id, revision: before } = entry.checkIn;
  const taken: OutboxEntry = { ...entry, key: `${id}:${revision}`, checkIn: { ...entry.checkIn, revision }, madeAs: entry.madeAs ?? before };
  await store.putEntry(taken);
  await store.removeEntries([entry.key]);
  await moveResponses(store, id, before, revision);
  return taken;
}

/** What was done with the alerts of one revision, as done with those of another one; it waits again. */
export async function moveResponses(store: OutboxStore, checkInId: string, from: number, to: number): Promise<void> {
  const responses = (await store.responses()).filter(({ response }) => response.checkInId === checkInId && response.revision === from);
  for (const item of responses) {
    await store.putResponse({ ...item, key: `${checkInId}:${to}:${item.response.ruleId}`, response: { ...item.response, revision: to }, state: "waiting" });
  }
  await store.removeResponses(responses.map(({ key }) => key));
}

function afterSending(entry: OutboxEntry, result: Exclude<StoredCheckIn, { status: "gone" }>, now: Date): OutboxEntry {
  switch (result.status) {
    case "stored":
    case "already-stored":
      return { ...entry, state: "sent", sentAt: now.toISOString(), serverAlerts: result.alerts, couldNotCheck: result.couldNotCheck };
    case "conflict":
      return { ...entry, state: "refused", refusal: { kind: "conflict", newestRevision: result.newestRevision } };
    case "invalid":
      return { ...entry, state: "refused", refusal: { kind: "invalid", fields: result.fields } };
  }
}

async function sendResponses(sending: Sending, batch: OutboxResponse[]): Promise<SendOutcome> {
  const answer = await ask(sending, `/api/diaries/${batch[0]!.diaryId}/alert-responses`, { responses: batch.map(({ response }) => response) });
  if (answer.kind === "not-found" || answer.kind === "rejected") return refuseAll(sending.store, batch);
  if (answer.kind !== "ok") return answer.kind === "conflict" ? "server" : answer.kind;
  const results = (answer.body as { results?: StoredAlertResponse[] } | null)?.results;
  if (!Array.isArray(results) || results.length !== batch.length) return "server";
  for (const [index, item] of batch.entries()) {
    await sending.store.settleResponse(item, results[index]!.status === "stored" ? "sent" : "refused");
  }
  return "sent";
}

/** The server takes a walk once: under the same id again it changes nothing, and with other content it is refused. */
async function sendWalk(sending: Sending, item: OutboxWalk): Promise<SendOutcome> {
  const answer = await ask(sending, `/api/diaries/${item.diaryId}/measures/${item.key}`, item.walk, "PUT");
  switch (answer.kind) {
    case "ok":
      await sending.store.putWalk({ ...item, state: "sent" });
      return "sent";
    case "not-found":
    case "rejected":
    case "conflict":
      await sending.store.putWalk({ ...item, state: "refused" });
      return "sent";
    case "offline":
    case "signed-out":
    case "other-account":
    case "server":
      return answer.kind;
  }
}

async function oneByOne<T>(items: readonly T[], send: (item: T) => Promise<SendOutcome>): Promise<SendOutcome> {
  for (const item of items) {
    const outcome = await send(item);
    if (outcome !== "sent") return outcome;
  }
  return "sent";
}

async function refuseAll(store: OutboxStore, batch: OutboxResponse[]): Promise<SendOutcome> {
  for (const item of batch) await store.settleResponse(item, "refused");
  return "sent";
}

type Answer = { kind: "ok"; body: unknown } | { kind: "offline" | "signed-out" | "other-account" | "server" | "not-found" | "rejected" | "conflict" };

async function ask({ fetch, userId }: Sending, url: string, body?: unknown, method: "POST" | "PUT" = "POST"): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { method, headers: { "content-type": "application/json", [MEANT_FOR]: userId }, body: JSON.stringify(body) }),
    });
  } catch {
    return { kind: "offline" };
  }
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 404) return { kind: "not-found" };
  if (response.status === 409) return { kind: await isConflict(response) ? "conflict" : "other-account" };
  if (response.status === 400 || response.status === 413) return { kind: "rejected" };
  if (!response.ok) return { kind: "server" };
  try {
    return { kind: "ok", body: await response.json() };
  } catch {
    return { kind: "server" };
  }
}

/** A walk of this id with other content; check-ins and answers to alerts are never answered so. */
const isConflict = async (response: Response): Promise<boolean> =>
  ((await response.json().catch(() => null)) as { error?: { code?: string } } | null)?.error?.code === "conflict";

/** Batches of one diary, in order: a batch never mixes diaries and never overtakes. */
function batches<T extends { diaryId: string }>(items: T[]): T[][] {
  const made: T[][] = [];
  for (const item of items) {
    const last = made.at(-1);
    if (last && last[0]!.diaryId === item.diaryId && last.length < BATCH) last.push(item);
    else made.push([item]);
  }
  return made;
}
