import Dexie from "dexie";
import { databaseNames, openDeviceStore, tabOwners, tabStore } from "@/lib/offline/device-store";
import { createOutbox, type SyncState } from "@/lib/offline/outbox";
import { sendWaiting } from "@/lib/offline/send";
import { databaseName, indexedDbStore, type OutboxEntry, type OutboxResponse, type OutboxStore, type OutboxWalk } from "@/lib/offline/store";

const DRAFTS = "daymark.draft.";

/** What waits for the server: entries, answers to alerts, and timed walks. */
type Waiting = { entries: OutboxEntry[]; answers: OutboxResponse[]; walks: OutboxWalk[] };

/** What signing out takes away: what is not sent, how much of it other accounts have on this device, and a check-in that was only begun. */
export type Unsent = Waiting & { ofOthers: number; hasDraft: boolean };

/** @throws when the browser's storage does not answer: what waits there is then unknown, not nothing */
export async function findUnsent(userId: string): Promise<Unsent> {
  const store = await openDeviceStore(userId);
  const waiting = await Promise.all((await storesBut(userId)).map(unsentIn));
  const ofOthers = waiting.reduce((sum, { entries, answers, walks }) => sum + entries.length + answers.length + walks.length, 0);
  return { ...await unsentIn(store), ofOthers, hasDraft: hasDraft() };
}

/** Where anything of an account may be kept, on the device and in this tab. */
async function storesBut(userId: string | null): Promise<OutboxStore[]> {
  const owners = (await databaseNames().catch(() => [])).map((name) => name.slice(databaseName("").length));
  const isOther = (owner: string) => owner !== userId;
  return [...owners.filter(isOther).map(indexedDbStore), ...tabOwners().filter(isOther).map(tabStore)];
}

async function unsentIn(store: OutboxStore): Promise<Waiting> {
  try {
    return { entries: (await store.entries()).filter(({ state }) => state !== "sent"), answers: await answersIn(store), walks: await walksIn(store) };
  } finally {
    await store.close();
  }
}

/** Answers that are not sent. That an alert was shown is no answer: nobody wrote it. */
const answersIn = async (store: OutboxStore): Promise<OutboxResponse[]> =>
  (await store.responses()).filter(({ state, response }) => state !== "sent" && response.response !== undefined);

const walksIn = async (store: OutboxStore): Promise<OutboxWalk[]> => (await store.walks()).filter(({ state }) => state !== "sent");

/** Sends what waits, refused entries too, once. Null when nothing is left; else why something is. */
export async function sendUnsent(userId: string): Promise<SyncState["reason"]> {
  const store = await openDeviceStore(userId);
  const sending = { store, userId, fetch: (...request: Parameters<typeof fetch>) => fetch(...request), now: () => new Date() };
  const outbox = createOutbox(sending);
  try {
    await outbox.tryAgain();
    const { reason } = outbox.getState();
    const isLeft = async () => (await answersIn(store)).length + (await walksIn(store)).length > 0;
    if (reason !== null || !(await isLeft())) return reason;
    // The outbox tells of entries alone: what keeps an answer or a walk back is asked for.
    const outcome = await sendWaiting(sending);
    if (outcome !== "sent") return outcome;
    return (await isLeft()) ? "refused" : null;
  } finally {
    outbox.stop();
    await store.close();
  }
}

/**
 * Where a session has ended, the copies of diaries go, and what was sent: who ended it from elsewhere may not have the device any more.
 * What waits and what was begun stay, because nowhere else are they kept. It never fails.
 */
export async function forgetCopies(): Promise<void> {
  await Promise.allSettled((await storesBut(null)).map(async (store) => {
    try {
      const isSent = ({ state }: { state: string }) => state === "sent";
      await store.removeContexts();
      await store.removeEntries((await store.entries()).filter(isSent).map(({ key }) => key));
      await store.removeResponses((await store.responses()).filter(isSent).map(({ key }) => key));
      await store.removeWalks((await store.walks()).filter(isSent).map(({ key }) => key));
    } finally {
      await store.close();
    }
  }));
}

/**
 * After signing out nothing of Daymark is left on this device: databases, kept choices, caches, workers. The answer to signing out asks
 * the browser for the same; this is for browsers that do not listen. It never fails: what cannot be reached was not kept.
 */
export async function clearDevice(): Promise<void> {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      storage().clear();
    } catch {
      // A browser that refuses storage kept nothing.
    }
  }
  await Promise.allSettled([
    databaseNames().then((names) => Promise.all(names.map((name) => Dexie.delete(name)))),
    (async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))))(),
    (async () => Promise.all((await navigator.serviceWorker.getRegistrations()).map((worker) => worker.unregister())))(),
  ]);
}

function hasDraft(): boolean {
  return [() => localStorage, () => sessionStorage].some((storage) => {
    try {
      return Object.keys(storage()).some((key) => key.startsWith(DRAFTS));
    } catch {
      return false;
    }
  });
}
