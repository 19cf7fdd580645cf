import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { DIARY, checkIn, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("what the server does not take", () => {
  it.each([
    { status: "conflict", result: { status: "conflict", id: "a", revision: 1, newestRevision: 3 }, refusal: { kind: "conflict", newestRevision: 3 } },
    { status: "invalid", result: { status: "invalid", id: "a", fields: { "scores.vision": "score.range" } }, refusal: { kind: "invalid", fields: { "scores.vision": "score.range" } } },
  ])("is kept and shown: $status", async ({ result, refusal }) => {
    here.server.results = (id) => (id === "a" ? result : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.save(DIARY, checkIn("b"));
    await here.outbox.sendNow();
    expect((await here.store.entries()).map(({ state }) => state)).toEqual(["refused", "sent"]);
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "refused", waiting: [{ refusal }] });
  });
  it("is kept when the diary is not there", async () => {
    here.server.status = 404;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(await here.store.entries()).toMatchObject([{ state: "refused", refusal: { kind: "not-found" } }]);
  });
  it("does not block the others when the whole batch is refused", async () => {
    here.server.isOnline = false;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.save(DIARY, checkIn("b"));
    await here.outbox.sendNow();
    const answer = here.server.fetch;
    here.server.isOnline = true;
    here.server.fetch = async (input, init) => {
      const body = init?.body ? (JSON.parse(String(init.body)) as { checkIns: CheckInInput[] }) : null;
      return body && (body.checkIns.length > 1 || body.checkIns[0]!.id === "a") ? new Response("{}", { status: 413 }) : answer(input, init);
    };
    here.outbox = here.makeOutbox();
    await here.outbox.sendNow();
    expect(await here.store.entries()).toMatchObject([{ key: "a:1", state: "refused" }, { key: "b:1", state: "sent" }]);
  });
});

describe("a refused entry", () => {
  const refuse = (fields: Record<string, string>) => (id: string) => ({ status: "invalid", id, fields });

  it.each([
    { what: "a diary that was not open", status: 404, results: null },
    { what: "a clock that was ahead", status: 200, results: refuse({ recordedAt: "recordedAt.future" }) },
  ])("is tried again at the next start: $what", async ({ status, results }) => {
    here.server.status = status;
    here.server.results = results;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "refused" });
    here.server.status = 200;
    here.server.results = null;
    here.outbox = here.makeOutbox();
    await here.outbox.wakeHopeful();
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["a:1"]);
    expect(await here.store.entries()).toMatchObject([{ state: "sent" }]);
  });
  it("is left alone at a start when the same answer would come, and tried when the person asks", async () => {
    here.server.results = refuse({ "scores.vision": "score.range" });
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    await here.outbox.wakeHopeful();
    expect(await here.store.entries()).toMatchObject([{ state: "refused" }]);
    here.server.results = null;
    await here.outbox.tryAgain();
    expect(here.outbox.getState()).toMatchObject({ kind: "sent", waiting: [] });
  });
  it("gives its number to its correction, with what was done with the alerts", async () => {
    const told: number[] = [];
    here.outbox.onSent((entry) => told.push(entry.checkIn.revision));
    here.server.results = refuse({ recordedAt: "recordedAt.tooOld" });
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    here.server.results = (id) => {
      const revision = here.server.order.length === 0 ? 2 : 1;
      here.server.order.push(`${id}:${revision}`);
      return revision === 2 ? { status: "conflict", id, revision, newestRevision: 0 } : { status: "stored", id, revision, alerts: [], couldNotCheck: [] };
    };
    here.server.isOnline = false;
    await here.outbox.save(DIARY, checkIn("a", 2));
    await here.outbox.respond(DIARY, [{ checkInId: "a", revision: 2, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z" }]);
    here.server.isOnline = true;
    await here.outbox.sendNow();
    expect(await here.store.entries()).toMatchObject([{ key: "a:1", state: "sent", checkIn: { revision: 1 }, madeAs: 2 }]);
    expect(await here.store.responses()).toMatchObject([{ key: "a:1:chest-pain", state: "sent", response: { revision: 1 } }]);
    expect(told).toEqual([2]);
    await here.outbox.respond(DIARY, [{ checkInId: "a", revision: 2, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z", response: "called" }]);
    expect(await here.store.responses()).toMatchObject([{ response: { revision: 1, response: "called" } }]);
  });
  it("stays a conflict when the server knows a newer one", async () => {
    here.server.results = (id) => ({ status: "conflict", id, revision: 2, newestRevision: 2 });
    await here.outbox.save(DIARY, checkIn("a", 2));
    await here.outbox.sendNow();
    expect(await here.store.entries()).toMatchObject([{ key: "a:2", state: "refused", refusal: { kind: "conflict", newestRevision: 2 } }]);
  });
  it("is deleted when the person says so; one that waits is not", async () => {
    here.server.results = (id) => (id === "a" ? { status: "invalid", id, fields: {} } : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    here.server.isOnline = false;
    await here.outbox.save(DIARY, checkIn("b"));
    await here.outbox.discard("a:1");
    await here.outbox.discard("b:1");
    expect((await here.store.entries()).map(({ key }) => key)).toEqual(["b:1"]);
    expect(here.outbox.getState().waiting.map(({ key }) => key)).toEqual(["b:1"]);
  });
});
