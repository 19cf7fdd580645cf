import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { cookieOf, makePerson, useTestSettings } from "@/tests/integration/support/people";
import { callRoute, listRoutes } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const NEXT_AUTH = "POST app/api/auth/[...nextauth]/route.ts";
const CHANGING = (await listRoutes()).filter((name) => !name.startsWith("GET ") && name !== NEXT_AUTH);

const FOREIGN: [string, Record<string, string>][] = [
  ["another site", { origin: "https://evil.example" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a name that begins like ours", { origin: "http://localhost:3000.evil.example" }],
  ["a name that ends like ours", { origin: "http://evil.localhost:3000" }],
  ["another port", { origin: "http://localhost:3001" }],
  ["an origin that is none", { origin: "localhost:3000" }],
  ["ours with another site's beside it", { origin: "http://localhost:3000, https://evil.example" }],
  ["another site, said by Sec-Fetch-Site alone", { origin: "", "sec-fetch-site": "cross-site" }],
  ["a sister site, said by Sec-Fetch-Site alone", { origin: "", "sec-fetch-site": "same-site" }],
];

/** With valid cookie and form, so that nothing but the origin can be why it is refused. An empty origin is left out. */
async function statusOf(name: string, headers: Record<string, string>, cookie?: string): Promise<{ status: number; code?: string }> {
  const response = await callRoute(name, { ...(cookie && { cookie }), body: {}, headers, withoutOrigin: headers.origin === "" });
  const answer = await response.json().catch(() => ({})) as { error?: { code: string } };
  return { status: response.status, ...(answer.error && { code: answer.error.code }) };
}

it("finds routes that change something", () => {
  expect(CHANGING.length).toBeGreaterThan(5);
});

describe.each(CHANGING)("%s", (name) => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await cookieOf(await makePerson());
  });

  it.each(FOREIGN)("refuses %s", async (_whom, headers) => {
    expect(await statusOf(name, headers, cookie)).toEqual({ status: 403, code: "foreign-origin" });
  });

  it("lets the own origin through to be judged", async () => {
    for (const headers of [{ origin: "http://localhost:3000" }, { origin: "", "sec-fetch-site": "same-origin" }]) {
      expect((await statusOf(name, headers, cookie)).code).not.toBe("foreign-origin");
    }
  });
});

describe("signing in and out by next-auth", () => {
  it.each(["callback/attempt", "callback/demo", "signout"].flatMap((path) => FOREIGN.map(([whom, headers]) => [path, whom, headers] as const)))("%s refuses %s, before next-auth asks for its own token", async (path, _whom, headers) => {
    const { POST } = await import("@/app/api/auth/[...nextauth]/route");
    const { origin, ...others } = headers;
    const request = new Request(`http://localhost:3000/api/auth/${path}`, { method: "POST", headers: { host: "localhost:3000", ...others, ...(origin && { origin }) } });
    expect((await POST(request, { params: Promise.resolve({ nextauth: path.split("/") }) })).status).toBe(403);
  });
});

describe("an address that is https", () => {
  it("refuses the same name over http, which a hostile network can answer for", async () => {
    const https = vi.spyOn(settings, "publicUrl").mockReturnValue("https://diary.example");
    const codes = [];
    for (const origin of ["https://diary.example", "http://diary.example"]) {
      codes.push((await statusOf(CHANGING.find((name) => name.includes("sign-in/code"))!, { origin, host: "diary.example" })).code);
    }
    https.mockRestore();
    expect(codes).toEqual(["invalid", "foreign-origin"]);
  });
});
