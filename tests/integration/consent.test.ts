import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONSENT_VERSION, consentState } from "@/lib/domain/account/consent";
import { withdrawConsent } from "@/lib/server/data/consents";
import { findOwn, listSharedDiaries } from "@/lib/server/data/diaries";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { ConflictError, NotFoundError } from "@/lib/server/errors";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { mailNotices, mailsTo, waitingNotices, type ReadMail } from "@/tests/integration/support/mailbox";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const GIVE = "POST app/api/account/consent/route.ts";
const WITHDRAW = "DELETE app/api/account/consent/route.ts";
const MAKE = "PUT app/api/diaries/[diaryId]/route.ts";
const DIARY = { displayName: "Ada", profile: {}, setUpDone: false };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const stateOf = async (viewer: Viewer) => consentState((await findOwn({ ...viewer })).consent);
const give = async (viewer: Viewer, version = CONSENT_VERSION) => callRoute(GIVE, { cookie: await cookieOf(viewer), body: { version } });
const withdraw = async (viewer: Viewer) => callRoute(WITHDRAW, { cookie: await cookieOf(viewer) });
const makeOwn = async (viewer: Viewer) => callRoute(MAKE, { cookie: await cookieOf(viewer), params: { diaryId: uuidv7() }, body: DIARY });
const rowsOf = (viewer: Viewer) => withOwner(async (client) =>
  (await client.query<{ version: string; given_at: Date; withdrawn_at: Date | null }>("select version, given_at, withdrawn_at from consents where user_id = $1 order by given_at", [viewer.userId])).rows);
/** As after a deployment whose text is a new one. */
const textChanges = (viewer: Viewer) => withOwner((client) => client.query("update consents set version = '2020-01-01' where user_id = $1", [viewer.userId]));

describe("consent", () => {
  it("is kept with its version and its moment, once, however often it is sent", async () => {
    const person = await makePerson({ hasConsented: false });
    expect(await stateOf(person)).toBe("none");
    const before = Date.now();
    const answers = await Promise.all(Array.from({ length: 5 }, () => give(person)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const [row, ...more] = await rowsOf(person);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ version: CONSENT_VERSION, withdrawn_at: null });
    expect(row!.given_at.getTime()).toBeGreaterThanOrEqual(before);
    expect(await stateOf(person)).toBe("current");
  });

  it.each(["2020-01-01", "2099-01-01", CONSENT_VERSION.toUpperCase() + " "])("to another text is refused: %s", async (version) => {
    const person = await makePerson({ hasConsented: false });
    const response = await give(person, version);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: { code: "conflict" } });
    expect(await rowsOf(person)).toEqual([]);
  });

  it("comes before a diary: without one none is made", async () => {
    const person = await makePerson({ hasConsented: false });
    const refused = await makeOwn(person);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toEqual({ error: { code: "consent-missing" } });
    expect((await findOwn({ ...person })).diary).toBeNull();
    await give(person);
    expect((await makeOwn(person)).status).toBe(200);
  });

  it.each(["outdated", "withdrawn"])("that is %s makes no diary either", async (state) => {
    const person = await makePerson();
    await (state === "outdated" ? textChanges(person) : withdraw(person));
    expect(await stateOf(person)).toBe(state);
    expect((await makeOwn(person)).status).toBe(403);
    expect((await findOwn({ ...person })).diary).toBeNull();
  });

  it("never holds back a check-in, when its text has changed, nor when it was withdrawn", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    await textChanges(person);
    expect(await storeCheckIns(person, diaryId, [checkInBody()])).toMatchObject([{ status: "stored" }]);
    await withdraw(person);
    expect(await storeCheckIns(person, diaryId, [checkInBody()])).toMatchObject([{ status: "stored" }]);
  });

  it("to a new text stands beside the old one, and both end together", async () => {
    const person = await makePerson();
    await makeDiary(person);
    await textChanges(person);
    expect(await stateOf(person)).toBe("outdated");
    await give(person);
    expect(await stateOf(person)).toBe("current");
    await withdraw(person);
    const rows = await rowsOf(person);
    expect(rows.map(({ version }) => version)).toEqual(["2020-01-01", CONSENT_VERSION]);
    for (const { withdrawn_at } of rows) expect(withdrawn_at).toBeInstanceOf(Date);
  });
});

describe("withdrawing", () => {
  it("ends sharing and every other session at once, and deletes nothing", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    await storeCheckIns(person, diaryId, [checkInBody()]);
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"] });
    const days = { diaryId, from: "2000-01-01", to: "2100-01-01" };
    expect(await listCheckIns(caregiver, days)).toHaveLength(1);
    const elsewhere = { ...person, sessionId: uuidv7() };
    await withOwner((client) => client.query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at) values ($1, $2, now(), now(), now() + interval '1 day', now() + interval '1 day')", [elsewhere.sessionId, person.userId]));

    expect((await withdraw(person)).status).toBe(204);
    expect(await stateOf(person)).toBe("withdrawn");
    expect((await callRoute("GET app/api/session/route.ts", { cookie: await cookieOf(elsewhere) })).status).toBe(401);
    expect((await callRoute("GET app/api/session/route.ts", { cookie: await cookieOf(person) })).status).toBe(200);
    await expect(listCheckIns(caregiver, days)).rejects.toBeInstanceOf(NotFoundError);
    expect(await listSharedDiaries(caregiver)).toEqual([]);
    expect(await listCheckIns(person, days)).toHaveLength(1);
    await withOwner(async (client) => {
      const { rows } = await client.query("select action, role from access_events where diary_id = $1 and actor_id = $2 and action = 'consent:write'", [diaryId, person.userId]);
      expect(rows).toEqual([{ action: "consent:write", role: "owner" }]);
      const notices = await client.query("select kind, email from account_notices where user_id = $1", [person.userId]);
      expect(notices.rows).toEqual([{ kind: "consent-withdrawn", email: person.email }]);
    });
  });

  it("is told by mail, once, also where no other device was signed in", async () => {
    const person = await makePerson();
    await withdraw(person);
    await withdraw(person);
    expect((await waitingNotices(person.userId)).map(({ kind, email }) => [kind, email])).toEqual([["consent-withdrawn", person.email]]);
    await mailNotices(person.userId);
    const [{ text }, ...more] = await mailsTo(person.email) as [ReadMail, ...ReadMail[]];
    expect(more).toEqual([]);
    expect(text).toContain("All sharing has ended, and all other devices were signed out. Nothing was deleted.");
    expect(text).toContain("Sign in, and agree again");
  });

  it("can be done again without a change, and agreeing again does not bring sharing back", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"] });
    await withdraw(person);
    const [first] = await rowsOf(person);
    expect((await withdraw(person)).status).toBe(204);
    expect(await rowsOf(person)).toEqual([first]);
    await give(person);
    expect(await stateOf(person)).toBe("current");
    expect(await rowsOf(person)).toHaveLength(2);
    expect(await listSharedDiaries(caregiver)).toEqual([]);
  });

  it("touches nobody else: not those who share with the person, and no other consent", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const otherDiary = await makeDiary(other);
    await makeGrant(otherDiary, person, { scopes: ["check-ins:read"] });
    await withdraw(person);
    expect(await stateOf(other)).toBe("current");
    expect((await listSharedDiaries(person)).map(({ diaryId }) => diaryId)).toEqual([otherDiary]);
  });

  it("is not for demo accounts, which many people share, nor without a session", async () => {
    const demo = await makePerson({ demoRole: "owner" });
    expect((await withdraw(demo)).status).toBe(409);
    await expect(withdrawConsent(demo)).rejects.toBeInstanceOf(ConflictError);
    expect(await stateOf(demo)).toBe("current");
    expect((await callRoute(WITHDRAW, { cookie: null })).status).toBe(401);
    expect((await callRoute(GIVE, { cookie: null, body: { version: CONSENT_VERSION } })).status).toBe(401);
  });
});

describe("a demo account", () => {
  it("counts as consented: its diary can be made without a tap more", async () => {
    const demo = await makePerson({ demoRole: "owner", hasConsented: false });
    expect((await makeOwn(demo)).status).toBe(200);
  });
});
