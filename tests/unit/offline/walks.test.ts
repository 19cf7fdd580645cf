import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDeviceStore, tabStore } from "@/lib/offline/device-store";
import { entriesFile } from "@/lib/offline/entries-file";
import { findUnsent, forgetCopies, sendUnsent } from "@/lib/offline/leave";
import { loadContext } from "@/lib/offline/local-context";
import { createOutbox } from "@/lib/offline/outbox";
import { indexedDbStore, memoryStore, type OutboxStore } from "@/lib/offline/store";
import { timedWalkSchema, type TimedWalkInput } from "@/lib/schemas/measure";
import type { RuleContextWire } from "@/lib/schemas/rule-context";
import { databases, deleteDatabases, useDevice } from "@/tests/unit/offline/device";

const ANN = "01920000-0000-7000-8000-00000000000a";
const walk: TimedWalkInput = timedWalkSchema.parse({
  id: "01920000-0000-7000-8000-000000000001", kind: "timed-walk", recordedAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London",
  details: { aid: "one-aid", runs: [{ kind: "timed", seconds: 6.1, by: "phone" }, { kind: "timed", seconds: 6.3, by: "phone" }] },
});
const offline: typeof fetch = () => Promise.reject(new TypeError("offline"));
type Call = { url: string; method: string | undefined; body: unknown; meantFor: string | null };

/** A server that answers a walk with one status, and remembers what it was asked. */
function server(status: number, code?: string) {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({ url: String(input), method: init?.method, body: init?.body, meantFor: new Headers(init?.headers).get("x-daymark-user") });
    if (String(input) === "/api/session") return Response.json({ userId: ANN });
    return Response.json(code ? { error: { code } } : {}, { status });
  };
  return { fetch, calls };
}
const outboxOf = (store: OutboxStore, fetch: typeof globalThis.fetch) => createOutbox({ store, userId: ANN, fetch, now: () => new Date("2026-03-10T20:00:00Z"), setTimer: () => 0, clearTimer: () => undefined });

afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDatabases();
});

describe("a timed walk in the outbox", () => {
  it("is kept without a network and sent once there is one, to its own address and for its own account", async () => {
    const store = memoryStore();
    const without = outboxOf(store, offline);
    await without.saveWalk("d", walk);
    await without.sendNow();
    expect(await store.walks()).toMatchObject([{ key: walk.id, state: "waiting" }]);
    const { fetch, calls } = server(200);
    await outboxOf(store, fetch).sendNow();
    expect(calls.at(-1)).toEqual({ url: `/api/diaries/d/measures/${walk.id}`, method: "PUT", body: JSON.stringify(walk), meantFor: ANN });
    expect(await store.walks()).toMatchObject([{ state: "sent" }]);
  });
  it("kept twice is one walk", async () => {
    const store = memoryStore();
    const outbox = outboxOf(store, offline);
    await outbox.saveWalk("d", walk);
    await outbox.saveWalk("d", walk);
    expect(await store.walks()).toHaveLength(1);
  });
  it.each([
    { status: 404, code: "not-found", state: "refused" }, { status: 400, code: "invalid", state: "refused" }, { status: 409, code: "conflict", state: "refused" },
    { status: 409, code: "other-account", state: "waiting" }, { status: 401, code: "session-ended", state: "waiting" }, { status: 500, code: "unexpected", state: "waiting" }, { status: 429, code: "too-many", state: "waiting" },
  ])("answered with $status $code is $state, and never lost", async ({ status, code, state }) => {
    const store = memoryStore();
    const outbox = outboxOf(store, server(status, code).fetch);
    await outbox.saveWalk("d", walk);
    await outbox.sendNow();
    expect(await store.walks()).toMatchObject([{ key: walk.id, state }]);
  });
  it("that was refused is sent again when the person asks, and goes when they delete it", async () => {
    const store = memoryStore();
    const refusing = outboxOf(store, server(404, "not-found").fetch);
    await refusing.saveWalk("d", walk);
    await refusing.sendNow();
    await outboxOf(store, server(200).fetch).tryAgain();
    expect(await store.walks()).toMatchObject([{ state: "sent" }]);
    await refusing.discardWalk(walk.id);
    expect(await store.walks()).toEqual([]);
  });
  it("of another account is never sent", async () => {
    const store = memoryStore();
    await store.putWalk({ key: walk.id, order: 1, diaryId: "d", userId: "someone-else", walk, state: "waiting", madeAt: walk.recordedAt });
    const { fetch, calls } = server(200);
    await outboxOf(store, fetch).sendNow();
    expect(calls).toEqual([]);
  });
});

describe("a kept walk", () => {
  it("lasts in the database of the device, beside what an older version kept there", async () => {
    const store = indexedDbStore(ANN);
    const outbox = outboxOf(store, offline);
    await outbox.saveWalk("d", walk);
    await outbox.sendNow();
    await store.close();
    const next = indexedDbStore(ANN);
    expect(await next.walks()).toMatchObject([{ walk }]);
    expect(await next.entries()).toEqual([]);
    await next.close();
  });
  it("goes once the server's copy of the diary was read after it was sent, not before", async () => {
    const fallback: RuleContextWire = { diaryId: "d", ownerId: ANN, profile: {}, medications: [], relapses: [], history: [] };
    const store = memoryStore();
    await outboxOf(store, server(200).fetch).saveWalk("d", walk);
    await vi.waitFor(async () => expect(await store.walks()).toMatchObject([{ state: "sent" }]));
    await store.putWalk({ key: "b", order: 9, diaryId: "d", userId: ANN, walk: { ...walk, id: "b" }, state: "waiting", madeAt: walk.recordedAt });
    await loadContext({ store, diaryId: "d", fallback, fetch: offline, now: () => new Date() });
    expect(await store.walks()).toHaveLength(2);
    await loadContext({ store, diaryId: "d", fallback, fetch: async () => Response.json(fallback), now: () => new Date() });
    expect((await store.walks()).map(({ key }) => key)).toEqual(["b"]);
  });
});

describe("on a shared device", () => {
  it("a walk waits in the tab, and no database holds it", async () => {
    useDevice({ isShared: true });
    const store = await openDeviceStore(ANN);
    await outboxOf(store, offline).saveWalk("d", walk);
    expect(await tabStore(ANN).walks()).toMatchObject([{ walk, state: "waiting" }]);
    expect(await databases()).toEqual([]);
  });
  it("a walk that waited on the device before is brought along, and a sent one is not", async () => {
    useDevice();
    const own = indexedDbStore(ANN);
    for (const [key, state] of [["a", "waiting"], ["b", "sent"]] as const) await own.putWalk({ key, order: 1, diaryId: "d", userId: ANN, walk, state, madeAt: walk.recordedAt });
    await own.close();
    useDevice({ isShared: true });
    expect((await (await openDeviceStore(ANN)).walks()).map(({ key }) => key)).toEqual(["a"]);
    expect(await databases()).toEqual([]);
  });
});

describe("before signing out", () => {
  it("a walk that is not sent is found, can be saved as a file, and is sent when asked", async () => {
    useDevice();
    const store = indexedDbStore(ANN);
    await store.putWalk({ key: walk.id, order: 1, diaryId: "d", userId: ANN, walk, state: "waiting", madeAt: walk.recordedAt });
    await store.close();
    const { walks, ...more } = await findUnsent(ANN);
    expect([walks.length, more]).toEqual([1, { entries: [], answers: [], ofOthers: 0, hasDraft: false }]);
    expect(JSON.parse(entriesFile([], "x", new Date(), [], walks).text)).toMatchObject({ timedWalks: [{ ...walk, diaryId: "d" }] });
    vi.stubGlobal("fetch", offline);
    expect(await sendUnsent(ANN)).toBe("offline");
    vi.stubGlobal("fetch", server(404, "not-found").fetch);
    expect(await sendUnsent(ANN)).toBe("refused");
    vi.stubGlobal("fetch", server(200).fetch);
    expect(await sendUnsent(ANN)).toBeNull();
    expect((await findUnsent(ANN)).walks).toEqual([]);
  });
  it("where a session has ended, sent walks go and waiting ones stay", async () => {
    useDevice();
    const store = indexedDbStore(ANN);
    for (const [key, state] of [["a", "waiting"], ["b", "sent"]] as const) await store.putWalk({ key, order: 1, diaryId: "d", userId: ANN, walk, state, madeAt: walk.recordedAt });
    await store.close();
    await forgetCopies();
    const next = indexedDbStore(ANN);
    expect((await next.walks()).map(({ key }) => key)).toEqual(["a"]);
    await next.close();
  });
});
