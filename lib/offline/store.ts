import Dexie, { type EntityTable, type Table } from "dexie";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import type { TimedWalkInput } from "@/lib/schemas/measure";
import type { RuleContextWire } from "@/lib/schemas/rule-context";

/** Why the server did not take an entry. It stays on the device and is shown. */
export type Refusal = { kind: "conflict"; newestRevision: number } | { kind: "invalid"; fields: Record<string, string> } | { kind: "not-found" };

export type OutboxEntry = {
  /** `id:revision`: the same pair is one entry, however often it is put */
  key: string;
  /** grows by one with each entry: the order of sending */
  order: number;
  diaryId: string;
  /** the account that made it; it is never sent as someone else */
  userId: string;
  checkIn: CheckInInput;
  state: "waiting" | "sent" | "refused";
  madeAt: string;
  sentAt?: string;
  refusal?: Refusal;
  /** the revision it was made as, when it took the number of one that the server never stored */
  madeAs?: number;
  /** alerts of the server; those the device did not raise are shown when they arrive */
  serverAlerts?: StoredAlert[];
  /** rules the server could not run: the person is told that not everything was checked */
  couldNotCheck?: string[];
};

export type OutboxResponse = { key: string; order: number; diaryId: string; userId: string; response: AlertResponseInput; state: "waiting" | "sent" | "refused" };
/** A timed walk; its key is its id. `refused`: the server did not take it; it stays on the device and is shown. */
export type OutboxWalk = { key: string; order: number; diaryId: string; userId: string; walk: TimedWalkInput; state: "waiting" | "sent" | "refused"; madeAt: string };
export type KeptContext = { diaryId: string; keptAt: string; context: RuleContextWire };

/** Where entries wait. In IndexedDB; in memory when the browser refuses it, so that sending still works. */
export type OutboxStore = {
  putEntry: (entry: OutboxEntry) => Promise<void>;
  putResponse: (response: OutboxResponse) => Promise<void>;
  /** Notes what became of a response that was sent; one that was replaced meanwhile (another order) is left as it is. */
  settleResponse: (sent: Pick<OutboxResponse, "key" | "order">, state: "sent" | "refused") => Promise<void>;
  entries: () => Promise<OutboxEntry[]>;
  responses: () => Promise<OutboxResponse[]>;
  removeEntries: (keys: string[]) => Promise<void>;
  removeResponses: (keys: string[]) => Promise<void>;
  putWalk: (walk: OutboxWalk) => Promise<void>;
  walks: () => Promise<OutboxWalk[]>;
  removeWalks: (keys: string[]) => Promise<void>;
  putContext: (kept: KeptContext) => Promise<void>;
  context: (diaryId: string) => Promise<KeptContext | undefined>;
  removeContexts: () => Promise<void>;
  close: () => void | Promise<void>;
};

export const databaseName = (userId: string) => `daymark-${userId}`;

class Database extends Dexie {
  entries!: EntityTable<OutboxEntry, "key">;
  responses!: EntityTable<OutboxResponse, "key">;
  walks!: EntityTable<OutboxWalk, "key">;
  contexts!: Table<KeptContext, string>;

  constructor(userId: string) {
    super(databaseName(userId));
    this.version(1).stores({ entries: "key, order, state", responses: "key, order, state", contexts: "diaryId" });
    this.version(2).stores({ walks: "key, order, state" });
  }
}

/** One database an account: what one person wrote is out of reach for the next who signs in on this device. */
export function indexedDbStore(userId: string): OutboxStore {
  const database = new Database(userId);
  return {
    putEntry: async (entry) => void (await database.entries.put(entry)),
    putResponse: async (response) => void (await database.responses.put(response)),
    settleResponse: async ({ key, order }, state) => void (await database.responses.where("key").equals(key).filter((kept) => kept.order === order).modify({ state })),
    entries: () => database.entries.orderBy("order").toArray(),
    responses: () => database.responses.orderBy("order").toArray(),
    removeEntries: (keys) => database.entries.bulkDelete(keys),
    removeResponses: (keys) => database.responses.bulkDelete(keys),
    putWalk: async (walk) => void (await database.walks.put(walk)),
    walks: () => database.walks.orderBy("order").toArray(),
    removeWalks: (keys) => database.walks.bulkDelete(keys),
    putContext: async (kept) => void (await database.contexts.put(kept)),
    context: (diaryId) => database.contexts.get(diaryId),
    removeContexts: () => database.contexts.clear(),
    close: () => database.close(),
  };
}

/** Lasts as long as the page. */
export function memoryStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  const responses = new Map<string, OutboxResponse>();
  const walks = new Map<string, OutboxWalk>();
  const contexts = new Map<string, KeptContext>();
  const sorted = <T extends { order: number }>(map: Map<string, T>) => [...map.values()].sort((a, b) => a.order - b.order);
  return {
    putEntry: async (entry) => void entries.set(entry.key, entry),
    putResponse: async (response) => void responses.set(response.key, response),
    settleResponse: async ({ key, order }, state) => {
      const kept = responses.get(key);
      if (kept?.order === order) responses.set(key, { ...kept, state });
    },
    entries: async () => sorted(entries),
    responses: async () => sorted(responses),
    removeEntries: async (keys) => keys.forEach((key) => entries.delete(key)),
    removeResponses: async (keys) => keys.forEach((key) => responses.delete(key)),
    putWalk: async (walk) => void walks.set(walk.key, walk),
    walks: async () => sorted(walks),
    removeWalks: async (keys) => keys.forEach((key) => walks.delete(key)),
    putContext: async (kept) => void contexts.set(kept.diaryId, kept),
    context: async (diaryId) => contexts.get(diaryId),
    removeContexts: async () => contexts.clear(),
    close: () => undefined,
  };
}

/**
 * IndexedDB, and from its first failure on memory: private windows and full disks refuse it, and then sending at once is the
 * only way to save. `onLost` is told, because the person must know that closing the page would lose the entry.
 */
export function safeStore(primary: OutboxStore, onLost: () => void, timeoutMs = ANSWER_MS): OutboxStore {
  let fallback: OutboxStore | null = null;
  const pending = new Set<Promise<unknown>>();
  const run = async <T>(work: (store: OutboxStore) => Promise<T>): Promise<T> => {
    if (fallback) return work(fallback);
    const answer = inTime(work(primary), timeoutMs);
    pending.add(answer);
    try {
      return await answer;
    } catch {
      fallback ??= memoryStore();
      onLost();
      return work(fallback);
    } finally {
      pending.delete(answer);
    }
  };
  return {
    putEntry: (entry) => run((store) => store.putEntry(entry)),
    putResponse: (response) => run((store) => store.putResponse(response)),
    settleResponse: (sent, state) => run((store) => store.settleResponse(sent, state)),
    entries: () => run((store) => store.entries()),
    responses: () => run((store) => store.responses()),
    removeEntries: (keys) => run((store) => store.removeEntries(keys)),
    removeResponses: (keys) => run((store) => store.removeResponses(keys)),
    putWalk: (walk) => run((store) => store.putWalk(walk)),
    walks: () => run((store) => store.walks()),
    removeWalks: (keys) => run((store) => store.removeWalks(keys)),
    putContext: (kept) => run((store) => store.putContext(kept)),
    context: (diaryId) => run((store) => store.context(diaryId)),
    removeContexts: () => run((store) => store.removeContexts()),
    /** What is still being kept is kept first: a closed database would leave it in the memory of a page that is gone. */
    async close() {
      while (pending.size > 0) await Promise.allSettled(pending);
      await primary.close();
    },
  };
}

/** A database that is locked by another page, or broken, may never answer. */
const ANSWER_MS = 3_000;

export function inTime<T>(work: Promise<T>, milliseconds = ANSWER_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The database did not answer")), milliseconds);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
