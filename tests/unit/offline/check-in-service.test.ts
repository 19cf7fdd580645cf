import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { newDraft } from "@/lib/domain/check-in/flow";
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

describe("what could not be checked", () => {
  const draft = { ...newDraft("2026-03-10"), scores: checkIn.scores };

  it.each([
    { keptAt: "2026-03-08T20:00:00.000Z", isWhole: true },
    { keptAt: "2026-03-08T19:59:59.000Z", isWhole: false },
  ])("a copy of the diary from $keptAt makes a whole check: $isWhole", async ({ keptAt, isWhole }) => {
    const store = memoryStore();
    await store.putContext({ diaryId: "d", keptAt, context: fallback });
    const service = await open(store);
    expect(service.judge(draft).isWhole).toBe(isWhole);
    await service.close();
  });
  it("is kept on the entry as the server answered, and told to those who listen", async () => {
    const store = memoryStore();
    const service = await open(store, async (input) => {
      if (String(input) === "/api/session") return Response.json({ userId: ANN });
      if (String(input).endsWith("/context")) return Response.json(fallback);
      return Response.json({ results: [{ status: "stored", id: "a", revision: 1, alerts: [], couldNotCheck: ["chest-pain"] }] });
    });
    const told: (string[] | undefined)[] = [];
    service.outbox.onSent((entry) => told.push(entry.couldNotCheck));
    await service.keep(checkIn);
    await service.outbox.sendNow();
    expect(told).toEqual([["chest-pain"]]);
    expect(await store.entries()).toMatchObject([{ state: "sent", couldNotCheck: ["chest-pain"] }]);
    await service.close();
  });
});

describe("a part of the profile", () => {
  const answering = (status: number, body: unknown): typeof fetch => async (input) => {
    if (String(input).endsWith("/profile")) return new Response(JSON.stringify(body), { status });
    throw new TypeError("offline");
  };
  it("holds for the rules of the page, and of the next one, once the server has it", async () => {
    const store = memoryStore();
    const service = await open(store, answering(200, { profile: { country: "IE" } }));
    expect(await service.saveProfile({ country: "IE" })).toBe("saved");
    expect(service.profile()).toEqual({ country: "IE" });
    expect((await store.context("d"))?.context.profile).toEqual({ country: "IE" });
    await service.close();
  });
  it("says when there is no network, or the server did not take it, and changes nothing", async () => {
    for (const [fetch, outcome] of [[offline, "offline"], [answering(400, { error: { code: "invalid" } }), "failed"], [answering(200, "?"), "failed"]] as const) {
      const service = await open(memoryStore(), fetch);
      expect(await service.saveProfile({ country: "IE" })).toBe(outcome);
      expect(service.profile()).toEqual({});
      await service.close();
    }
  });
});

describe("what was told", () => {
  it("is known without a network, with what was answered on this device", async () => {
    const store = memoryStore();
    const service = await open(store);
    await service.keep({ ...checkIn, deviceAlerts: [{ ruleId: "leg-clot", ruleVersion: 1, tier: "URGENT", evidence: [], shownAt: checkIn.enteredAt }] });
    expect(service.told()).toMatchObject([{ checkInId: "a", ruleId: "leg-clot", shownAt: new Date(checkIn.enteredAt), response: null }]);
    await service.respond([{ checkInId: "a", revision: 1, ruleId: "leg-clot", response: "got-help", respondedAt: checkIn.enteredAt }]);
    await service.close();
    const next = await open(store);
    expect(next.told()).toMatchObject([{ ruleId: "leg-clot", response: "got-help" }]);
    await next.close();
  });
});
