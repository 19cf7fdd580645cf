import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { Outbox } from "@/lib/offline/outbox";
import { memoryStore, safeStore, type OutboxStore } from "@/lib/offline/store";
import { ANN, DIARY, checkIn, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("a browser that refuses storage", () => {
  const refusing: OutboxStore = { ...memoryStore(), putEntry: () => Promise.reject(new Error("QuotaExceeded")), entries: () => Promise.reject(new Error("InvalidState")) };

  it("still sends, and says so", async () => {
    const late: { outbox?: Outbox } = {};
    here.outbox = late.outbox = here.makeOutbox(ANN, safeStore(refusing, () => late.outbox?.lostStore()));
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["a:1"]);
    expect(here.outbox.getState()).toMatchObject({ kind: "sent", isKept: false });
  });
  it("says that nothing is saved while it cannot send either", async () => {
    here.server.isOnline = false;
    const late: { outbox?: Outbox } = {};
    here.outbox = late.outbox = here.makeOutbox(ANN, safeStore(refusing, () => late.outbox?.lostStore()));
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "not-saved", isKept: false });
  });
});
