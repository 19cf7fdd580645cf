import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { settleConflict, type Choice } from "@/lib/offline/conflicts";
import { memoryStore, type OutboxEntry, type OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

const ANN = "01920000-0000-7000-8000-00000000000a";
const ID = "01920000-0000-7000-8000-000000000001";
const AT = "2026-03-10T20:00:00.000Z";

const version = (revision: number, note: string): CheckInInput => ({
  id: ID, revision, recordedAt: AT, enteredAt: AT, timeZone: "Europe/London", scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [],
  answers: { signs: [] }, note, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
});
const refused = (revision: number, note: string, order: number): OutboxEntry => ({
  key: `${ID}:${revision}`, order, diaryId: "d", userId: ANN, checkIn: version(revision, note), state: "refused", madeAt: AT, refusal: { kind: "conflict", newestRevision: 2 },
});

/** The revisions of one entry, with the rule of the real server: the next number, or a conflict. */
function serverWith(newest: number) {
  const server = { notes: new Map<number, string | undefined>(), newest, isOnline: true, answered: [] as number[], fetch: (async (input, init) => {
    if (!server.isOnline) throw new TypeError("Failed to fetch");
    if (String(input) === "/api/session") return Response.json({ userId: ANN });
    const body = JSON.parse(String(init?.body)) as { checkIns?: CheckInInput[]; responses?: { revision: number }[] };
    if (body.responses) {
      server.answered.push(...body.responses.map(({ revision }) => revision));
      return Response.json({ results: body.responses.map(() => ({ status: "stored" })) });
    }
    return Response.json({ results: body.checkIns!.map(({ id, revision, note }) => {
      if (revision !== server.newest + 1) return { status: "conflict", id, revision, newestRevision: server.newest };
      server.newest = revision;
      server.notes.set(revision, note);
      return { status: "stored", id, revision, alerts: [], couldNotCheck: [] };
    }) });
  }) as typeof fetch };
  return server;
}

let store: OutboxStore;
beforeEach(async () => {
  store = memoryStore();
  await store.putEntry(refused(2, "mine", 5));
});
const settle = (server: ReturnType<typeof serverWith>, choice: Choice, next = 3) =>
  settleConflict({ userId: ANN, stored: version(next, "stored"), choice, store, fetch: server.fetch, now: () => new Date(AT) });

describe("settleConflict", () => {
  it("stores the version of this device after the one that stands", async () => {
    const server = serverWith(2);
    expect(await settle(server, "mine")).toBe("sent");
    expect([...server.notes]).toEqual([[3, "mine"]]);
    expect((await store.entries()).map(({ state, key }) => [state, key])).toEqual([["sent", `${ID}:3`]]);
  });
  it("stores both when the stored one was chosen, and that one last, so that nothing is lost", async () => {
    const server = serverWith(2);
    expect(await settle(server, "stored")).toBe("sent");
    expect([...server.notes]).toEqual([[3, "mine"], [4, "stored"]]);
  });
  it("keeps all versions of this device in their order, where a new number was an old one's", async () => {
    await store.putEntry(refused(3, "mine too", 6));
    const server = serverWith(2);
    expect(await settle(server, "stored")).toBe("sent");
    expect([...server.notes]).toEqual([[3, "mine"], [4, "mine too"], [5, "stored"]]);
  });
  it("takes along what was done with the alerts of a version", async () => {
    await store.putEntry(refused(3, "mine too", 6));
    for (const revision of [2, 3]) {
      const response = { checkInId: ID, revision, ruleId: `rule-${revision}`, response: "called" as const, respondedAt: AT };
      await store.putResponse({ key: `${ID}:${revision}:rule-${revision}`, order: revision, diaryId: "d", userId: ANN, response, state: "refused" });
    }
    const server = serverWith(2);
    await settle(server, "mine");
    expect(server.answered).toEqual([3, 4]);
    expect((await store.responses()).map(({ response, state }) => [response.ruleId, response.revision, state])).toEqual([["rule-2", 3, "sent"], ["rule-3", 4, "sent"]]);
  });
  it("waits on this device without a signal, and is sent later", async () => {
    const server = serverWith(2);
    server.isOnline = false;
    expect(await settle(server, "stored")).toBe("kept");
    expect((await store.entries()).map(({ state, checkIn }) => [state, checkIn.revision, checkIn.note])).toEqual([["waiting", 3, "mine"], ["waiting", 4, "stored"]]);
  });
  it("is a conflict again when a third change came between, with both versions still here", async () => {
    const server = serverWith(7);
    expect(await settle(server, "mine")).toBe("refused");
    expect((await store.entries()).map(({ state, checkIn }) => [state, checkIn.note])).toEqual([["refused", "mine"]]);
  });
  it("has nothing to do when it was settled in another tab", async () => {
    await store.removeEntries([`${ID}:2`]);
    const server = serverWith(2);
    expect(await settle(server, "mine")).toBe("sent");
    expect(server.notes.size).toBe(0);
  });
});
