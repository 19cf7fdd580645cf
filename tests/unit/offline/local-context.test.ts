import { describe, expect, it } from "vitest";
import { loadContext, mergeHistory, toRuleContext } from "@/lib/offline/local-context";
import { memoryStore, type OutboxEntry } from "@/lib/offline/store";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";

const wire = (id: string, recordedAt: string, revision = 1): CheckInWire => ({
  id, revision, recordedAt, timeZone: "Europe/London", day: recordedAt.slice(0, 10),
  scores: { fatigue: revision, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: {},
});
const entry = (id: string, recordedAt: string, revision = 1): OutboxEntry => ({
  key: `${id}:${revision}`, order: 1, diaryId: "d", userId: "u", state: "waiting", madeAt: recordedAt,
  checkIn: { ...wire(id, recordedAt, revision), answers: {}, enteredAt: recordedAt, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [] },
});
const context = (history: CheckInWire[]): RuleContextWire => ({ diaryId: "d", ownerId: "u", profile: {}, medications: [], relapses: [{ startedAt: "2026-01-01T00:00:00.000Z" }], history });
const now = () => new Date("2026-03-10T20:00:00Z");
const failing: typeof fetch = () => Promise.reject(new TypeError("offline"));
const answering = (body: unknown): typeof fetch => () => Promise.resolve(Response.json(body));

describe("mergeHistory", () => {
  it("adds what waits on the device, in time order, each at its newest revision", () => {
    const merged = mergeHistory([wire("a", "2026-03-09T08:00:00.000Z"), wire("b", "2026-03-10T08:00:00.000Z")],
      [entry("c", "2026-03-08T08:00:00.000Z"), entry("b", "2026-03-10T08:00:00.000Z", 2)]);
    expect(merged.map(({ id, revision }) => `${id}:${revision}`)).toEqual(["c:1", "a:1", "b:2"]);
  });
  it("keeps the newer revision of the server", () => {
    expect(mergeHistory([wire("a", "2026-03-09T08:00:00.000Z", 3)], [entry("a", "2026-03-09T08:00:00.000Z", 2)])).toMatchObject([{ revision: 3 }]);
  });
});

describe("a removed entry", () => {
  const removal = (id: string, revision: number): OutboxEntry => {
    const { checkIn, ...rest } = entry(id, "2026-03-09T08:00:00.000Z", revision);
    return { ...rest, checkIn: { ...checkIn, removed: true } };
  };
  const known = [wire("a", "2026-03-09T08:00:00.000Z"), wire("b", "2026-03-10T08:00:00.000Z")];
  it("is no history from the moment it is removed on this device, until it is brought back", () => {
    expect(mergeHistory(known, [removal("a", 2)]).map(({ id }) => id)).toEqual(["b"]);
    expect(mergeHistory(known, [removal("a", 2), entry("a", "2026-03-09T08:00:00.000Z", 3)]).map(({ id, revision }) => `${id}:${revision}`)).toEqual(["a:3", "b:1"]);
  });
  it("does not come back from what this device once sent, when it was removed elsewhere", () => {
    expect(mergeHistory([known[1]!], [entry("a", "2026-03-09T08:00:00.000Z")], { a: 2 }).map(({ id }) => id)).toEqual(["b"]);
    expect(mergeHistory([wire("a", "2026-03-09T08:00:00.000Z", 3)], [], { a: 2 })).toHaveLength(1);
  });
  it("is forgotten by the device once the server's copy knows of it", async () => {
    const store = memoryStore();
    await store.putEntry({ ...entry("a", "2026-03-09T08:00:00.000Z"), state: "sent" });
    await store.putEntry({ ...removal("a", 2), state: "sent" });
    await loadContext({ store, diaryId: "d", fallback: context([]), fetch: answering({ ...context([]), removed: { a: 2 } }), now });
    expect(await store.entries()).toEqual([]);
  });
});

describe("toRuleContext", () => {
  it("leaves out the entry that is being corrected", () => {
    const rules = toRuleContext(context([]), [wire("a", "2026-03-09T08:00:00.000Z"), wire("b", "2026-03-10T08:00:00.000Z")], now(), "b");
    expect(rules.history.map(({ recordedAt }) => recordedAt.toISOString())).toEqual(["2026-03-09T08:00:00.000Z"]);
    expect(rules.relapses).toEqual([{ startedAt: new Date("2026-01-01T00:00:00Z") }]);
  });
});

describe("loadContext", () => {
  const fallback = context([]);

  it("fetches and keeps a copy for the next time without a network", async () => {
    const store = memoryStore();
    const fresh = context([wire("a", "2026-03-09T08:00:00.000Z")]);
    expect(await loadContext({ store, diaryId: "d", fallback, fetch: answering(fresh), now })).toMatchObject({ from: "fresh", wire: fresh });
    expect(await loadContext({ store, diaryId: "d", fallback, fetch: failing, now })).toMatchObject({ from: "kept", wire: fresh });
  });
  it("falls back on what came with the page, and says so", async () => {
    expect(await loadContext({ store: memoryStore(), diaryId: "d", fallback, fetch: failing, now })).toMatchObject({ from: "page", wire: fallback });
  });
  it("does not take an error page for a context", async () => {
    const refused: typeof fetch = () => Promise.resolve(new Response("{}", { status: 500 }));
    expect((await loadContext({ store: memoryStore(), diaryId: "d", fallback, fetch: refused, now })).from).toBe("page");
  });
  it("forgets sent entries that the server's copy holds, and no others", async () => {
    const store = memoryStore();
    await store.putEntry({ ...entry("a", "2026-03-09T08:00:00.000Z"), state: "sent" });
    await store.putEntry({ ...entry("a", "2026-03-09T08:00:00.000Z", 2), state: "waiting" });
    await store.putEntry({ ...entry("c", "2026-03-09T08:00:00.000Z"), state: "sent" });
    await loadContext({ store, diaryId: "d", fallback, fetch: answering(context([wire("a", "2026-03-09T08:00:00.000Z")])), now });
    expect((await store.entries()).map(({ key }) => key)).toEqual(["a:2", "c:1"]);
  });
});
