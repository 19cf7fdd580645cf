import Dexie from "dexie";
import { databaseName, indexedDbStore } from "@/lib/offline/store";

const DRAFTS = "daymark.draft.";

/** What signing out would leave waiting, or take away: entries that are not sent, and a check-in that was only begun. */
export async function findUnsent(userId: string): Promise<{ entries: number; hasDraft: boolean }> {
  return { entries: await countUnsent(userId), hasDraft: draftKeys().length > 0 };
}

/** A browser without storage has none waiting. */
async function countUnsent(userId: string): Promise<number> {
  const store = indexedDbStore(userId);
  try {
    return (await store.entries()).filter(({ state }) => state !== "sent").length;
  } catch {
    return 0;
  } finally {
    await store.close();
  }
}

/**
 * After signing out: the next person at this device must not read the diary. Copies, sent entries and drafts go; entries that were
 * never sent stay, because nowhere else are they kept. Where none waits, the whole database goes. It never fails.
 */
export async function forgetDiary(userId: string): Promise<void> {
  for (const key of draftKeys()) localStorage.removeItem(key);
  const store = indexedDbStore(userId);
  let isEmpty = false;
  try {
    const [entries, responses] = [await store.entries(), await store.responses()];
    const isSent = ({ state }: { state: string }) => state === "sent";
    await store.removeContexts();
    await store.removeEntries(entries.filter(isSent).map(({ key }) => key));
    await store.removeResponses(responses.filter(isSent).map(({ key }) => key));
    isEmpty = entries.every(isSent) && responses.every(({ state }) => state !== "waiting");
  } catch {
    // Without storage nothing was kept.
  } finally {
    await store.close();
  }
  if (isEmpty) await Dexie.delete(databaseName(userId)).catch(() => undefined);
}

function draftKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(DRAFTS));
  } catch {
    return [];
  }
}
