import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { endOwnSession } from "@/lib/server/data/own-sessions";
import { clearDevices, findKnownDevice } from "@/lib/server/data/known-devices";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { findOrCreateUser } from "@/lib/server/data/users";
import { db, disconnect } from "@/lib/server/db";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

type Browser = { mark?: string | undefined; isShared?: boolean };
const PLACE = { timeZone: "Europe/Berlin" };
const DEVICE = "Chrome on Android";

async function signIn(userId: string, { mark, isShared = false }: Browser = {}) {
  const { id, cookie } = await startAttempt({ isShared, ...PLACE });
  await passFirstStep(id, { userId, step: "mail-code" });
  const finished = await finishSignIn(cookie, { device: DEVICE, deviceMark: mark });
  return finished!;
}
const noticesOf = async (userId: string) => (await db().accountNotice.findMany({ where: { userId, kind: "new-device" } })).map(({ email, details, sentAt }) => ({ email, details, sentAt }));
const jobsFor = async (userId: string) => db().accountNotice.count({ where: { userId } });

describe("a sign-in", () => {
  it("from a device that is not known is told by mail, with what is known of it; from then on it is known", async () => {
    const { userId, email } = await makePerson();
    const first = await signIn(userId);
    expect(first.deviceMark).toMatch(/^[\w-]{32}$/);
    expect(await noticesOf(userId)).toEqual([{ email, sentAt: null, details: { device: DEVICE, place: "Europe/Berlin", at: expect.any(String) } }]);
    const again = await signIn(userId, { mark: first.deviceMark! });
    expect(again.deviceMark).toBe(first.deviceMark);
    expect(await noticesOf(userId)).toHaveLength(1);
    expect(await jobsFor(userId)).toBe(1);
  });

  it("that made the account is not told; the next from elsewhere is", async () => {
    const email = `${uuidv7()}@people.example`;
    const { id, cookie } = await startAttempt({ email, ...PLACE });
    const userId = (await findOrCreateUser(email))!;
    await passFirstStep(id, { userId, step: "mail-code" });
    const first = await finishSignIn(cookie, { device: DEVICE });
    expect(await noticesOf(userId)).toEqual([]);
    await signIn(userId, { mark: first!.deviceMark! });
    expect(await noticesOf(userId)).toEqual([]);
    await signIn(userId);
    expect(await noticesOf(userId)).toHaveLength(1);
  });

  it.each(["", "short", "'; drop table users; --", "x".repeat(33)])("with the mark %j, which is none of ours, counts as from a new device and gets a mark of ours", async (mark) => {
    const { userId } = await makePerson();
    const { deviceMark } = await signIn(userId, { mark });
    expect(deviceMark).not.toBe(mark);
    expect(deviceMark).toMatch(/^[\w-]{32}$/);
    expect(await noticesOf(userId)).toHaveLength(1);
  });

  it("of another account on the same device is told to that account", async () => {
    const [ann, ben] = [await makePerson(), await makePerson()];
    const { deviceMark } = await signIn(ann.userId);
    const second = await signIn(ben.userId, { mark: deviceMark! });
    expect(second.deviceMark).toBe(deviceMark);
    expect(await noticesOf(ben.userId)).toHaveLength(1);
    await signIn(ben.userId, { mark: deviceMark! });
    expect(await noticesOf(ben.userId)).toHaveLength(1);
  });

  it("on a shared device is told each time, and the device is never remembered", async () => {
    const { userId } = await makePerson();
    for (const times of [1, 2]) {
      expect(await signIn(userId, { isShared: true })).toMatchObject({ isShared: true, deviceMark: null });
      expect(await noticesOf(userId)).toHaveLength(times);
    }
    expect(await db().knownDevice.count({ where: { userId } })).toBe(0);
  });

  it("is told again after its session was ended from elsewhere", async () => {
    const viewer = await makePerson();
    const { sessionId, deviceMark } = await signIn(viewer.userId);
    await endOwnSession(viewer, sessionId);
    await signIn(viewer.userId, { mark: deviceMark! });
    expect(await noticesOf(viewer.userId)).toHaveLength(2);
  });

  it("keeps of a device only a hash, coarse words and how it was begun", async () => {
    const { userId } = await makePerson();
    const { sessionId, deviceMark } = await signIn(userId);
    const rows = JSON.stringify([await db().knownDevice.findMany({ where: { userId } }), await db().session.findUnique({ where: { id: sessionId } })]);
    expect(rows).not.toContain(deviceMark);
    expect(JSON.parse(rows)[1]).toMatchObject({ device: DEVICE, place: "Europe/Berlin", firstStep: "mail-code", secondStep: null, isShared: false });
  });
});

describe("a known device", () => {
  it("is known for the accounts that signed in on it, and for no other address", async () => {
    const [ann, ben] = [await makePerson(), await makePerson()];
    const { deviceMark } = await signIn(ann.userId);
    expect(await findKnownDevice(ann.email, deviceMark!)).toEqual(expect.any(String));
    expect(await findKnownDevice(ben.email, deviceMark!)).toBeNull();
    expect(await findKnownDevice("nobody@people.example", deviceMark!)).toBeNull();
    expect(await findKnownDevice(ann.email, undefined)).toBeNull();
    expect(await findKnownDevice(ann.email, "x".repeat(32))).toBeNull();
  });
});

describe("devices of people who never return", () => {
  it.each([
    { seen: "400 days and a minute", age: "400 days 1 minute", left: 0 },
    { seen: "a minute less than 400 days", age: "399 days 23 hours 59 minutes", left: 1 },
  ])("seen $seen ago: $left stay", async ({ age, left }) => {
    const { userId } = await makePerson();
    await signIn(userId);
    await withOwner((client) => client.query("update known_devices set last_seen_at = now() - $2::interval where user_id = $1", [userId, age]));
    await clearDevices();
    expect(await db().knownDevice.count({ where: { userId } })).toBe(left);
  });
});
