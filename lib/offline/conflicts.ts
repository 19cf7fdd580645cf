import { openDeviceStore } from "@/lib/offline/device-store";
import { isSharedDevice } from "@/lib/offline/device-storage";
import { createOutbox } from "@/lib/offline/outbox";
import { moveResponses } from "@/lib/offline/send";
import type { SentEntry } from "@/lib/offline/send-entry";
import { safeStore, type OutboxEntry, type OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

/** Revisions that the server did not take because the entry was changed elsewhere too, oldest first. */
export async function findConflicts(userId: string): Promise<OutboxEntry[]> {
  const store = await openDeviceStore(userId);
  try {
    return conflictsIn(await store.entries());
  } finally {
    await store.close();
  }
}

const conflictsIn = (entries: readonly OutboxEntry[]) =>
  entries.filter(({ state, refusal }) => state === "refused" && refusal?.kind === "conflict").sort((one, other) => one.order - other.order);

/** What the person chose: the version of this device, or the one that is stored. */
export type Choice = "mine" | "stored";

type Settling = {
  userId: string;
  /** the stored version as its next revision, as if it were saved again: its number is the first that is free, `enteredAt` when the entry was first typed */
  stored: CheckInInput;
  choice: Choice;
  now?: () => Date;
  fetch?: typeof fetch;
  store?: OutboxStore;
};

/**
 * Settles a conflict so that nothing is lost: the versions of this device are stored after the one that stands, and when the stored
 * one was chosen, it is stored once more after them. Whichever counts is then the newest, and the other one is an earlier version.
 */
export async function settleConflict({ userId, stored, choice, now = () => new Date(), fetch: send, store: given }: Settling): Promise<SentEntry> {
  const lost = { isLost: false };
  const store = safeStore(given ?? await openDeviceStore(userId), () => { lost.isLost = true; });
  const outbox = createOutbox({ store, userId, fetch: send ?? ((input, init) => fetch(input, init)), now });
  try {
    const mine = conflictsIn(await store.entries()).filter(({ checkIn }) => checkIn.id === stored.id);
    const kept = mine.map(({ refusal: _refusal, ...entry }, place) => numbered(entry, stored.revision + place));
    const newest = mine.at(-1);
    if (!newest) return "sent"; // settled in another tab
    const again: CheckInInput = { ...stored, revision: stored.revision + mine.length };
    const order = Math.max(now().getTime(), ...mine.map((entry) => entry.order)) + 1;
    const last = { ...numbered({ ...newest, checkIn: again, madeAt: now().toISOString() }, again.revision), order: order + mine.length };
    const wanted = [...kept.map((entry, place) => ({ ...entry, order: order + place })), ...(choice === "stored" ? [last] : [])];
    // From the highest number down: a number that is taken belongs to one that was put away already.
    for (const entry of wanted.toReversed()) await store.putEntry(entry);
    for (const [place, { checkIn }] of [...mine.entries()].toReversed()) await moveResponses(store, checkIn.id, checkIn.revision, stored.revision + place);
    const keys = new Set(wanted.map(({ key }) => key));
    await store.removeEntries(mine.map(({ key }) => key).filter((key) => !keys.has(key)));
    await outbox.sendNow();
    if (outbox.getState().dropped.some(({ checkIn }) => checkIn.id === stored.id)) return "gone";
    const states = (await store.entries()).filter(({ checkIn }) => checkIn.id === stored.id).map(({ state }) => state);
    if (states.includes("refused")) return "refused";
    return states.every((state) => state === "sent") ? "sent" : lost.isLost ? "lost" : isSharedDevice() ? "held" : "kept";
  } finally {
    outbox.stop();
    await store.close();
  }
}

function numbered({ refusal: _refusal, ...entry }: OutboxEntry, revision: number): OutboxEntry {
  return { ...entry, key: `${entry.checkIn.id}:${revision}`, checkIn: { ...entry.checkIn, revision }, state: "waiting" };
}
