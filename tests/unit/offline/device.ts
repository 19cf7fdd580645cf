import { vi } from "vitest";
import type { OutboxEntry } from "@/lib/offline/store";

/** Storage as the browser has it: kept keys are properties. */
function storage(kept: Record<string, string>): Storage {
  const made: Record<string, string> = { ...kept };
  const methods = {
    getItem: (key: string) => (Object.hasOwn(made, key) ? made[key]! : null),
    setItem: (key: string, value: string) => { made[key] = value; },
    removeItem: (key: string) => { Reflect.deleteProperty(made, key); },
    clear: () => { for (const key of Object.keys(made)) Reflect.deleteProperty(made, key); },
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(made, name, { value });
  return made as unknown as Storage;
}

/** A browser with its storage, on a page of one's own or of a shared device. */
export function useDevice({ isShared = false, local = {}, session = {} }: { isShared?: boolean; local?: Record<string, string>; session?: Record<string, string> } = {}) {
  const device = { local: storage(local), session: storage(session) };
  vi.stubGlobal("localStorage", device.local);
  vi.stubGlobal("sessionStorage", device.session);
  vi.stubGlobal("document", { querySelector: (what: string) => (isShared && what === "[data-shared]" ? {} : null) });
  return device;
}

export const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

export async function deleteDatabases(): Promise<void> {
  for (const name of await databases()) {
    await new Promise((resolve) => {
      const deleting = indexedDB.deleteDatabase(name!);
      deleting.onsuccess = deleting.onerror = resolve;
    });
  }
}

export const anEntry = (userId: string, id: string, state: OutboxEntry["state"], order = 1): OutboxEntry => ({
  key: `${id}:1`, order, diaryId: "d", userId, state, madeAt: "2026-03-10T20:00:00.000Z",
  checkIn: {
    id, revision: 1, recordedAt: "2026-03-10T20:00:00.000Z", enteredAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London", note: "private",
    scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
  },
});
