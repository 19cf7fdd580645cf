import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { indexedDbStore } from "@/lib/offline/store";
import { ANN, BEN, DIARY, checkIn, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("whose entry it is", () => {
  it("keeps it and asks to sign in when the session ended", async () => {
    here.server.signedInAs = null;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "signed-out" });
    expect(here.outbox.getState().waiting).toHaveLength(1);
    expect(here.timers).toHaveLength(0);
  });
  it("never sends it as another account", async () => {
    here.server.signedInAs = BEN;
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "other-account" });
    expect(here.server.stored.size).toBe(0);
    here.server.signedInAs = ANN;
    await here.outbox.sendNow();
    expect(here.server.stored.get("a:1")).toBe(ANN);
  });
  it("keeps it when somebody else signs in between asking and sending", async () => {
    const answer = here.server.fetch;
    const named: (string | null)[] = [];
    here.server.fetch = async (input, init) => {
      if (!init?.body) return answer(input, init);
      named.push(new Headers(init.headers).get("x-daymark-user"));
      return Response.json({ error: { code: "other-account" } }, { status: 409 });
    };
    here.outbox = here.makeOutbox();
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    expect(named[0]).toBe(ANN);
    expect(here.outbox.getState()).toMatchObject({ kind: "not-sent", reason: "other-account" });
    expect(await here.store.entries()).toMatchObject([{ state: "waiting" }]);
  });
  it("keeps each account's entries in a database of its own", async () => {
    here.server.isOnline = false;
    await here.outbox.save(DIARY, checkIn("a"));
    const bens = indexedDbStore(BEN);
    expect(await bens.entries()).toEqual([]);
    await bens.close();
  });
  it("asks who is signed in before every sending", async () => {
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.sendNow();
    await here.outbox.save(DIARY, checkIn("b"));
    await here.outbox.sendNow();
    expect(here.server.sessionAsked).toBeGreaterThanOrEqual(2);
  });
});
