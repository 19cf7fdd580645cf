import { isSharedDevice } from "@/lib/offline/device-storage";
import { openDeviceStore } from "@/lib/offline/device-store";
import { createOutbox } from "@/lib/offline/outbox";
import { safeStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

/** `kept`: on this device, to be sent when it can be; `held`: the same on a shared device, until the browser closes; `refused`: the server has another newest revision; `gone`: its entry was deleted for good; `lost`: nowhere but on this page. */
export type SentEntry = "sent" | "kept" | "held" | "refused" | "gone" | "lost";

/** Keeps one revision on the device and sends it, with whatever else waits there. For pages that have no check-in of their own. */
export async function sendEntry(userId: string, diaryId: string, checkIn: CheckInInput): Promise<SentEntry> {
  const lost = { isLost: false };
  const store = safeStore(await openDeviceStore(userId), () => { lost.isLost = true; });
  const outbox = createOutbox({ store, userId, fetch: (input, init) => fetch(input, init), now: () => new Date() });
  try {
    await outbox.save(diaryId, checkIn);
    await outbox.sendNow();
    if (outbox.getState().dropped.some(({ checkIn: { id } }) => id === checkIn.id)) return "gone";
    const state = (await store.entries()).find(({ checkIn: { id, revision } }) => id === checkIn.id && revision === checkIn.revision)?.state;
    return state === "sent" || state === "refused" ? state : lost.isLost ? "lost" : isSharedDevice() ? "held" : "kept";
  } finally {
    outbox.stop();
    await store.close();
  }
}
