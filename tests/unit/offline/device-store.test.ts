import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startFlow, newDraft } from "@/lib/domain/check-in/flow";
import { openCheckInService } from "@/lib/offline/check-in-service";
import { openDeviceStore, tabStore } from "@/lib/offline/device-store";
import { forgetDraft, keepDraft, readDraft } from "@/lib/offline/draft";
import { sendEntry } from "@/lib/offline/send-entry";
import { indexedDbStore } from "@/lib/offline/store";
import { anEntry, databases, deleteDatabases, useDevice } from "@/tests/unit/offline/device";

const ANN = "01920000-0000-7000-8000-00000000000a";
const fallback = { diaryId: "d", ownerId: ANN, profile: {}, medications: [], relapses: [], history: [] };
const offline = () => Promise.reject(new TypeError("offline"));

afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDatabases();
});

describe("on a shared device", () => {
  it("a check-in that cannot be sent waits in the tab, and nothing is stored on the device", async () => {
    const { local, session } = useDevice({ isShared: true });
    const service = await openCheckInService({ userId: ANN, diaryId: "d", alertsOn: true, fallback, fetch: offline });
    await service.keep(anEntry(ANN, "a", "waiting").checkIn);
    await service.outbox.sendNow();
    expect(service.outbox.getState()).toMatchObject({ kind: "saved-here", isShared: true, isKept: true, waiting: [{ key: "a:1" }] });
    await service.close();
    expect(await databases()).toEqual([]);
    expect([Object.keys(local), Object.keys(session)]).toEqual([[], [`daymark.tab.${ANN}`]]);
    const reloaded = await openCheckInService({ userId: ANN, diaryId: "d", alertsOn: true, fallback, fetch: offline });
    expect(reloaded.history().map(({ id }) => id)).toEqual(["a"]);
    await reloaded.close();
  });
  it("a draft stays in the tab", () => {
    const { local, session } = useDevice({ isShared: true });
    keepDraft("d", startFlow({ ...newDraft("2026-03-10"), note: "private" }, {}));
    expect([Object.keys(local), Object.keys(session)]).toEqual([[], ["daymark.draft.d"]]);
    expect(readDraft("d", {})?.draft.note).toBe("private");
    forgetDraft("d");
    expect(Object.keys(session)).toEqual([]);
  });
  it("an entry that is removed without a signal is named as held until the browser closes", async () => {
    useDevice({ isShared: true });
    vi.stubGlobal("fetch", offline);
    expect(await sendEntry(ANN, "d", anEntry(ANN, "a", "waiting").checkIn)).toBe("held");
    expect(await databases()).toEqual([]);
  });
  it("brings along what an earlier session left waiting, and takes its database away", async () => {
    useDevice({ isShared: true });
    const before = indexedDbStore(ANN);
    await before.putEntry(anEntry(ANN, "a", "waiting", 2));
    await before.putEntry(anEntry(ANN, "b", "sent", 1));
    await before.close();
    const store = await openDeviceStore(ANN);
    expect((await store.entries()).map(({ key }) => key)).toEqual(["a:1"]);
    expect(await databases()).toEqual([]);
  });
});

describe("on one's own device", () => {
  it("entries wait in the database, where they outlast the browser", async () => {
    const { local, session } = useDevice();
    const store = await openDeviceStore(ANN);
    await store.putEntry(anEntry(ANN, "a", "waiting"));
    await store.close();
    expect(await databases()).toEqual([`daymark-${ANN}`]);
    expect([Object.keys(local), Object.keys(session)]).toEqual([[], []]);
  });
  it("brings along what waits in the tab of a shared session before", async () => {
    const { session } = useDevice();
    await tabStore(ANN).putEntry(anEntry(ANN, "a", "refused"));
    const store = await openDeviceStore(ANN);
    expect((await store.entries()).map(({ key, state }) => [key, state])).toEqual([["a:1", "refused"]]);
    await store.close();
    expect(Object.keys(session)).toEqual([]);
  });
  it("leaves it in the tab when the database refuses", async () => {
    const { session } = useDevice();
    await tabStore(ANN).putEntry(anEntry(ANN, "a", "waiting"));
    const opening = vi.spyOn(indexedDB, "open").mockImplementation(() => { throw new Error("refused"); });
    await (await openDeviceStore(ANN)).close();
    opening.mockRestore();
    expect(Object.keys(session)).toEqual([`daymark.tab.${ANN}`]);
  });
});

describe("a store in the tab", () => {
  it("gives entries and answers in the order of sending, and forgets what it is told to", async () => {
    useDevice({ isShared: true });
    const store = tabStore(ANN);
    await store.putEntry(anEntry(ANN, "b", "waiting", 2));
    await store.putEntry(anEntry(ANN, "a", "waiting", 1));
    await store.putEntry({ ...anEntry(ANN, "b", "sent", 2) });
    expect((await store.entries()).map(({ key, state }) => [key, state])).toEqual([["a:1", "waiting"], ["b:1", "sent"]]);
    await store.removeEntries(["a:1"]);
    expect((await store.entries()).map(({ key }) => key)).toEqual(["b:1"]);
    const response = { key: "r", order: 1, diaryId: "d", userId: ANN, response: { checkInId: "b", revision: 1, ruleId: "x" }, state: "waiting" as const };
    await store.putResponse({ ...response, order: 2 });
    await store.settleResponse(response, "sent");
    expect(await store.responses()).toMatchObject([{ state: "waiting" }]); // it was replaced meanwhile
    await store.settleResponse({ key: "r", order: 2 }, "sent");
    expect(await store.responses()).toMatchObject([{ state: "sent" }]);
    await store.removeResponses(["r"]);
    expect(await store.responses()).toEqual([]);
    expect(await tabStore("another account").entries()).toEqual([]);
  });
});
