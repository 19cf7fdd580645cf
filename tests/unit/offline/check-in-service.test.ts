import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { openCheckInService } from "@/lib/offline/check-in-service";
import { indexedDbStore, memoryStore, safeStore, type OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";
import type { RuleContextWire } from "@/lib/schemas/rule-context";

const ANN = "01920000-0000-7000-8000-00000000000a";
const fallback: RuleContextWire = { diaryId: "d", ownerId: ANN, profile: {}, medications: [], relapses: [], history: [] };
const checkIn: CheckInInput = {
  id: "a", revision: 1, recordedAt: "2026-03-10T20:00:00.000Z", enteredAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London",
  scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: { signs: [] }, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
};
const offline: typeof fetch = () => Promise.reject(new TypeError("offline"));
const open = (store: OutboxStore, fetch = offline) =>
  openCheckInService({ userId: ANN, diaryId: "d", alertsOn: true, fallback, store, fetch, now: () => new Date("2026-03-10T20:00:00Z") });
const slow = <T>(work: () => Promise<T>) => new Promise<T>((resolve, reject) => setTimeout(() => void work().then(resolve, reject), 40));

afterEach(() => new Promise<void>((resolve) => {
  const deleting = indexedDB.deleteDatabase(`daymark-${ANN}`);
  deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
}));

describe("closing", () => {
  it("waits until the entry is kept and only then closes the database", async () => {
    const primary = indexedDbStore(ANN);
    const service = await open({ ...primary, putEntry: (entry) => slow(() => primary.putEntry(entry)) });
    void service.keep(checkIn);
    await service.close();
    const next = indexedDbStore(ANN);
    expect(await next.entries()).toMatchObject([{ key: "a:1", state: "waiting" }]);
    await next.close();
  });
});

describe("a database that never answers", () => {
  it("is given up after its time, and the person is told", async () => {
    let lost = 0;
    const store = safeStore({ ...memoryStore(), entries: () => new Promise(() => undefined) }, () => { lost += 1; }, 20);
    expect(await store.entries()).toEqual([]);
    expect(lost).toBe(1);
    await store.close();
  });
});
