import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { askForDeletion, COME_BACK_MS, deleteDueAccounts, keepAccount } from "@/lib/server/data/account-deletion";
import { getSharedDiary, listSharedDiaries, saveDiary } from "@/lib/server/data/diaries";
import { listGrants } from "@/lib/server/data/grants";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { listAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { db, disconnect, pool } from "@/lib/server/db";
import { ConflictError, SessionEndedError } from "@/lib/server/errors";
import { asViewer } from "@/lib/server/access";
import { TASKS } from "@/lib/server/jobs/tasks";
import { log } from "@/lib/server/log";
import { createSession, findSessionLeaver, findSessionViewer } from "@/lib/server/data/sessions";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeFullAccount, WITHOUT_PEOPLE } from "@/tests/integration/support/full-account";
import { mailNotices, mailsTo, waitingNotices } from "@/tests/integration/support/mailbox";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { findTraces, fingerprintOthers, listTables } from "@/tests/integration/support/traces";

const ROUTE = "DELETE app/api/account/route.ts";
const YES = { confirm: "delete-everything" };
const DAYS = { from: "2000-01-01", to: "2100-01-01" };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

/** As if so much time had passed since they asked: what counts is the database's clock. */
const passes = ({ userId }: { userId: string }, interval: string) => withOwner((client) =>
  client.query("update users set deletion_asked_at = deletion_asked_at - $2::interval, delete_after = delete_after - $2::interval where id = $1", [userId, interval]));
const sessionStatus = async (cookie: string) => (await callRoute("GET app/api/session/route.ts", { cookie })).status;

describe("asking for the deletion of an account", () => {
  it("ends sharing and every other session at once, and deletes nothing", async () => {
    const { person, caregiver, diaryId } = await makeFullAccount();
    const otherDevice = await createSession({ userId: person.userId, isStrong: false, isConfirmed: true });
    const caregiversCookie = await cookieOf(caregiver);
    await withOwner(async (client) => {
      const before = await findTraces(client, [diaryId]);
      const asked = await callRoute(ROUTE, { cookie: await cookieOf(person), body: YES });
      expect(asked.status).toBe(200);
      const { deleteAfter } = await asked.json() as { deleteAfter: string };
      expect(Math.abs(Date.parse(deleteAfter) - Date.now() - COME_BACK_MS)).toBeLessThan(10_000);
      expect(await findTraces(client, [diaryId])).toEqual({ ...before, access_events: before.access_events! + 1 });
    });
    expect(await listSharedDiaries(caregiver)).toEqual([]);
    await expect(listCheckIns(caregiver, { diaryId, ...DAYS })).rejects.toThrow();
    expect(await sessionStatus(caregiversCookie)).toBe(200);
    expect(await findSessionViewer(otherDevice)).toBeNull();
    expect(await findSessionLeaver(otherDevice)).toBeNull();
    expect(await findSessionLeaver(person.sessionId)).toMatchObject({ userId: person.userId });
  });

  it("opens nothing any more but taking the data and coming back, also to who signs in anew", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    await askForDeletion(person);
    const sessionId = await createSession({ userId: person.userId, isStrong: true, isConfirmed: true });
    for (const cookie of [await cookieOf(person), await cookieOf({ sessionId })]) {
      expect(await sessionStatus(cookie)).toBe(401);
      expect((await callRoute("GET app/api/diaries/[diaryId]/context/route.ts", { cookie, params: { diaryId } })).status).toBe(401);
      expect((await callRoute("POST app/api/diaries/[diaryId]/check-ins/route.ts", { cookie, params: { diaryId }, body: { checkIns: [checkInBody()] } })).status).toBe(401);
      expect((await callRoute(ROUTE, { cookie, body: YES })).status).toBe(401);
      expect((await callRoute("GET app/api/diaries/[diaryId]/export/route.ts", { cookie, params: { diaryId } })).status).toBe(200);
    }
  });

  it("keeps the first day when it is sent ten times at once, and tells once", async () => {
    const person = await makePerson();
    const days = await Promise.all(Array.from({ length: 10 }, () => askForDeletion(person)));
    expect(new Set(days.map(Number)).size).toBe(1);
    expect((await waitingNotices(person.userId)).map(({ kind }) => kind)).toEqual(["account-leaving"]);
  });

  it.each([[{}], [{ confirm: "yes" }], [{ ...YES, userId: "x" }]])("needs the clear confirmation: %j changes nothing", async (body) => {
    const person = await makePerson();
    expect((await callRoute(ROUTE, { cookie: await cookieOf(person), body })).status).toBe(400);
    expect(await sessionStatus(await cookieOf(person))).toBe(200);
  });

  it("needs a fresh proof of who asks", async () => {
    const person = await makePerson();
    for (const [age, status] of [["16 minutes", 403], ["14 minutes", 200]] as const) {
      await withOwner((client) => client.query("update sessions set confirmed_at = now() - $2::interval where id = $1", [person.sessionId, age]));
      const response = await callRoute(ROUTE, { cookie: await cookieOf(person), body: YES });
      expect(response.status, age).toBe(status);
      if (status === 403) expect(await response.json()).toEqual({ error: { code: "confirm-first" } });
    }
  });

  it("is refused without a session, and for a demo account, which the database does not delete either", async () => {
    expect((await callRoute(ROUTE, { cookie: null, body: YES })).status).toBe(401);
    const demo = await makePerson({ demoRole: "owner" });
    await expect(askForDeletion(demo)).rejects.toBeInstanceOf(ConflictError);
    expect(await waitingNotices(demo.userId)).toEqual([]);
  });

  it("is the only way in: the app's role deletes no account at once", async () => {
    const person = await makePerson();
    await expect(asViewer(person, (tx) => tx.$executeRaw`set local role daymark_app`.then(() => tx.$queryRaw`select daymark_delete_account() as gone`))).rejects.toThrow(/permission denied/);
  });
});

describe("coming back", () => {
  it("restores the diary as it was, but for the sharing, which stays ended", async () => {
    const { person, caregiver, diaryId } = await makeFullAccount();
    const entries = await listCheckIns(person, { diaryId, ...DAYS });
    await askForDeletion(person);
    await passes(person, "6 days 23 hours 59 minutes");
    const cookie = await cookieOf(person);
    expect((await callRoute("POST app/api/account/keep/route.ts", { cookie })).status).toBe(204);
    expect((await callRoute("POST app/api/account/keep/route.ts", { cookie })).status).toBe(204);
    expect(await sessionStatus(cookie)).toBe(200);
    expect(await listCheckIns(person, { diaryId, ...DAYS })).toEqual(entries);
    expect((await listGrants(person, diaryId)).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(await listSharedDiaries(caregiver)).toEqual([]);
    expect((await listAccessEvents(person, diaryId)).filter(({ action }) => action === "deletion:write")).toHaveLength(2);
    await passes(person, "8 days");
    await deleteDueAccounts();
    expect(await sessionStatus(cookie)).toBe(200);
  });

  it("gives a caregiver without a diary what is shared with them back", async () => {
    const [owner, caregiver] = [await makePerson(), await makePerson()];
    const diaryId = await makeDiary(owner);
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"] });
    await askForDeletion(caregiver);
    expect(await sessionStatus(await cookieOf(caregiver))).toBe(401);
    await keepAccount(caregiver);
    expect(await sessionStatus(await cookieOf(caregiver))).toBe(200);
    await expect(getSharedDiary(caregiver, diaryId)).resolves.toMatchObject({ displayName: "Test diary" });
  });

  it("is too late when the time is over, also before the worker came", async () => {
    const person = await makePerson();
    await askForDeletion(person);
    await passes(person, "7 days");
    await expect(keepAccount(person)).rejects.toBeInstanceOf(SessionEndedError);
    await deleteDueAccounts();
    await expect(keepAccount(person)).rejects.toBeInstanceOf(SessionEndedError);
  });

  it("takes the mail back when it has not left", async () => {
    const person = await makePerson();
    await askForDeletion(person);
    await keepAccount(person);
    await mailNotices(person.userId);
    expect(await mailsTo(person.email)).toEqual([]);
  });
});

describe("seven days later", () => {
  it("nothing of the person or the diary is left in any table, and nobody else's rows changed; a second before, everything was there", async () => {
    const { person, diaryId, other, otherDiaryId } = await makeFullAccount();
    const words = [person.userId, diaryId, person.email, person.sessionId];
    await withOwner(async (client) => {
      // A table that this account has no row in would prove nothing: a new one needs its row in makeFullAccount.
      expect(Object.keys(await findTraces(client, words))).toEqual((await listTables(client)).filter((table) => !WITHOUT_PEOPLE.includes(table)));
      const others = await fingerprintOthers(client, [...words, otherDiaryId]);
      await askForDeletion(person);
      const before = await findTraces(client, words);
      await passes(person, "6 days 23 hours 59 minutes 59 seconds");
      await deleteDueAccounts();
      expect(await findTraces(client, words)).toEqual(before);
      await passes(person, "1 second");
      await TASKS["delete-account"]!({});
      expect(await findTraces(client, words)).toEqual({});
      expect({ ...await fingerprintOthers(client, [...words, otherDiaryId]), rate_limits: others.rate_limits }).toEqual(others);
    });
    // In the other diary: what was done stays, without the name.
    expect((await listAccessEvents(other, otherDiaryId)).map(({ actorName, isYou, role, action }) => ({ actorName, isYou, role, action })))
      .toEqual([{ actorName: null, isYou: false, role: "caregiver", action: "check-ins:read" }]);
    expect(await listCheckIns(other, { diaryId: otherDiaryId, ...DAYS })).toMatchObject([{ note: "written for someone else", enteredBy: "caregiver" }]);
    expect(await listAlerts(other, { diaryId: otherDiaryId, ...DAYS })).toMatchObject([{ response: "called" }]);
  });

  it("the worker is told in time: a job stands for that moment, and names nobody", async () => {
    const person = await makePerson();
    const until = await askForDeletion(person);
    await withOwner(async (client) => {
      const { rows } = await client.query<{ payload: object; run_at: Date }>(`select p.payload, p.run_at from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
        where t.identifier = 'delete-account' and p.run_at = $1`, [until]);
      expect(rows).toEqual([{ payload: {}, run_at: until }]);
    });
  });

  it("each account goes once, however many workers come at once", async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => makePerson()));
    for (const person of people) {
      await askForDeletion(person);
      await passes(person, "7 days");
    }
    const counts = await Promise.all(Array.from({ length: 3 }, () => deleteDueAccounts()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(await db().user.count({ where: { id: { in: people.map(({ userId }) => userId) } } })).toBe(0);
  });

  it("one that cannot be deleted is logged by its id, holds up no other, and goes with a later run", async () => {
    const [stuck, ...others] = await Promise.all(Array.from({ length: 3 }, () => makePerson()));
    for (const person of [stuck!, ...others]) {
      await askForDeletion(person);
      await passes(person, person === stuck ? "9 days" : "7 days");
    }
    const left = () => db().user.findMany({ where: { id: { in: [stuck!, ...others].map(({ userId }) => userId) } }, select: { id: true } });
    const logged = vi.spyOn(log, "error").mockReturnValue();
    await withOwner((client) => client.query(`create function test_refuse() returns trigger language plpgsql as $$ begin
      if old.id = '${stuck!.userId}' then raise exception 'refused'; end if; return old; end $$;
      create trigger test_refuse before delete on users for each row execute function test_refuse()`));
    try {
      await expect(TASKS["delete-account"]!({})).rejects.toThrow("1 of 3 due accounts could not be deleted");
      expect(await left()).toEqual([{ id: stuck!.userId }]);
      expect(logged.mock.calls).toEqual([["An account could not be deleted", expect.objectContaining({ accountId: stuck!.userId })]]);
      expect(JSON.stringify(logged.mock.calls)).not.toContain(stuck!.email);
    } finally {
      logged.mockRestore();
      await withOwner((client) => client.query("drop function test_refuse() cascade"));
    }
    expect(await deleteDueAccounts()).toBe(1);
    expect(await left()).toEqual([]);
  });

  it("goes also when the operator closed the account meanwhile", async () => {
    const person = await makePerson();
    await askForDeletion(person);
    await passes(person, "7 days");
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [person.userId]));
    await deleteDueAccounts();
    expect(await db().user.count({ where: { id: person.userId } })).toBe(0);
  });

  it("reaches nobody who did not ask", async () => {
    const person = await makePerson();
    await deleteDueAccounts();
    expect(await sessionStatus(await cookieOf(person))).toBe(200);
    const { rows } = await pool().query<{ gone: boolean }>("select daymark_delete_due_account($1::uuid) as gone", [person.userId]);
    expect(rows).toEqual([{ gone: false }]);
  });

  it("wins against check-ins that were stored at the moment of asking", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    const storing = Array.from({ length: 20 }, () => storeCheckIns(person, diaryId, [checkInBody()]).catch(() => null));
    await Promise.all([...storing, askForDeletion(person)]);
    await passes(person, "7 days");
    await deleteDueAccounts();
    await withOwner(async (client) => expect(await findTraces(client, [person.userId, diaryId])).toEqual({}));
  });

  it("frees the address for a new start, and keeps it until then", async () => {
    const person = await makePerson();
    await saveDiary(person, crypto.randomUUID(), { displayName: "x", profile: {}, setUpDone: true });
    await askForDeletion(person);
    const again = () => withOwner((client) => client.query("insert into users (id, email, created_at) values ($1, $2, now())", [crypto.randomUUID(), person.email]));
    await expect(again()).rejects.toThrow(/users_email_key/);
    await passes(person, "7 days");
    await deleteDueAccounts();
    await again();
  });

  it("spares what another account did under an address that was once theirs", async () => {
    const { person } = await makeFullAccount();
    await withOwner(async (client) => {
      const now = await makePerson();
      await client.query("update email_changes set undo_until = now() - interval '1 second' where user_id = $1", [person.userId]); // until then it is kept for them
      await client.query("update users set email = $2 where id = $1", [now.userId, `old-${person.email}`]);
      await client.query("insert into account_notices (id, user_id, email, kind, details, created_at) values ($1, $2, $3, 'new-device', '{}', now())", [crypto.randomUUID(), now.userId, `old-${person.email}`]);
      await askForDeletion(person);
      await passes(person, "7 days");
      await deleteDueAccounts();
      expect(await findTraces(client, [now.userId])).toMatchObject({ users: 1, sessions: 1, account_notices: 1 });
    });
  });
});

describe("the mail about it", () => {
  it("is one, tells the day, and goes to the address of this moment only", async () => {
    const { person } = await makeFullAccount();
    await db().accountNotice.deleteMany({ where: { userId: person.userId } });
    const until = await askForDeletion(person);
    await mailNotices(person.userId);
    await mailNotices(person.userId);
    const [mail, ...more] = (await mailsTo(person.email)).filter(({ subject }) => subject === "Your Daymark account will be deleted");
    expect(more).toEqual([]);
    expect(mail!.text).toContain(`It will be deleted after ${new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(until)} `);
    expect((await mailsTo(`old-${person.email}`)).filter(({ subject }) => subject === "Your Daymark account will be deleted")).toEqual([]);
    await passes(person, "7 days");
    await deleteDueAccounts();
    expect(await mailsTo(person.email)).toEqual([]);
  });
});
