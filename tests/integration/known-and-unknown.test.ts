import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueMailCode } from "@/lib/server/data/mail-codes";
import { disconnect } from "@/lib/server/db";
import { figuresOf, timeInterleaved, type Call } from "@/tests/integration/support/alike";
import { isFull } from "@/tests/integration/support/full";
import { useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { attemptCookie, requestSignInCode } from "@/tests/integration/support/sign-in";

const SIZE = isFull ? 2_000 : 300;
const WARM_UP = 20;
/** How small a chance it takes to call the times different. A run of the three comparisons is wrong about itself once in 3,000 times. */
const LEAST = 1e-4;
const SEED = 20_261_121;

/** By invitation: there an unknown address gets no mail at all, so the two cases differ the most behind the answer. */
beforeAll(() => useTestSettings({ DAYMARK_SIGN_UP: "invited" }));
afterAll(() => disconnect());

type Kind = "known" | "unknown";
const KINDS: Kind[] = ["known", "unknown"];

/** Addresses of one kind, all of one length. Of the accounts, some have factors and recovery codes, as in life. */
async function addresses(kind: Kind): Promise<string[]> {
  const people = Array.from({ length: SIZE + WARM_UP }, () => uuidv7()).map((userId) => ({ userId, email: `${userId}@people.example` }));
  if (kind === "known") {
    await withOwner(async (client) => {
      const ids = people.map(({ userId }) => userId);
      await client.query("insert into users (id, email, created_at) select id, id || '@people.example', now() from unnest($1::uuid[]) as id", [ids]);
      await client.query("insert into totp_secrets (id, user_id, secret_sealed, created_at, confirmed_at) select id, id, 'sealed', now(), now() from unnest($1::uuid[]) with ordinality as u(id, i) where i % 2 = 0", [ids]);
      await client.query("insert into recovery_codes (id, user_id, code_hash, created_at) select gen_random_uuid(), id, id || '-' || n, now() from unnest($1::uuid[]) as id, generate_series(1, 10) as n", [ids]);
    });
  }
  return people.map(({ email }) => email);
}

let lastNetwork = 0;
/** Each call comes from a network of its own, so that no limit has a say. */
const elsewhere = () => {
  lastNetwork += 1;
  return { "x-forwarded-for": `2001:db8:${(lastNetwork >> 16).toString(16)}:${(lastNetwork & 0xffff).toString(16)}::1` };
};

/** How a call is made ready for an address; what is timed is the call alone. */
const ROUTES: Record<string, { status: number; ready: (email: string) => Promise<Call> }> = {
  "/api/sign-in/code": { status: 202, ready: async (email) => () => callRoute("POST app/api/sign-in/code/route.ts", { body: { email }, headers: elsewhere() }) },
  "/api/sign-in/code/check": { status: 200, ready: async (email) => {
    const { cookie, tokenId } = await requestSignInCode(email);
    const issued = await issueMailCode(tokenId); // as the worker does, which makes none for an unknown address
    const code = issued?.code === "123456" ? "654321" : "123456";
    return () => callRoute("POST app/api/sign-in/code/check/route.ts", { body: { code }, cookie: attemptCookie(cookie), headers: elsewhere() });
  } },
  "/api/sign-in/recovery": { status: 200, ready: async (email) => () => callRoute("POST app/api/sign-in/recovery/route.ts", { body: { email, code: "k7mp-3hxr-2fw" }, headers: elsewhere() }) },
};

describe.each(Object.entries(ROUTES))("%s", (route, { status, ready }) => {
  it(`answers ${SIZE} known and ${SIZE} unknown addresses alike in status, headers and text, and in the same time`, async () => {
    const calls = { known: [] as Call[], unknown: [] as Call[] };
    for (const kind of KINDS) for (const email of await addresses(kind)) calls[kind].push(await ready(email));
    const timed = await timeInterleaved(calls.known, calls.unknown, SEED);
    process.stdout.write(`${figuresOf(route, timed, SIZE)}\n`);
    expect(timed.answers.known.size).toBe(1);
    expect([...timed.answers.known][0]).toMatch(new RegExp(`^\\[${status},`));
    expect(timed.answers.unknown).toEqual(timed.answers.known);
    expect(timed.chance).toBeGreaterThan(LEAST);
  }, 600_000);
});

describe("the comparison", () => {
  it("notices a known address that costs twice the work", async () => {
    const { ready } = ROUTES["/api/sign-in/recovery"]!;
    const calls = { known: [] as Call[], unknown: [] as Call[] };
    for (const email of await addresses("known")) {
      const call = await ready(email);
      calls.known.push(async () => { await call(); return call(); });
    }
    for (const email of await addresses("unknown")) calls.unknown.push(await ready(email));
    const timed = await timeInterleaved(calls.known, calls.unknown, SEED);
    process.stdout.write(`${figuresOf("with a leak put in", timed, SIZE)}\n`);
    expect(timed.chance).toBeLessThan(LEAST);
  }, 600_000);
});
