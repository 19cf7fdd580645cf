import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { issueMailCode, markCodeSent, useMailCode } from "@/lib/server/data/mail-codes";
import { createSession, endSession, findSessionViewer } from "@/lib/server/data/sessions";
import { findDemoUser, findOrCreateUser } from "@/lib/server/data/users";
import { disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { askForCode, attemptCookie, requestSignInCode, wrong, type Asked } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;
const ROUTE = "POST app/api/sign-in/code/route.ts";
const CHECK = "POST app/api/sign-in/code/check/route.ts";

const tokensOf = (email: string) => withOwner(async (client) =>
  (await client.query<{ id: string; code_hash: string | null }>("select id, code_hash from verification_tokens where email = $1 order by created_at", [email])).rows);
const use = ({ attemptId }: Asked, code: string) => useMailCode({ purpose: "sign-in", attemptId }, code);

describe("a sign-in code", () => {
  it("has six digits, is stored as a hash only, and opens once", async () => {
    const email = someone();
    const asked = await askForCode(email);
    expect(asked.code).toMatch(/^\d{6}$/);
    expect((await tokensOf(email))[0]?.code_hash).not.toContain(asked.code);
    expect(await use(asked, asked.code)).toEqual({ kind: "right", email });
    expect(await use(asked, asked.code)).toEqual({ kind: "expired" });
  });

  it("is lost after five wrong tries, also when they come at once", async () => {
    const asked = await askForCode(someone());
    await Promise.all(Array.from({ length: 5 }, () => use(asked, wrong(asked.code))));
    expect(await use(asked, asked.code)).toEqual({ kind: "expired" });
  });

  it("still opens at the fifth try, and tells how many are left", async () => {
    const asked = await askForCode(someone());
    for (const triesLeft of [4, 3, 2, 1]) expect(await use(asked, wrong(asked.code))).toEqual({ kind: "wrong", triesLeft });
    expect(await use(asked, asked.code)).toMatchObject({ kind: "right" });
  });

  it("ends after ten minutes", async () => {
    const asked = await askForCode(someone());
    await withOwner((client) => client.query("update verification_tokens set created_at = now() - interval '10 minutes 1 second', expires_at = now() - interval '1 second' where id = $1", [asked.tokenId]));
    expect(await use(asked, asked.code)).toEqual({ kind: "expired" });
  });

  it("works in the browser that asked for it only", async () => {
    const email = someone();
    const [mine, theirs] = [await askForCode(email), await askForCode(email)];
    if (mine.code !== theirs.code) expect(await use(theirs, mine.code)).toMatchObject({ kind: "wrong" });
    expect(await use(mine, mine.code)).toMatchObject({ kind: "right" }); // what another browser asks for with this address takes nothing away
  });

  it("is not made twice once it was sent", async () => {
    const { tokenId } = await askForCode(someone());
    await markCodeSent(tokenId);
    expect(await issueMailCode(tokenId)).toBeNull();
  });
});

describe("checking a code", () => {
  it("answers what is left to try, and is over without the browser's cookie", async () => {
    const { code, cookie } = await askForCode(someone());
    const check = async (given: string, sent: string | null) => (await callRoute(CHECK, { body: { code: given }, cookie: sent, headers: { "x-forwarded-for": uuidv7() } })).json() as Promise<unknown>;
    expect(await check(wrong(code), attemptCookie(cookie))).toEqual({ kind: "refused", triesLeft: 4 });
    expect(await check(code, null)).toEqual({ kind: "expired" });
    expect(await check(code, attemptCookie(`${cookie.split(".")[0]}.guessed`))).toEqual({ kind: "expired" });
    expect(await check(`${code.slice(0, 3)} ${code.slice(3)}`, attemptCookie(cookie))).toEqual({ kind: "done" });
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
    const asked = await requestSignInCode(email);
    await sendSignInCode({ tokenId: asked.tokenId });
    await sendSignInCode({ tokenId: asked.tokenId });
    const mails = (await listLocalMails()).filter(({ to }) => to === email);
    expect(mails).toHaveLength(1);
    const code = /\b\d{6}\b/.exec(mails[0]!.text)?.[0];
    expect(mails[0]!.subject).not.toMatch(/\d|symptom|sclerosis|MS\b|relapse/);
    expect(await use(asked, code!)).toMatchObject({ kind: "right" });
  });

  it.each(["invited", "closed"] as const)("sends nothing to an unknown address where sign-up is %s", async (signUp) => {
    const email = someone();
    const known = await makePerson();
    const spy = vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), DAYMARK_SIGN_UP: signUp });
    for (const address of [email, known.email]) await sendSignInCode({ tokenId: (await requestSignInCode(address)).tokenId });
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
    const sessionId = await createSession({ userId: person.userId, isStrong: false, isConfirmed: true });
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
