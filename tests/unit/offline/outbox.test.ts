import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOutbox, type Outbox } from "@/lib/offline/outbox";
import { BATCH } from "@/lib/offline/send";
import { indexedDbStore, memoryStore, safeStore, type OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

const ANN = "01920000-0000-7000-8000-00000000000a";
const BEN = "01920000-0000-7000-8000-00000000000b";
const DIARY = "01920000-0000-7000-8000-0000000000d1";

const checkIn = (id: string, revision = 1): CheckInInput => ({
  id, revision, recordedAt: "2026-03-10T20:00:00.000Z", enteredAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London",
  scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: { signs: [] },
  rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
});

type FakeServer = {
  signedInAs: string | null; status: number; isOnline: boolean; stored: Map<string, string>; order: string[]; responses: string[];
  batches: number[]; sessionAsked: number; results: null | ((id: string) => unknown); fetch: typeof fetch;
};

/** A server that stores like the real one: the same id and revision twice is one record. */
function fakeServer(): FakeServer {
  const server: FakeServer = {
    signedInAs: ANN, status: 200, isOnline: true, stored: new Map(), order: [], responses: [], batches: [], sessionAsked: 0, results: null,
    fetch: async (input, init) => {
      const url = String(input);
      if (!server.isOnline) throw new TypeError("Failed to fetch");
      if (url === "/api/session") {
        server.sessionAsked += 1;
        return server.signedInAs ? Response.json({ userId: server.signedInAs }) : new Response("{}", { status: 401 });
      }
      if (server.status !== 200) return new Response("{}", { status: server.status });
      const body = JSON.parse(String(init?.body)) as { checkIns?: CheckInInput[]; responses?: { ruleId: string }[] };
      if (body.responses) {
        server.responses.push(...body.responses.map(({ ruleId }) => ruleId));
        return Response.json({ results: body.responses.map(() => ({ status: "stored" })) });
      }
      server.batches.push(body.checkIns!.length);
      return Response.json({
        results: body.checkIns!.map((item) => {
          if (server.results) return server.results(item.id);
          const key = `${item.id}:${item.revision}`;
          const status = server.stored.has(key) ? "already-stored" : "stored";
          server.stored.set(key, server.signedInAs!);
          server.order.push(key);
          return { status, id: item.id, revision: item.revision, alerts: [], couldNotCheck: [] };
        }),
      });
    },
  };
  return server;
}

let server: FakeServer;
let store: OutboxStore;
let timers: (() => void)[];
let outbox: Outbox;
const makeOutbox = (userId = ANN, using = store) => createOutbox({
  store: using, userId, fetch: server.fetch, now: () => new Date("2026-03-10T20:00:00Z"),
  setTimer: (run) => timers.push(run), clearTimer: () => undefined,
});

beforeEach(() => {
  server = fakeServer();
  store = indexedDbStore(ANN);
  timers = [];
  outbox = makeOutbox();
});
afterEach(async () => {
  await outbox.sendNow();
  outbox.stop();
  await store.close();
  return new Promise<void>((resolve) => {
    const deleting = indexedDB.deleteDatabase(`daymark-${ANN}`);
    deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
  });
});

describe("the outbox", () => {
  it("keeps an entry and sends it", async () => {
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(server.order).toEqual(["a:1"]);
    expect(outbox.getState()).toMatchObject({ kind: "sent", waiting: [] });
  });
  it("is harmless when the same entry is put and sent twice", async () => {
    await outbox.save(DIARY, checkIn("a"));
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(server.stored.size).toBe(1);
    expect(await store.entries()).toHaveLength(1);
  });
  it("sends in the order of writing, corrections after what they correct", async () => {
    server.isOnline = false;
    for (const item of [checkIn("b"), checkIn("a"), checkIn("b", 2)]) await outbox.save(DIARY, item);
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "saved-here", reason: "offline" });
    server.isOnline = true;
    await outbox.sendNow();
    expect(server.order).toEqual(["b:1", "a:1", "b:2"]);
  });
  it("sends at most a hundred at once", async () => {
    server.isOnline = false;
    for (let i = 0; i < BATCH + 3; i += 1) await outbox.save(DIARY, checkIn(`n${i}`));
    server.isOnline = true;
    await outbox.sendNow();
    expect(server.batches).toEqual([BATCH, 3]);
    expect(outbox.getState().kind).toBe("sent");
  });
  it("tries again after a pause when the server fails, and loses nothing", async () => {
    server.status = 500;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "server", since: "2026-03-10T20:00:00.000Z" });
    server.status = 200;
    timers.at(-1)!();
    await outbox.sendNow();
    expect(outbox.getState().kind).toBe("sent");
  });
  it("survives a server that stored but did not answer", async () => {
    const answer = server.fetch;
    server.fetch = async (input, init) => {
      await answer(input, init);
      throw new TypeError("connection lost");
    };
    outbox.stop();
    outbox = makeOutbox();
    server.signedInAs = ANN;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState().kind).toBe("saved-here");
    server.fetch = answer;
    outbox = makeOutbox();
    await outbox.sendNow();
    expect([...server.stored.keys()]).toEqual(["a:1"]);
    expect(outbox.getState().kind).toBe("sent");
  });
  it("sends what an earlier page left", async () => {
    server.isOnline = false;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    outbox.stop();
    await store.close();
    server.isOnline = true;
    store = indexedDbStore(ANN);
    outbox = makeOutbox();
    await outbox.sendNow();
    expect(server.order).toEqual(["a:1"]);
  });
});

describe("whose entry it is", () => {
  it("keeps it and asks to sign in when the session ended", async () => {
    server.signedInAs = null;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "signed-out" });
    expect(outbox.getState().waiting).toHaveLength(1);
    expect(timers).toHaveLength(0);
  });
  it("never sends it as another account", async () => {
    server.signedInAs = BEN;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "other-account" });
    expect(server.stored.size).toBe(0);
    server.signedInAs = ANN;
    await outbox.sendNow();
    expect(server.stored.get("a:1")).toBe(ANN);
  });
  it("keeps it when somebody else signs in between asking and sending", async () => {
    const answer = server.fetch;
    const named: (string | null)[] = [];
    server.fetch = async (input, init) => {
      if (!init?.body) return answer(input, init);
      named.push(new Headers(init.headers).get("x-daymark-user"));
      return Response.json({ error: { code: "other-account" } }, { status: 409 });
    };
    outbox = makeOutbox();
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(named[0]).toBe(ANN);
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "other-account" });
    expect(await store.entries()).toMatchObject([{ state: "waiting" }]);
  });
  it("keeps each account's entries in a database of its own", async () => {
    server.isOnline = false;
    await outbox.save(DIARY, checkIn("a"));
    const bens = indexedDbStore(BEN);
    expect(await bens.entries()).toEqual([]);
    await bens.close();
  });
  it("asks who is signed in before every sending", async () => {
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    await outbox.save(DIARY, checkIn("b"));
    await outbox.sendNow();
    expect(server.sessionAsked).toBeGreaterThanOrEqual(2);
  });
});

describe("what the server does not take", () => {
  it.each([
    { status: "conflict", result: { status: "conflict", id: "a", revision: 1, newestRevision: 3 }, refusal: { kind: "conflict", newestRevision: 3 } },
    { status: "invalid", result: { status: "invalid", id: "a", fields: { "scores.vision": "score.range" } }, refusal: { kind: "invalid", fields: { "scores.vision": "score.range" } } },
  ])("is kept and shown: $status", async ({ result, refusal }) => {
    server.results = (id) => (id === "a" ? result : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await outbox.save(DIARY, checkIn("a"));
    await outbox.save(DIARY, checkIn("b"));
    await outbox.sendNow();
    expect((await store.entries()).map(({ state }) => state)).toEqual(["refused", "sent"]);
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "refused", waiting: [{ refusal }] });
  });
  it("is kept when the diary is not there", async () => {
    server.status = 404;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(await store.entries()).toMatchObject([{ state: "refused", refusal: { kind: "not-found" } }]);
  });
  it("does not block the others when the whole batch is refused", async () => {
    server.isOnline = false;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.save(DIARY, checkIn("b"));
    await outbox.sendNow();
    const answer = server.fetch;
    server.isOnline = true;
    server.fetch = async (input, init) => {
      const body = init?.body ? (JSON.parse(String(init.body)) as { checkIns: CheckInInput[] }) : null;
      return body && (body.checkIns.length > 1 || body.checkIns[0]!.id === "a") ? new Response("{}", { status: 413 }) : answer(input, init);
    };
    outbox = makeOutbox();
    await outbox.sendNow();
    expect(await store.entries()).toMatchObject([{ key: "a:1", state: "refused" }, { key: "b:1", state: "sent" }]);
  });
});

describe("a refused entry", () => {
  const refuse = (fields: Record<string, string>) => (id: string) => ({ status: "invalid", id, fields });

  it.each([
    { what: "a diary that was not open", status: 404, results: null },
    { what: "a clock that was ahead", status: 200, results: refuse({ recordedAt: "recordedAt.future" }) },
  ])("is tried again at the next start: $what", async ({ status, results }) => {
    server.status = status;
    server.results = results;
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "not-sent", reason: "refused" });
    server.status = 200;
    server.results = null;
    outbox = makeOutbox();
    await outbox.wakeHopeful();
    await outbox.sendNow();
    expect(server.order).toEqual(["a:1"]);
    expect(await store.entries()).toMatchObject([{ state: "sent" }]);
  });
  it("is left alone at a start when the same answer would come, and tried when the person asks", async () => {
    server.results = refuse({ "scores.vision": "score.range" });
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    await outbox.wakeHopeful();
    expect(await store.entries()).toMatchObject([{ state: "refused" }]);
    server.results = null;
    await outbox.tryAgain();
    expect(outbox.getState()).toMatchObject({ kind: "sent", waiting: [] });
  });
  it("gives its number to its correction, with what was done with the alerts", async () => {
    const told: number[] = [];
    outbox.onSent((entry) => told.push(entry.checkIn.revision));
    server.results = refuse({ recordedAt: "recordedAt.tooOld" });
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    server.results = (id) => {
      const revision = server.order.length === 0 ? 2 : 1;
      server.order.push(`${id}:${revision}`);
      return revision === 2 ? { status: "conflict", id, revision, newestRevision: 0 } : { status: "stored", id, revision, alerts: [], couldNotCheck: [] };
    };
    server.isOnline = false;
    await outbox.save(DIARY, checkIn("a", 2));
    await outbox.respond(DIARY, [{ checkInId: "a", revision: 2, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z" }]);
    server.isOnline = true;
    await outbox.sendNow();
    expect(await store.entries()).toMatchObject([{ key: "a:1", state: "sent", checkIn: { revision: 1 }, madeAs: 2 }]);
    expect(await store.responses()).toMatchObject([{ key: "a:1:chest-pain", state: "sent", response: { revision: 1 } }]);
    expect(told).toEqual([2]);
    await outbox.respond(DIARY, [{ checkInId: "a", revision: 2, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z", response: "called" }]);
    expect(await store.responses()).toMatchObject([{ response: { revision: 1, response: "called" } }]);
  });
  it("stays a conflict when the server knows a newer one", async () => {
    server.results = (id) => ({ status: "conflict", id, revision: 2, newestRevision: 2 });
    await outbox.save(DIARY, checkIn("a", 2));
    await outbox.sendNow();
    expect(await store.entries()).toMatchObject([{ key: "a:2", state: "refused", refusal: { kind: "conflict", newestRevision: 2 } }]);
  });
  it("is deleted when the person says so; one that waits is not", async () => {
    server.results = (id) => (id === "a" ? { status: "invalid", id, fields: {} } : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    server.isOnline = false;
    await outbox.save(DIARY, checkIn("b"));
    await outbox.discard("a:1");
    await outbox.discard("b:1");
    expect((await store.entries()).map(({ key }) => key)).toEqual(["b:1"]);
    expect(outbox.getState().waiting.map(({ key }) => key)).toEqual(["b:1"]);
  });
});

describe("what the person did with an alert", () => {
  it("is sent after the check-in that raised it", async () => {
    await outbox.save(DIARY, checkIn("a"));
    await outbox.respond(DIARY, [{ checkInId: "a", revision: 1, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z", response: "called", respondedAt: "2026-03-10T20:01:00.000Z" }]);
    await outbox.sendNow();
    expect(server.order).toEqual(["a:1"]);
    expect(server.responses).toEqual(["chest-pain"]);
    await outbox.sendNow();
    expect(server.responses).toHaveLength(1);
  });
  it.each([{ kind: "stored", status: 200 }, { kind: "refused", status: 404 }])("is not lost when it is said while an earlier word is on its way, which is then $kind", async ({ status }) => {
    const given = (response: "not-yet" | "called") => ({ checkInId: "a", revision: 1, ruleId: "chest-pain", response, respondedAt: "2026-03-10T20:01:00.000Z" });
    const { fetch } = server;
    let isFirst = true;
    server.fetch = async (input, init) => {
      if (String(input).endsWith("/alert-responses") && isFirst) {
        isFirst = false;
        await outbox.respond(DIARY, [given("called")]);
        if (status !== 200) return new Response("{}", { status });
      }
      return fetch(input, init);
    };
    outbox = makeOutbox();
    await outbox.respond(DIARY, [given("not-yet")]);
    await outbox.sendNow();
    expect(await store.responses()).toMatchObject([{ state: "sent", response: { response: "called" } }]);
    expect(server.responses).toHaveLength(status === 200 ? 2 : 1);
  });
});

describe("a browser that refuses storage", () => {
  const refusing: OutboxStore = { ...memoryStore(), putEntry: () => Promise.reject(new Error("QuotaExceeded")), entries: () => Promise.reject(new Error("InvalidState")) };

  it("still sends, and says so", async () => {
    const late: { outbox?: Outbox } = {};
    outbox = late.outbox = makeOutbox(ANN, safeStore(refusing, () => late.outbox?.lostStore()));
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(server.order).toEqual(["a:1"]);
    expect(outbox.getState()).toMatchObject({ kind: "sent", isKept: false });
  });
  it("says that nothing is saved while it cannot send either", async () => {
    server.isOnline = false;
    const late: { outbox?: Outbox } = {};
    outbox = late.outbox = makeOutbox(ANN, safeStore(refusing, () => late.outbox?.lostStore()));
    await outbox.save(DIARY, checkIn("a"));
    await outbox.sendNow();
    expect(outbox.getState()).toMatchObject({ kind: "not-saved", isKept: false });
  });
});

describe("a change of an entry that was deleted for good", () => {
  const ID = "01920000-0000-7000-8000-0000000000e1";
  const goneResult = (id: string) => ({ status: "gone", id, revision: 2 });

  it("is taken off the list, with what was done with its own alerts, and is never called sent", async () => {
    server.results = goneResult;
    await outbox.save(DIARY, checkIn(ID, 2));
    await outbox.respond(DIARY, [{ checkInId: ID, revision: 2, ruleId: "x", response: "called", respondedAt: "2026-03-10T20:00:00.000Z" }]);
    await outbox.sendNow();
    expect(await store.entries()).toEqual([]);
    expect(await store.responses()).toEqual([]);
    expect(outbox.getState()).toMatchObject({ kind: "dropped", waiting: [], dropped: [{ checkIn: { id: ID } }] });
  });
  it("does not hold up what else waits", async () => {
    const other = "01920000-0000-7000-8000-0000000000e2";
    server.results = (id) => (id === ID ? goneResult(id) : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await outbox.save(DIARY, checkIn(ID, 2));
    await outbox.save(DIARY, checkIn(other));
    await outbox.sendNow();
    expect((await store.entries()).map(({ checkIn: { id }, state }) => [id, state])).toEqual([[other, "sent"]]);
  });
});
