import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createSession, endSession, findSessionViewer } from "@/lib/server/data/sessions";
import { issueSignInCode, markCodeSent, requestSignInCode, useSignInCode } from "@/lib/server/data/sign-in-codes";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { findDemoUser, findOrCreateUser } from "@/lib/server/data/users";
import { disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;
const ROUTE = "POST app/api/sign-in/code/route.ts";

const tokensOf = (email: string) => withOwner(async (client) =>
  (await client.query<{ id: string; code_hash: string | null }>("select id, code_hash from verification_tokens where email = $1 order by created_at", [email])).rows);

/** Asks for a code as the route does and makes it as the worker does. */
async function askForCode(email: string): Promise<string> {
  await requestSignInCode(email);
  const token = (await tokensOf(email)).at(-1)!;
  const issued = await issueSignInCode(token.id);
  return issued!.code;
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a sign-in code", () => {
  it("has six digits, is stored as a hash only, and opens once", async () => {
    const email = someone();
    const code = await askForCode(email);
    expect(code).toMatch(/^\d{6}$/);
    expect((await tokensOf(email))[0]?.code_hash).not.toContain(code);
    expect(await useSignInCode(email, code)).toBe(true);
    expect(await useSignInCode(email, code)).toBe(false);
  });

  it("opens once when it is used ten times at once", async () => {
    const email = someone();
    const code = await askForCode(email);
    const results = await Promise.all(Array.from({ length: 4 }, () => useSignInCode(email, code)));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it("is lost after five wrong tries, also when they come at once", async () => {
    const email = someone();
    const code = await askForCode(email);
    await Promise.all(Array.from({ length: 5 }, () => useSignInCode(email, wrong(code))));
    expect(await useSignInCode(email, code)).toBe(false);
  });

  it("still opens at the fifth try", async () => {
    const email = someone();
    const code = await askForCode(email);
    for (let tries = 0; tries < 4; tries += 1) expect(await useSignInCode(email, wrong(code))).toBe(false);
    expect(await useSignInCode(email, code)).toBe(true);
  });

  it("ends after ten minutes", async () => {
    const email = someone();
    const code = await askForCode(email);
    await withOwner((client) => client.query("update verification_tokens set created_at = now() - interval '10 minutes 1 second', expires_at = now() - interval '1 second' where email = $1", [email]));
    expect(await useSignInCode(email, code)).toBe(false);
  });

  it("is replaced by a newer one", async () => {
    const email = someone();
    const older = await askForCode(email);
    const newer = await askForCode(email);
    if (older !== newer) expect(await useSignInCode(email, older)).toBe(false);
    expect(await useSignInCode(email, newer)).toBe(true);
  });

  it("belongs to its address", async () => {
    const code = await askForCode(someone());
    expect(await useSignInCode(someone(), code)).toBe(false);
  });

  it("is not made twice once it was sent", async () => {
    const email = someone();
    await askForCode(email);
    const [token] = await tokensOf(email);
    await markCodeSent(token!.id);
    expect(await issueSignInCode(token!.id)).toBeNull();
  });
});

describe("asking for a code", () => {
  it("answers the same for every address, and leaves a row and a job whatever the address", async () => {
    const known = await makePerson();
    const answers = [];
    for (const email of [known.email, someone()]) {
      const response = await callRoute(ROUTE, { body: { email } });
      const [token] = await tokensOf(email);
      const { rows } = await withOwner((client) => client.query("select payload from graphile_worker._private_jobs where payload->>'tokenId' = $1", [token!.id]));
      answers.push([response.status, await response.json(), token?.code_hash, rows.length]);
    }
    expect(answers).toEqual([[202, { status: "accepted" }, null, 1], [202, { status: "accepted" }, null, 1]]);
  });

  it("is limited for each address", async () => {
    const email = someone();
    const statuses = [];
    for (let asked = 0; asked < 7; asked += 1) statuses.push((await callRoute(ROUTE, { body: { email }, headers: { "x-forwarded-for": `192.0.2.${asked}` } })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
  });

  it("sends a mail with the code to the local mailbox, whose subject tells nothing", async () => {
    const email = someone();
    await requestSignInCode(email);
    const [token] = await tokensOf(email);
    await sendSignInCode({ tokenId: token!.id });
    await sendSignInCode({ tokenId: token!.id });
    const mails = (await listLocalMails()).filter(({ to }) => to === email);
    expect(mails).toHaveLength(1);
    const code = /\b\d{6}\b/.exec(mails[0]!.text)?.[0];
    expect(mails[0]!.subject).not.toMatch(/\d|symptom|sclerosis|MS\b|relapse/);
    expect(await useSignInCode(email, code!)).toBe(true);
  });

  it("sends nothing to an unknown address where sign-up is by invitation", async () => {
    const email = someone();
    const known = await makePerson();
    const spy = vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), DAYMARK_SIGN_UP: "invited" });
    for (const address of [email, known.email]) {
      await requestSignInCode(address);
      await sendSignInCode({ tokenId: (await tokensOf(address))[0]!.id });
    }
    expect(await findOrCreateUser(email)).toBeNull();
    expect(await findOrCreateUser(known.email)).toBe(known.userId);
    spy.mockRestore();
    const sent = (await listLocalMails()).map(({ to }) => to);
    expect([sent.includes(email), sent.includes(known.email)]).toEqual([false, true]);
  });
});

describe("accounts", () => {
  it("are made at the first sign-in, once", async () => {
    const email = someone();
    const ids = await Promise.all(Array.from({ length: 5 }, () => findOrCreateUser(email)));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toEqual(expect.any(String));
  });

  it("of the demo are entered by their buttons only", async () => {
    const demo = await makePerson({ demoRole: "caregiver" });
    expect(await findOrCreateUser(demo.email)).toBeNull();
    expect(await findDemoUser("caregiver")).toEqual(expect.any(String));
  });
});

describe("a session", () => {
  it("ends on the very next request", async () => {
    const person = await makePerson();
    const sessionId = await createSession(person.userId);
    const cookie = await cookieOf({ sessionId });
    expect((await callRoute("GET app/api/session/route.ts", { cookie })).status).toBe(200);
    await endSession(sessionId);
    expect((await callRoute("GET app/api/session/route.ts", { cookie })).status).toBe(401);
  });

  it("ends with its time and with its account", async () => {
    const person = await makePerson();
    expect(await findSessionViewer(person.sessionId)).toEqual(person);
    await withOwner((client) => client.query("update sessions set created_at = now() - interval '31 days', expires_at = now() - interval '1 second' where id = $1", [person.sessionId]));
    expect(await findSessionViewer(person.sessionId)).toBeNull();
    const other = await makePerson();
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [other.userId]));
    expect(await findSessionViewer(other.sessionId)).toBeNull();
  });

  it.each(["", "forged", "a.b.c.d.e"])("is not opened by the cookie %j", async (value) => {
    expect((await callRoute("GET app/api/session/route.ts", { cookie: `daymark.session=${value}` })).status).toBe(401);
  });
});
