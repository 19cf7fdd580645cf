import Dexie from "dexie";
import { databaseNames, openDeviceStore, tabOwners, tabStore } from "@/lib/offline/device-store";
import { createOutbox, type SyncState } from "@/lib/offline/outbox";
import { databaseName, indexedDbStore, type OutboxEntry, type OutboxStore } from "@/lib/offline/store";

const DRAFTS = "daymark.draft.";

/** What signing out takes away: entries that are not sent, those of other accounts on this device, and a check-in that was only begun. */
export type Unsent = { entries: OutboxEntry[]; ofOthers: number; hasDraft: boolean };

/** @throws when the browser's storage does not answer: what waits there is then unknown, not nothing */
export async function findUnsent(userId: string): Promise<Unsent> {
  const store = await openDeviceStore(userId);
  const waiting = await Promise.all((await storesBut(userId)).map(unsentIn));
  return { entries: await unsentIn(store), ofOthers: waiting.flat().length, hasDraft: hasDraft() };
}

/** Where anything of an account may be kept, on the device and in this tab. */
async function storesBut(userId: string | null): Promise<OutboxStore[]> {
  const owners = (await databaseNames().catch(() => [])).map((name) => name.slice(databaseName("").length));
  const isOther = (owner: string) => owner !== userId;
  return [...owners.filter(isOther).map(indexedDbStore), ...tabOwners().filter(isOther).map(tabStore)];
}

async function unsentIn(store: OutboxStore): Promise<OutboxEntry[]> {
  try {
    return (await store.entries()).filter(({ state }) => state !== "sent");
  } finally {
    await store.close();
  }
}

/** Sends what waits, refused entries too, once. Null when nothing is left; else why something is. */
export async function sendUnsent(userId: string): Promise<SyncState["reason"]> {
  const store = await openDeviceStore(userId);
  const outbox = createOutbox({ store, userId, fetch: (input, init) => fetch(input, init), now: () => new Date() });
  try {
    await outbox.tryAgain();
    return outbox.getState().reason;
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
