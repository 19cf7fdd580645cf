import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { endAllOtherSessions, endOwnSession, listOwnSessions } from "@/lib/server/data/own-sessions";
import { clearSessions, createSession, endSession, findSessionViewer, type NewSession } from "@/lib/server/data/sessions";
import { db, disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterEach(() => vi.restoreAllMocks());
afterAll(() => disconnect());

const start = (userId: string, more: Partial<NewSession> = {}) => createSession({ userId, isStrong: false, isConfirmed: true, ...more });
const rowOf = (id: string) => db().session.findUniqueOrThrow({ where: { id } });
/** Moves all moments of a session back, as if it had been begun and used earlier. */
const ago = (id: string, ms: number) => withOwner((client) => client.query(
  `update sessions set created_at = created_at - $2::interval, last_used_at = last_used_at - $2::interval, expires_at = expires_at - $2::interval,
     ends_at = ends_at - $2::interval where id = $1`, [id, `${ms} milliseconds`]));
const noticesOf = (userId: string) => db().accountNotice.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
const lives = async (id: string) => (await callRoute("GET app/api/session/route.ts", { cookie: await cookieOf({ sessionId: id }) })).status === 200;

describe("the limits of a session", () => {
  it.each([
    { what: "as preset", given: {}, isShared: false, idle: 30 * DAY_MS, most: 180 * DAY_MS },
    { what: "as the operator says", given: { DAYMARK_SESSION_IDLE_DAYS: 2, DAYMARK_SESSION_MAX_DAYS: 5 }, isShared: false, idle: 2 * DAY_MS, most: 5 * DAY_MS },
    { what: "on a shared device", given: {}, isShared: true, idle: 2 * HOUR_MS, most: 12 * HOUR_MS },
  ])("hold on both sides: $what", async ({ given, isShared, idle, most }) => {
    const real = settings.env();
    vi.spyOn(settings, "env").mockReturnValue({ ...real, ...given });
    const { userId } = await makePerson();
    const slack = 5_000;
    const idleOne = await start(userId, { isShared });
    await ago(idleOne, idle - slack);
    expect(await lives(idleOne), "just before the idle limit").toBe(true);
    const deadOne = await start(userId, { isShared });
    await ago(deadOne, idle + 1);
    expect(await lives(deadOne), "just after the idle limit").toBe(false);

    const usedAllTheTime = await start(userId, { isShared });
    await ago(usedAllTheTime, most - slack);
    // as if it had been used a moment ago, and again until its end
    await withOwner((client) => client.query("update sessions set last_used_at = now(), expires_at = ends_at where id = $1", [usedAllTheTime]));
    expect(await lives(usedAllTheTime), "just before the absolute limit").toBe(true);
    await ago(usedAllTheTime, slack + 1);
    expect(await lives(usedAllTheTime), "just after the absolute limit").toBe(false);
  });

  it("a use moves the idle limit on, never past the absolute one", async () => {
    const { userId } = await makePerson();
    const id = await start(userId);
    await ago(id, 20 * DAY_MS);
    const used = await rowOf(id);
    expect(await findSessionViewer(id)).toMatchObject({ userId });
    const { expiresAt, endsAt } = await rowOf(id);
    expect(endsAt).toEqual(used.endsAt);
    expect(Math.abs(expiresAt.getTime() - Date.now() - 30 * DAY_MS)).toBeLessThan(MINUTE_MS);
    await withOwner((client) => client.query("update sessions set created_at = now() - interval '170 days', ends_at = now() + interval '10 days', expires_at = now() + interval '1 day', last_used_at = now() - interval '2 hours' where id = $1", [id]));
    await findSessionViewer(id);
    const later = await rowOf(id);
    expect(later.expiresAt).toEqual(later.endsAt);
  });

  it.each([{ isShared: false, quietMs: HOUR_MS }, { isShared: true, quietMs: 5 * MINUTE_MS }])("a use is noted once in a while only: shared $isShared", async ({ isShared, quietMs }) => {
    const { userId } = await makePerson();
    const id = await start(userId, { isShared });
    await ago(id, quietMs - MINUTE_MS);
    const before = await rowOf(id);
    await findSessionViewer(id);
    expect(await rowOf(id)).toEqual(before);
    await ago(id, 2 * MINUTE_MS);
    await findSessionViewer(id);
    expect((await rowOf(id)).lastUsedAt.getTime()).toBeGreaterThan(before.lastUsedAt.getTime());
  });
});

describe("sessions that ran out", () => {
  it("are forgotten, with what their browser told, and the others stay", async () => {
    const { userId, sessionId } = await makePerson();
    const over = await start(userId, { device: "Safari on iPhone", place: "Europe/Berlin" });
    await ago(over, 31 * DAY_MS);
    const [live, shared] = [await start(userId), await start(userId, { isShared: true })];
    await ago(shared, 3 * HOUR_MS);
    await clearSessions();
    expect((await db().session.findMany({ where: { userId }, select: { id: true } })).map(({ id }) => id).sort()).toEqual([live, sessionId].sort());
  });
});

describe("where I am signed in", () => {
  it("this session first, then the last used, with how each was begun; none that ended, none of others", async () => {
    const viewer = await makePerson();
    const other = await makePerson();
    const older = await start(viewer.userId, { device: "Firefox on Windows", place: "Europe/Berlin", firstStep: "mail-code", secondStep: "totp" });
    await ago(older, 2 * DAY_MS);
    const newer = await start(viewer.userId, { device: "Safari on iPhone", firstStep: "passkey", isShared: true });
    const over = await start(viewer.userId);
    await ago(over, 31 * DAY_MS);
    await ago(viewer.sessionId, 3 * DAY_MS);
    expect(await listOwnSessions(viewer)).toMatchObject([
      { id: viewer.sessionId, isThis: true, firstStep: null, device: null },
      { id: newer, isThis: false, device: "Safari on iPhone", isShared: true, firstStep: "passkey", secondStep: null },
      { id: older, isThis: false, device: "Firefox on Windows", place: "Europe/Berlin", firstStep: "mail-code", secondStep: "totp" },
    ]);
    expect((await listOwnSessions(other)).map(({ id }) => id)).toEqual([other.sessionId]);
  });
});

describe("ending sessions", () => {
  const end = async (cookie: string, sessionId: string) => callRoute("DELETE app/api/account/sessions/[sessionId]/route.ts", { cookie, params: { sessionId } });

  it("one ends on its very next request, and ending it again changes nothing", async () => {
    const viewer = await makePerson();
    const stolen = await start(viewer.userId);
    expect(await lives(stolen)).toBe(true);
    const cookie = await cookieOf(viewer);
    expect((await end(cookie, stolen)).status).toBe(204);
    expect(await lives(stolen)).toBe(false);
    expect((await end(cookie, stolen)).status).toBe(204);
    expect(await lives(viewer.sessionId)).toBe(true);
    expect(await noticesOf(viewer.userId)).toEqual([]);
  });

  it("someone else's stays, with the same answer as for one that is not there", async () => {
    const [viewer, other] = [await makePerson(), await makePerson()];
    const cookie = await cookieOf(viewer);
    const [theirs, none] = [await end(cookie, other.sessionId), await end(cookie, uuidv7())];
    expect([theirs.status, await theirs.text()]).toEqual([none.status, await none.text()]);
    expect(await lives(other.sessionId)).toBe(true);
  });

  it("all others end at once, this one stays, and a mail tells of it, once", async () => {
    const [viewer, other] = [await makePerson(), await makePerson()];
    const others = [await start(viewer.userId), await start(viewer.userId, { isShared: true })];
    const cookie = await cookieOf(viewer);
    const all = () => callRoute("DELETE app/api/account/sessions/route.ts", { cookie });
    expect(await (await all()).json()).toEqual({ ended: 2 });
    expect(await Promise.all([...others, viewer.sessionId, other.sessionId].map(lives))).toEqual([false, false, true, true]);
    expect(await (await all()).json()).toEqual({ ended: 0 });
    expect((await noticesOf(viewer.userId)).map(({ kind, email }) => [kind, email])).toEqual([["signed-out-everywhere", viewer.email]]);
  });

  it("forgets the devices of what it ends, unless another session lives there", async () => {
    const viewer = await makePerson();
    const knows = (deviceHash: string) => db().knownDevice.createMany({ data: [{ userId: viewer.userId, deviceHash, createdAt: new Date(), lastSeenAt: new Date() }] });
    const known = async () => (await db().knownDevice.findMany({ where: { userId: viewer.userId }, orderBy: { deviceHash: "asc" } })).map(({ deviceHash }) => deviceHash);
    for (const hash of ["here", "once", "twice"]) await knows(hash);
    await withOwner((client) => client.query("update sessions set device_hash = 'here' where id = $1", [viewer.sessionId]));
    const [once, twice] = [await start(viewer.userId, { deviceHash: "once" }), await start(viewer.userId, { deviceHash: "twice" })];
    await start(viewer.userId, { deviceHash: "twice" });
    await ago(await start(viewer.userId, { deviceHash: "once" }), 31 * DAY_MS); // ran out: nothing lives there
    await endOwnSession(viewer, once);
    await endOwnSession(viewer, twice);
    expect(await known()).toEqual(["here", "twice"]);
    await endAllOtherSessions(viewer);
    expect(await known()).toEqual(["here"]);
  });

  it("a visitor of the demo sees and ends only their own visit", async () => {
    const demo = await makePerson({ demoRole: "owner" });
    const stranger = await start(demo.userId);
    expect((await listOwnSessions(demo)).map(({ id }) => id)).toEqual([demo.sessionId]);
    await endOwnSession(demo, stranger);
    expect(await endAllOtherSessions(demo)).toBe(0);
    expect(await lives(stranger)).toBe(true);
    await endOwnSession(demo, demo.sessionId);
    expect(await lives(demo.sessionId)).toBe(false);
  });

  it("signing out says whether the device was shared; once", async () => {
    const { userId } = await makePerson();
    const [own, shared] = [await start(userId), await start(userId, { isShared: true })];
    expect([await endSession(own), await endSession(shared), await endSession(shared)]).toEqual([{ isShared: false }, { isShared: true }, null]);
  });
});
