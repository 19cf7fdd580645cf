import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tabStore } from "@/lib/offline/device-store";
import { clearDevice, findUnsent, forgetCopies, sendUnsent } from "@/lib/offline/leave";
import { indexedDbStore, type OutboxEntry, type OutboxResponse } from "@/lib/offline/store";
import { anEntry, databases, deleteDatabases, useDevice } from "@/tests/unit/offline/device";

const ANN = "01920000-0000-7000-8000-00000000000a";
const BEN = "01920000-0000-7000-8000-00000000000b";

async function keep(userId: string, ...entries: OutboxEntry[]) {
  const store = indexedDbStore(userId);
  for (const each of entries) await store.putEntry(each);
  await store.putContext({ diaryId: "d", keptAt: "2026-03-10T20:00:00.000Z", context: { diaryId: "d", ownerId: userId, profile: {}, medications: [], relapses: [], history: [] } });
  await store.close();
}

const anAnswer = (userId: string, ruleId: string, state: OutboxResponse["state"], more: Partial<OutboxResponse["response"]> = { response: "called", respondedAt: "2026-03-10T20:01:00.000Z" }): OutboxResponse =>
  ({ key: `a:1:${ruleId}`, order: 1, diaryId: "d", userId, state, response: { checkInId: "a", revision: 1, ruleId, ...more } });

async function keepAnswers(userId: string, ...answers: OutboxResponse[]) {
  const store = indexedDbStore(userId);
  for (const each of answers) await store.putResponse(each);
  await store.close();
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDatabases();
});

describe("before signing out", () => {
  it("nothing is named when all was sent", async () => {
    useDevice();
    await keep(ANN, anEntry(ANN, "a", "sent"));
    expect(await findUnsent(ANN)).toEqual({ entries: [], answers: [], walks: [], ofOthers: 0, hasDraft: false });
  });
  it("what is not sent is found: one's own, refused ones too, and how many of others", async () => {
    useDevice({ local: { "daymark.draft.d": "{}" } });
    await keep(ANN, anEntry(ANN, "a", "sent", 1), anEntry(ANN, "b", "waiting", 2), anEntry(ANN, "c", "refused", 3));
    await keep(BEN, anEntry(BEN, "d", "waiting"), anEntry(BEN, "e", "sent"));
    const { entries, ...more } = await findUnsent(ANN);
    expect(entries.map(({ key }) => key)).toEqual(["b:1", "c:1"]);
    expect(more).toEqual({ answers: [], walks: [], ofOthers: 1, hasDraft: true });
  });
  it("answers to alerts that are not sent are found, one's own and those of others; that an alert was shown is none", async () => {
    useDevice();
    const shown = { shownAt: "2026-03-10T20:00:30.000Z" };
    await keepAnswers(ANN, anAnswer(ANN, "one", "sent"), anAnswer(ANN, "two", "waiting"), anAnswer(ANN, "three", "refused"), anAnswer(ANN, "four", "waiting", shown));
    await keepAnswers(BEN, anAnswer(BEN, "one", "waiting"), anAnswer(BEN, "two", "sent"));
    const { answers, ...more } = await findUnsent(ANN);
    expect(answers.map(({ response }) => response.ruleId).sort()).toEqual(["three", "two"]);
    expect(more).toEqual({ entries: [], walks: [], ofOthers: 1, hasDraft: false });
  });
  it("a database that does not open counts as unknown, not as empty", async () => {
    useDevice();
    const opening = vi.spyOn(indexedDB, "open").mockImplementation(() => { throw new Error("locked"); });
    await expect(findUnsent(ANN)).rejects.toThrow();
    opening.mockRestore();
  });
  it("on a shared device what waits in the tab for another account is named too", async () => {
    useDevice({ isShared: true });
    await tabStore(BEN).putEntry(anEntry(BEN, "d", "waiting"));
    expect(await findUnsent(ANN)).toEqual({ entries: [], answers: [], walks: [], ofOthers: 1, hasDraft: false });
  });
  it("a draft in the tab of a shared device is found, and no database is made by looking", async () => {
    useDevice({ isShared: true, session: { "daymark.draft.d": "{}" } });
    expect(await findUnsent(ANN)).toEqual({ entries: [], answers: [], walks: [], ofOthers: 0, hasDraft: true });
    expect(await databases()).toEqual([]);
  });
});

describe("sending before signing out", () => {
  const answering = (status: "stored" | "conflict") => vi.fn<typeof fetch>(async (input) =>
    Response.json(String(input) === "/api/session" ? { userId: ANN } : { results: [{ status, id: "b", revision: 1, newestRevision: 5, alerts: [], couldNotCheck: [] }] }));

  it("leaves nothing when the server took it", async () => {
    useDevice();
    await keep(ANN, anEntry(ANN, "b", "waiting"));
    vi.stubGlobal("fetch", answering("stored"));
    expect(await sendUnsent(ANN)).toBeNull();
    expect((await findUnsent(ANN)).entries).toEqual([]);
  });
  it.each([
    { why: "offline", fetch: () => Promise.reject(new TypeError("offline")) },
    { why: "signed-out", fetch: async () => new Response(null, { status: 401 }) },
    { why: "refused", fetch: answering("conflict") },
  ])("says why it was not sent, and it stays: $why", async ({ why, fetch }) => {
    useDevice();
    await keep(ANN, anEntry(ANN, "b", "waiting"));
    vi.stubGlobal("fetch", fetch);
    expect(await sendUnsent(ANN)).toBe(why);
    expect((await findUnsent(ANN)).entries).toHaveLength(1);
  });
});

describe("sending answers before signing out", () => {
  const answering = (status: "stored" | "not-found") => vi.fn<typeof fetch>(async (input) =>
    Response.json(String(input) === "/api/session" ? { userId: ANN } : { results: [{ status }] }));

  it("leaves nothing when the server took them", async () => {
    useDevice();
    await keepAnswers(ANN, anAnswer(ANN, "one", "waiting"));
    vi.stubGlobal("fetch", answering("stored"));
    expect(await sendUnsent(ANN)).toBeNull();
    expect((await findUnsent(ANN)).answers).toEqual([]);
  });
  it.each([
    { why: "offline", fetch: () => Promise.reject(new TypeError("offline")) },
    { why: "signed-out", fetch: async () => new Response(null, { status: 401 }) },
    { why: "refused", fetch: answering("not-found") },
  ])("says why they were not sent, and they stay: $why", async ({ why, fetch }) => {
    useDevice();
    await keepAnswers(ANN, anAnswer(ANN, "one", "waiting"));
    vi.stubGlobal("fetch", fetch);
    expect(await sendUnsent(ANN)).toBe(why);
    expect((await findUnsent(ANN)).answers).toHaveLength(1);
  });
});

describe("where a session has ended", () => {
  it("the copy of the diary and what was sent go; what waits and a draft stay", async () => {
    const { local } = useDevice({ local: { "daymark.draft.d": "{}" } });
    await keep(ANN, anEntry(ANN, "a", "sent", 1), anEntry(ANN, "b", "waiting", 2), anEntry(ANN, "c", "refused", 3));
    await forgetCopies();
    const store = indexedDbStore(ANN);
    expect((await store.entries()).map(({ key }) => key)).toEqual(["b:1", "c:1"]);
    expect(await store.context("d")).toBeUndefined();
    await store.close();
    expect(Object.keys(local)).toEqual(["daymark.draft.d"]);
  });
  it("on a shared device what was sent goes from the tab too; what waits stays as long as the tab", async () => {
    useDevice({ isShared: true });
    const tab = tabStore(ANN);
    for (const entry of [anEntry(ANN, "a", "sent", 1), anEntry(ANN, "b", "waiting", 2)]) await tab.putEntry(entry);
    await forgetCopies();
    expect((await tab.entries()).map(({ key }) => key)).toEqual(["b:1"]);
  });
  it("a browser that refuses storage does not fail", async () => {
    vi.stubGlobal("indexedDB", { databases: () => Promise.reject(new Error("refused")) });
    await expect(forgetCopies()).resolves.toBeUndefined();
  });
});

describe("after signing out", () => {
  it("nothing is left on the device, of whomever", async () => {
    const { local, session } = useDevice({ local: { "daymark.draft.d": "{}", "daymark.look": "{}", "daymark.country": "GB" }, session: { "daymark.tab.x": "{}" } });
    await keep(ANN, anEntry(ANN, "a", "sent"), anEntry(ANN, "b", "waiting"));
    await keep(BEN, anEntry(BEN, "c", "waiting"));
    await clearDevice();
    expect(await databases()).toEqual([]);
    expect([Object.keys(local), Object.keys(session)]).toEqual([[], []]);
  });
  it("caches and workers go too", async () => {
    useDevice();
    const unregister = vi.fn(async () => true);
    const cached = new Set(["pages", "scripts"]);
    vi.stubGlobal("caches", { keys: async () => [...cached], delete: async (name: string) => cached.delete(name) });
    vi.stubGlobal("navigator", { serviceWorker: { getRegistrations: async () => [{ unregister }] } });
    await clearDevice();
    expect([...cached]).toEqual([]);
    expect(unregister).toHaveBeenCalledOnce();
  });
  it("a browser that refuses all of it does not fail", async () => {
    vi.stubGlobal("indexedDB", { databases: () => Promise.reject(new Error("refused")) });
    await expect(clearDevice()).resolves.toBeUndefined();
  });
});
