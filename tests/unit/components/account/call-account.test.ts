import { afterEach, describe, expect, it, vi } from "vitest";
import { callAccount } from "@/components/account/call-account";

afterEach(() => vi.unstubAllGlobals());

/** What the browser gives for an answer of the server; null when nothing is reached. */
function answered(response: Response | null) {
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/more/account/second-step", assign });
  vi.stubGlobal("fetch", response ? () => Promise.resolve(response) : () => Promise.reject(new TypeError("nothing reached")));
  return assign;
}
const failure = (status: number, code: string) => Response.json({ error: { code } }, { status });

describe("a call of one's account", () => {
  it("gives the value, or none where the answer has no body", async () => {
    answered(Response.json({ kind: "done" }));
    expect(await callAccount("PUT", "/api/account/totp", { code: "123456" })).toEqual({ kind: "ok", value: { kind: "done" } });
    answered(new Response(null, { status: 204 }));
    expect(await callAccount("DELETE", "/api/account/totp")).toEqual({ kind: "ok", value: undefined });
  });

  it.each([[409, "conflict", "conflict"], [429, "too-many", "tooMany"], [500, "unexpected", "server"], [403, "foreign-origin", "server"], [400, "invalid", "server"]])("that is refused with %i %s is %s", async (status, code, kind) => {
    const assign = answered(failure(status, code));
    expect(await callAccount("POST", "/api/account/totp")).toEqual({ kind });
    expect(assign).not.toHaveBeenCalled();
  });

  it("without a signal says so, also when the answer breaks off", async () => {
    answered(null);
    expect(await callAccount("POST", "/api/account/totp")).toEqual({ kind: "offline" });
    answered(new Response("{ \"cod", { status: 200 }));
    expect(await callAccount("POST", "/api/account/totp")).toEqual({ kind: "offline" });
  });

  it.each([[403, "confirm-first", "/more/account/confirm"], [401, "session-ended", "/session-ended"]])("that is answered %i %s opens %s, which leads back", async (status, code, place) => {
    const assign = answered(failure(status, code));
    expect(await callAccount("POST", "/api/account/totp")).toEqual({ kind: "leaving" });
    expect(assign).toHaveBeenCalledWith(`${place}?returnTo=%2Fmore%2Faccount%2Fsecond-step`);
  });
});
