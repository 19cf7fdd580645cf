import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { DIARY, checkIn, useOutbox } from "./outbox-world";

const here = useOutbox();

describe("what the person did with an alert", () => {
  it("is sent after the check-in that raised it", async () => {
    await here.outbox.save(DIARY, checkIn("a"));
    await here.outbox.respond(DIARY, [{ checkInId: "a", revision: 1, ruleId: "chest-pain", shownAt: "2026-03-10T20:00:00.000Z", response: "called", respondedAt: "2026-03-10T20:01:00.000Z" }]);
    await here.outbox.sendNow();
    expect(here.server.order).toEqual(["a:1"]);
    expect(here.server.responses).toEqual(["chest-pain"]);
    await here.outbox.sendNow();
    expect(here.server.responses).toHaveLength(1);
  });
  it.each([{ kind: "stored", status: 200 }, { kind: "refused", status: 404 }])("is not lost when it is said while an earlier word is on its way, which is then $kind", async ({ status }) => {
    const given = (response: "not-yet" | "called") => ({ checkInId: "a", revision: 1, ruleId: "chest-pain", response, respondedAt: "2026-03-10T20:01:00.000Z" });
    const { fetch } = here.server;
    let isFirst = true;
    here.server.fetch = async (input, init) => {
      if (String(input).endsWith("/alert-responses") && isFirst) {
        isFirst = false;
        await here.outbox.respond(DIARY, [given("called")]);
        if (status !== 200) return new Response("{}", { status });
      }
      return fetch(input, init);
    };
    here.outbox = here.makeOutbox();
    await here.outbox.respond(DIARY, [given("not-yet")]);
    await here.outbox.sendNow();
    expect(await here.store.responses()).toMatchObject([{ state: "sent", response: { response: "called" } }]);
    expect(here.server.responses).toHaveLength(status === 200 ? 2 : 1);
  });
});
