import "fake-indexeddb/auto";
import { afterEach, beforeEach } from "vitest";
import { createOutbox, type Outbox } from "@/lib/offline/outbox";
import { indexedDbStore, type OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

export const ANN = "01920000-0000-7000-8000-00000000000a";
export const BEN = "01920000-0000-7000-8000-00000000000b";
export const DIARY = "01920000-0000-7000-8000-0000000000d1";

export const checkIn = (id: string, revision = 1): CheckInInput => ({
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

type OutboxWorld = { server: FakeServer; store: OutboxStore; timers: (() => void)[]; outbox: Outbox; makeOutbox: (userId?: string, using?: OutboxStore) => Outbox };

/** Before each test of a file: an empty store, a server, and the outbox of Ann. Timers wait in a list until a test runs them. */
export function useOutbox(): OutboxWorld {
  const here = {} as OutboxWorld;
  beforeEach(() => {
    here.server = fakeServer();
    here.store = indexedDbStore(ANN);
    here.timers = [];
    here.makeOutbox = (userId = ANN, using = here.store) => createOutbox({
      store: using, userId, fetch: here.server.fetch, now: () => new Date("2026-03-10T20:00:00Z"),
      setTimer: (run) => here.timers.push(run), clearTimer: () => undefined,
    });
    here.outbox = here.makeOutbox();
  });
  afterEach(async () => {
    await here.outbox.sendNow();
    here.outbox.stop();
    await here.store.close();
    return new Promise<void>((resolve) => {
      const deleting = indexedDB.deleteDatabase(`daymark-${ANN}`);
      deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
    });
  });
  return here;
}
