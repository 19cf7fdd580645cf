import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/server/data/account-deletion";
import { saveDiary } from "@/lib/server/data/diaries";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { listAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { db, disconnect, pool } from "@/lib/server/db";
import { ConfirmFirstError, ConflictError } from "@/lib/server/errors";
import { asViewer } from "@/lib/server/access";
import { sendAccountNotice } from "@/lib/server/jobs/send-account-notice";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeFullAccount, WITHOUT_PEOPLE } from "@/tests/integration/support/full-account";
import { mailsTo } from "@/tests/integration/support/mailbox";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { findTraces, fingerprintOthers, listTables } from "@/tests/integration/support/traces";

const ROUTE = "DELETE app/api/account/route.ts";
const YES = { confirm: "delete-everything" };
const DAYS = { from: "2000-01-01", to: "2100-01-01" };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const noticesTo = (email: string) => db().accountNotice.findMany({ where: { email } });
/** What is found after the one mail left, which the worker sends; here it leaves for the local mailbox. */
const tracesOnceTold = async (client: Client, { email }: { email: string }, words: readonly string[]) => {
  const notices = await noticesTo(email);
  expect(notices.map(({ kind }) => kind)).toEqual(["account-deleted"]);
  await sendAccountNotice({ noticeId: notices[0]!.id });
  await client.query('delete from local_mails where "to" = $1', [email]);
  return findTraces(client, words);
};

describe("deleting an account", () => {
  it("leaves nothing of the person or the diary in any table, and nobody else's rows change", async () => {
    const { person, diaryId, other, otherDiaryId } = await makeFullAccount();
    const words = [person.userId, diaryId, person.email, person.sessionId];
    await withOwner(async (client) => {
      // A table that this account has no row in would prove nothing: a new one needs its row in makeFullAccount.
      expect(Object.keys(await findTraces(client, words))).toEqual((await listTables(client)).filter((table) => !WITHOUT_PEOPLE.includes(table)));
      const others = await fingerprintOthers(client, [...words, otherDiaryId]);
      expect((await callRoute(ROUTE, { cookie: await cookieOf(person), body: YES })).status).toBe(204);
      // The one notice that tells of it, until it is sent; what it holds is asked below.
      expect(await findTraces(client, words)).toEqual({ account_notices: 1 });
      expect(await tracesOnceTold(client, person, words)).toEqual({});
      // Limits count on, and the local mailbox keeps the newest mails only: the notice may have pushed an old one out.
      expect({ ...await fingerprintOthers(client, [...words, otherDiaryId]), rate_limits: others.rate_limits, local_mails: others.local_mails }).toEqual(others);
    });
    // In the other diary: what was done stays, without the name.
    expect((await listAccessEvents(other, otherDiaryId)).map(({ actorName, isYou, role, action }) => ({ actorName, isYou, role, action })))
      .toEqual([{ actorName: null, isYou: false, role: "caregiver", action: "check-ins:read" }]);
    expect(await listCheckIns(other, { diaryId: otherDiaryId, ...DAYS })).toMatchObject([{ note: "written for someone else", enteredBy: "caregiver" }]);
    expect(await listAlerts(other, { diaryId: otherDiaryId, ...DAYS })).toMatchObject([{ response: "called" }]);
  });

  it("signs out at once, takes every cookie away, and sending it again deletes nothing more", async () => {
    const person = await makePerson();
    const cookie = await cookieOf(person);
    const bystander = await makePerson();
    const deleted = await callRoute(ROUTE, { cookie, body: YES });
    expect([deleted.status, deleted.headers.get("clear-site-data")]).toEqual([204, '"cache", "cookies", "storage"']);
    expect(deleted.headers.getSetCookie().map((line) => line.replace(/;.*/, ""))).toEqual(["session", "csrf", "callback", "attempt", "device"].map((name) => `daymark.${name}=`));
    expect((await callRoute("GET app/api/session/route.ts", { cookie })).status).toBe(401);
    expect((await callRoute(ROUTE, { cookie, body: YES })).status).toBe(401);
    expect((await callRoute("GET app/api/session/route.ts", { cookie: await cookieOf(bystander) })).status).toBe(200);
  });

  it("happens once when it is sent ten times at once", async () => {
    const person = await makePerson();
    await makeDiary(person);
    await Promise.all(Array.from({ length: 10 }, () => deleteAccount(person).catch((error: unknown) => expect(error).toBeInstanceOf(ConfirmFirstError))));
    await withOwner(async (client) => expect(await tracesOnceTold(client, person, [person.userId])).toEqual({}));
  });

  it("wins against check-ins that are stored in the same moment", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    const storing = Array.from({ length: 20 }, () => storeCheckIns(person, diaryId, [checkInBody()]).catch(() => null));
    await Promise.all([...storing, deleteAccount(person)]);
    await withOwner(async (client) => expect(await tracesOnceTold(client, person, [person.userId, diaryId])).toEqual({}));
  });

  it.each([[{}], [{ confirm: "yes" }], [{ ...YES, userId: "x" }]])("needs the clear confirmation: %j deletes nothing", async (body) => {
    const person = await makePerson();
    expect((await callRoute(ROUTE, { cookie: await cookieOf(person), body })).status).toBe(400);
    expect((await callRoute("GET app/api/session/route.ts", { cookie: await cookieOf(person) })).status).toBe(200);
  });

  it("needs a fresh proof of who asks", async () => {
    const person = await makePerson();
    for (const [age, status] of [["16 minutes", 403], ["14 minutes", 204]] as const) {
      await withOwner((client) => client.query("update sessions set confirmed_at = now() - $2::interval where id = $1", [person.sessionId, age]));
      const response = await callRoute(ROUTE, { cookie: await cookieOf(person), body: YES });
      expect(response.status, age).toBe(status);
      if (status === 403) expect(await response.json()).toEqual({ error: { code: "confirm-first" } });
    }
  });

  it("is refused without a session, and for a demo account, by the code and by the database", async () => {
    expect((await callRoute(ROUTE, { cookie: null, body: YES })).status).toBe(401);
    const demo = await makePerson({ demoRole: "owner" });
    await expect(deleteAccount(demo)).rejects.toBeInstanceOf(ConflictError);
    const [row] = await asViewer(demo, (tx) => tx.$queryRaw<{ gone: boolean }[]>`select daymark_delete_account() as gone`);
    expect(row).toEqual({ gone: false });
    const notice = crypto.randomUUID();
    const [left] = await asViewer(demo, (tx) => tx.$queryRaw<{ gone: boolean }[]>`select daymark_leave(${notice}::uuid) as gone`);
    expect(left).toEqual({ gone: false });
    expect(await noticesTo(demo.email)).toEqual([]);
  });

  it("reaches nobody when nobody is named as the viewer", async () => {
    const { rows } = await pool().query<{ gone: boolean }>("select daymark_delete_account() as gone");
    expect(rows).toEqual([{ gone: false }]);
  });

  it("frees the address for a new start", async () => {
    const person = await makePerson();
    await saveDiary(person, crypto.randomUUID(), { displayName: "x", profile: {}, setUpDone: true });
    await deleteAccount(person);
    await withOwner((client) => client.query("insert into users (id, email, created_at) values ($1, $2, now())", [crypto.randomUUID(), person.email]));
  });

  it("spares what another account did under an address that was once theirs", async () => {
    const { person } = await makeFullAccount();
    await withOwner(async (client) => {
      const now = await makePerson();
      await client.query("update email_changes set undo_until = now() - interval '1 second' where user_id = $1", [person.userId]); // until then it is kept for them
      await client.query("update users set email = $2 where id = $1", [now.userId, `old-${person.email}`]);
      await client.query("insert into account_notices (id, user_id, email, kind, details, created_at) values ($1, $2, $3, 'new-device', '{}', now())", [crypto.randomUUID(), now.userId, `old-${person.email}`]);
      await deleteAccount(person);
      expect(await findTraces(client, [now.userId])).toMatchObject({ users: 1, sessions: 1, account_notices: 1 });
    });
  });
});

describe("the mail about it", () => {
  it("is the one thing left until it is sent, holds the address alone, and goes with it", async () => {
    const person = await makePerson();
    const before = Date.now();
    await deleteAccount(person);
    const [notice, ...more] = await noticesTo(person.email);
    expect(more).toEqual([]);
    expect(notice).toEqual({ id: expect.any(String), userId: null, email: person.email, kind: "account-deleted", details: {}, createdAt: expect.any(Date), sentAt: null });
    expect(notice!.createdAt.getTime()).toBeGreaterThanOrEqual(before - 1_000);
    await withOwner(async (client) => {
      const { rows } = await client.query("select payload from graphile_worker._private_jobs where payload->>'noticeId' = $1", [notice!.id]);
      expect(rows).toEqual([{ payload: { noticeId: notice!.id } }]);
    });
    for (let times = 0; times < 2; times += 1) await sendAccountNotice({ noticeId: notice!.id });
    expect(await noticesTo(person.email)).toEqual([]);
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toEqual(["Your Daymark account was deleted"]);
  });

  it("goes to the address of this moment only, not to one of before", async () => {
    const { person } = await makeFullAccount();
    await deleteAccount(person);
    expect(await noticesTo(`old-${person.email}`)).toEqual([]);
    expect((await noticesTo(person.email)).map(({ kind }) => kind)).toEqual(["account-deleted"]);
  });
});
