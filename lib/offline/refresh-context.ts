import { openDeviceStore } from "@/lib/offline/device-store";
import { loadContext } from "@/lib/offline/local-context";
import { safeStore, type OutboxStore } from "@/lib/offline/store";

type Refreshing = { userId: string; diaryId: string; store?: OutboxStore; fetch?: typeof globalThis.fetch; now?: () => Date };

/** Older than any copy that counts as whole. */
const LONG_AGO = new Date(0);

/**
 * After a change of what the rules read, such as a medicine: a fresh copy of the diary on this device, so that a check without a
 * network knows it too. When none can be had now, the copy that is there counts as old: a check against it then says that not
 * everything could be checked. It never fails.
 */
export async function refreshContext({ userId, diaryId, store: given, fetch = (input, init) => globalThis.fetch(input, init), now = () => new Date() }: Refreshing): Promise<void> {
  try {
    const store = given ?? safeStore(await openDeviceStore(userId), () => undefined);
    try {
      const fallback = { diaryId, ownerId: userId, profile: {}, medications: [], relapses: [], history: [] };
      const { from } = await loadContext({ store, diaryId, fallback, fetch, now });
      const kept = from === "fresh" ? undefined : await store.context(diaryId);
      if (kept) await store.putContext({ ...kept, keptAt: LONG_AGO.toISOString() });
    } finally {
      await store.close();
    }
  } catch {
    // Nothing is kept on this device then, so nothing on it is old.
  }
}
