import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findUnsent, forgetDiary } from "@/lib/offline/leave";
import { databaseName, indexedDbStore, type OutboxEntry } from "@/lib/offline/store";

const ANN = "01920000-0000-7000-8000-00000000000a";
const entry = (id: string, state: OutboxEntry["state"]): OutboxEntry => ({
  key: `${id}:1`, order: 1, diaryId: "d", userId: ANN, state, madeAt: "2026-03-10T20:00:00.000Z",
  checkIn: {
    id, revision: 1, recordedAt: "2026-03-10T20:00:00.000Z", enteredAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London", note: "private",
    scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
  },
});

async function keep(...entries: OutboxEntry[]) {
  const store = indexedDbStore(ANN);
  for (const each of entries) await store.putEntry(each);
  await store.putContext({ diaryId: "d", keptAt: "2026-03-10T20:00:00.000Z", context: { diaryId: "d", ownerId: ANN, profile: {}, medications: [], relapses: [], history: [] } });
  await store.close();
}
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

let local: Record<string, unknown>;
beforeEach(() => {
  local = { "daymark.draft.d": "{}", "daymark.draft.d.x": "{}", "daymark.look": "{}" };
  Object.defineProperty(local, "removeItem", { value: (key: string) => { Reflect.deleteProperty(local, key); } });
  vi.stubGlobal("localStorage", local);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(databaseName(ANN));
    deleting.onsuccess = deleting.onerror = resolve;
  });
});

it("leaves nothing of the diary on the device when nothing waits", async () => {
  await keep(entry("a", "sent"));
  expect(await findUnsent(ANN)).toEqual({ entries: 0, hasDraft: true });
  await forgetDiary(ANN);
  expect(await names()).not.toContain(databaseName(ANN));
  expect(Object.keys(local)).toEqual(["daymark.look"]);
});
it("keeps only what was never sent", async () => {
  await keep(entry("a", "sent"), entry("b", "waiting"), entry("c", "refused"));
  expect(await findUnsent(ANN)).toEqual({ entries: 2, hasDraft: true });
  await forgetDiary(ANN);
  const store = indexedDbStore(ANN);
  expect((await store.entries()).map(({ key }) => key).sort()).toEqual(["b:1", "c:1"]);
  expect(await store.context("d")).toBeUndefined();
  await store.close();
});
