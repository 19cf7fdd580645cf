import Dexie from "dexie";
import { isSharedDevice } from "@/lib/offline/device-storage";
import { databaseName, indexedDbStore, inTime, type KeptContext, type OutboxEntry, type OutboxResponse, type OutboxStore, type OutboxWalk } from "@/lib/offline/store";

const TAB = "daymark.tab.";

/** The copy of the diary on a shared device: in the memory of the page, where no file of the browser holds it. */
const contexts = new Map<string, KeptContext>();

/** For a shared device: entries wait as long as the tab is open, also when the page is loaded again. */
export function tabStore(userId: string): OutboxStore {
  type Kept = { entries: OutboxEntry[]; responses: OutboxResponse[]; walks: OutboxWalk[] };
  const read = (): Kept => ({ entries: [], responses: [], walks: [], ...(JSON.parse(sessionStorage.getItem(TAB + userId) ?? "null") as Partial<Kept> | null) });
  /** Nothing else runs between reading and writing: two stores of one tab never overwrite each other. */
  const change = async (work: (kept: Kept) => Partial<Kept>) => {
    const kept = read();
    sessionStorage.setItem(TAB + userId, JSON.stringify({ ...kept, ...work(kept) }));
  };
  const put = <T extends { key: string; order: number }>(items: T[], item: T) =>
    [...items.filter(({ key }) => key !== item.key), item].sort((one, other) => one.order - other.order);
  return {
    putEntry: (entry) => change(({ entries }) => ({ entries: put(entries, entry) })),
    putResponse: (response) => change(({ responses }) => ({ responses: put(responses, response) })),
    settleResponse: ({ key, order }, state) => change(({ responses }) => ({
      responses: responses.map((kept) => (kept.key === key && kept.order === order ? { ...kept, state } : kept)),
    })),
    entries: async () => read().entries,
    responses: async () => read().responses,
    removeEntries: (keys) => change(({ entries }) => ({ entries: entries.filter(({ key }) => !keys.includes(key)) })),
    removeResponses: (keys) => change(({ responses }) => ({ responses: responses.filter(({ key }) => !keys.includes(key)) })),
    putWalk: (walk) => change(({ walks }) => ({ walks: put(walks, walk) })),
    walks: async () => read().walks,
    removeWalks: (keys) => change(({ walks }) => ({ walks: walks.filter(({ key }) => !keys.includes(key)) })),
    putContext: async (kept) => void contexts.set(`${userId}:${kept.diaryId}`, kept),
    context: async (diaryId) => contexts.get(`${userId}:${diaryId}`),
    removeContexts: async () => contexts.clear(),
    close: () => undefined,
  };
}

/** The accounts of which this tab keeps something; none where the browser refuses storage. */
export function tabOwners(): string[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) => (key.startsWith(TAB) ? [key.slice(TAB.length)] : []));
  } catch {
    return [];
  }
}

/**
 * Where an account's entries wait on this device. What waits in the other place, because an earlier session was of the other kind,
 * is brought along; on a shared device its database then goes.
 */
export async function openDeviceStore(userId: string): Promise<OutboxStore> {
  const isShared = isSharedDevice();
  const store = isShared ? tabStore(userId) : indexedDbStore(userId);
  try {
    await inTime(isShared ? emptyDatabase(userId, store) : emptyTab(userId, store));
  } catch {
    // It stays where it is, and is brought along the next time.
  }
  return store;
}

async function emptyDatabase(userId: string, store: OutboxStore): Promise<void> {
  if (!(await databaseNames()).includes(databaseName(userId))) return;
  await bringUnsent(indexedDbStore(userId), store);
  await Dexie.delete(databaseName(userId));
}

async function emptyTab(userId: string, store: OutboxStore): Promise<void> {
  if (sessionStorage.getItem(TAB + userId) === null) return;
  await bringUnsent(tabStore(userId), store);
  sessionStorage.removeItem(TAB + userId);
}

/** First put, then taken away: an interruption leaves an entry twice, which is harmless, and never nowhere. */
async function bringUnsent(from: OutboxStore, to: OutboxStore): Promise<void> {
  try {
    for (const entry of await from.entries()) if (entry.state !== "sent") await to.putEntry(entry);
    for (const response of await from.responses()) if (response.state !== "sent") await to.putResponse(response);
    for (const walk of await from.walks()) if (walk.state !== "sent") await to.putWalk(walk);
  } finally {
    await from.close();
  }
}

/** The databases of Daymark on this device, one an account; none where the browser does not tell. */
export async function databaseNames(): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name?.startsWith(databaseName("")) ? [name] : []));
}
