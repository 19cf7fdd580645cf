import { expect, it } from "vitest";
import { isWholeContext, loadContext } from "@/lib/offline/local-context";
import { refreshContext } from "@/lib/offline/refresh-context";
import { memoryStore } from "@/lib/offline/store";
import type { RuleContextWire } from "@/lib/schemas/rule-context";

const DIARY = { userId: "u", diaryId: "d" };
const NOW = new Date("2026-03-01T10:00:00Z");
const wire = (name: string): RuleContextWire => ({ diaryId: "d", ownerId: "u", profile: {}, medications: [{ name }], relapses: [], history: [] });
const answers = (context: RuleContextWire): typeof fetch => async () => Response.json(context);
const offline: typeof fetch = async () => { throw new TypeError("no network"); };
/** What a page finds when it has no network. */
const found = (store: ReturnType<typeof memoryStore>) => loadContext({ store, diaryId: "d", fallback: wire("page"), fetch: offline, now: () => NOW });

it("puts a fresh copy on the device, which a page without a network then uses", async () => {
  const store = memoryStore();
  await store.putContext({ diaryId: "d", keptAt: NOW.toISOString(), context: wire("before") });
  await refreshContext({ ...DIARY, store, fetch: answers(wire("after")), now: () => NOW });
  const context = await found(store);
  expect([context.from, context.wire.medications, isWholeContext(context, NOW)]).toEqual(["kept", [{ name: "after" }], true]);
});

it("keeps the copy when none can be had, and it counts as not whole from then on", async () => {
  const store = memoryStore();
  await store.putContext({ diaryId: "d", keptAt: NOW.toISOString(), context: wire("before") });
  expect(isWholeContext(await found(store), NOW)).toBe(true);
  await refreshContext({ ...DIARY, store, fetch: offline, now: () => NOW });
  const context = await found(store);
  expect([context.wire.medications, isWholeContext(context, NOW)]).toEqual([[{ name: "before" }], false]);
});

it("makes nothing up where there is no copy, and does not fail", async () => {
  const store = memoryStore();
  await refreshContext({ ...DIARY, store, fetch: offline, now: () => NOW });
  expect(await store.context("d")).toBeUndefined();
  await refreshContext({ ...DIARY, store: { ...store, context: () => Promise.reject(new Error("no storage")) }, fetch: offline, now: () => NOW });
});
