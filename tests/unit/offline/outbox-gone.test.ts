import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { checkIn, DIARY, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("a change of an entry that was deleted for good", () => {
  const ID = "01920000-0000-7000-8000-0000000000e1";
  const goneResult = (id: string) => ({ status: "gone", id, revision: 2 });

  it("is taken off the list, with what was done with its own alerts, and is never called sent", async () => {
    here.server.results = goneResult;
    await here.outbox.save(DIARY, checkIn(ID, 2));
    await here.outbox.respond(DIARY, [{ checkInId: ID, revision: 2, ruleId: "x", response: "called", respondedAt: "2026-03-10T20:00:00.000Z" }]);
    await here.outbox.sendNow();
    expect(await here.store.entries()).toEqual([]);
    expect(await here.store.responses()).toEqual([]);
    expect(here.outbox.getState()).toMatchObject({ kind: "dropped", waiting: [], dropped: [{ checkIn: { id: ID } }] });
  });
  it("does not hold up what else waits", async () => {
    const other = "01920000-0000-7000-8000-0000000000e2";
    here.server.results = (id) => (id === ID ? goneResult(id) : { status: "stored", id, revision: 1, alerts: [], couldNotCheck: [] });
    await here.outbox.save(DIARY, checkIn(ID, 2));
    await here.outbox.save(DIARY, checkIn(other));
    await here.outbox.sendNow();
    expect((await here.store.entries()).map(({ checkIn: { id }, state }) => [id, state])).toEqual([[other, "sent"]]);
  });
});
