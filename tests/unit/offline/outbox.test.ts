import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { BATCH } from "@/lib/offline/send";
import { indexedDbStore } from "@/lib/offline/store";
import { ANN, DIARY, checkIn, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("the outbox", () => {
  it("keeps an entry and sends it", async () => {
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["a:1"]);
    expect(here.outbox.getState()).toMatchObject({ kind: "sent", waiting: [] });
  });
  it("is harmless when the same entry is put and sent twice", async () => {
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.server.stored.size).toBe(1);
    expect(await here.store.entries()).toHaveLength(1);
  });
  it("sends in the order of writing, corrections after what they correct", async () => {
    here.server.isOnline = false;
    for (const item of [checkIn("b"), checkIn("a"), checkIn("b", 2)]) await here.outbox.save(DIARY, item);
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "saved-here", reason: "offline" });
    here.server.isOnline = true;
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["b:1", "a:1", "b:2"]);
  });
  it("sends at most a hundred at once", async () => {
    here.server.isOnline = false;
    for (let i = 0; i < BATCH + 3; i += 1) await here.outbox.save(DIARY, checkIn(`n${i}`));
    here.server.isOnline = true;
    await here.outbox.sendNow();
    expect(here.server.batches).toEqual([BATCH, 3]);
    expect(here.outbox.getState().kind).toBe("sent");
  });
  it("tries again after a pause when the server fails, and loses nothing", async () => {
    here.server.status = 500;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "server", since: "2026-03-10T20:00:00.000Z" });
    here.server.status = 200;
    here.timers.at(-1)!();
    await here.outbox.sendNow();
    expect(here.outbox.getState().kind).toBe("sent");
  });
  it("survives a server that stored but did not answer", async () => {
    const answer = here.server.fetch;
    here.server.fetch = async (input, init) => {
      await answer(input, init);
      throw new TypeError("connection lost");
    };
    here.outbox.stop();
    here.outbox = here.makeOutbox();
    here.server.signedInAs = ANN;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState().kind).toBe("saved-here");
    here.server.fetch = answer;
    here.outbox = here.makeOutbox();
    await here.outbox.sendNow();
    expect([...here.server.stored.keys()]).toEqual(["a:1"]);
    expect(here.outbox.getState().kind).toBe("sent");
  });
  it("sends what an earlier page left", async () => {
    here.server.isOnline = false;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    here.outbox.stop();
    await here.store.close();
    here.server.isOnline = true;
    here.store = indexedDbStore(ANN);
    here.outbox = here.makeOutbox();
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["a:1"]);
  });
});
