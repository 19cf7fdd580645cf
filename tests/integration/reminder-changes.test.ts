import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "@/lib/domain/time";
import { planReminders } from "@/lib/server/data/reminder-plans";
import { followTimeZone, getReminder, saveReminder } from "@/lib/server/data/reminders";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { db, disconnect } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";
import { reminderToken } from "@/lib/server/reminder-token";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { EVERY_DAY, jobsOf, makeReminded, rowOf } from "@/tests/integration/support/reminders";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

describe("a change of the time zone", () => {
  const inZone = (timeZone: string, enteredAt = new Date()) => ({ ...checkInBody(), timeZone, recordedAt: enteredAt.toISOString(), enteredAt: enteredAt.toISOString() });
  it("follows the person's newest entry: the next moment is by the clock there", async () => {
    const { person, diaryId } = await makeReminded();
    await storeCheckIns(person, diaryId, [inZone("Asia/Tokyo", new Date(Date.now() + 1_000))]);
    expect(await rowOf(diaryId)).toMatchObject({ time_zone: "Asia/Tokyo", next_at: null });
    const now = new Date();
    await planReminders(now);
    const { next_at: nextAt } = await rowOf(diaryId);
    expect(nextAt.getTime()).toBeGreaterThan(now.getTime());
    expect(nextAt.toISOString()).toMatch(/T10:30:00/);
    expect(await jobsOf(diaryId)).toEqual([]);
  });
  it("is not moved back by an older entry that arrives late", async () => {
    const { person, diaryId } = await makeReminded();
    await storeCheckIns(person, diaryId, [inZone("Asia/Tokyo", new Date(Date.now() - 3_600_000))]);
    expect(await rowOf(diaryId)).toMatchObject({ time_zone: "Europe/Berlin" });
  });
  it("follows the one that was typed last when several arrive at once, in any order", async () => {
    const { person, diaryId } = await makeReminded();
    const at = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    await storeCheckIns(person, diaryId, [inZone("Asia/Tokyo", at(1)), inZone("Asia/Seoul", at(3)), inZone("Asia/Dubai", at(2)), inZone("Asia/Kabul", at(-3_600))]);
    expect(await rowOf(diaryId)).toMatchObject({ time_zone: "Asia/Seoul", next_at: null });
  });
  it("is not moved back by a correction, which keeps the zone of its entry", async () => {
    const { person, diaryId } = await makeReminded();
    const entry = inZone("Asia/Tokyo", new Date(Date.now() - 3_600_000));
    await storeCheckIns(person, diaryId, [entry]);
    expect(await storeCheckIns(person, diaryId, [{ ...entry, revision: 2, enteredAt: new Date(Date.now() + 1_000).toISOString() }])).toMatchObject([{ status: "stored" }]);
    expect(await rowOf(diaryId)).toMatchObject({ time_zone: "Europe/Berlin" });
  });
  it("is not told by the device of a caregiver who fills in", async () => {
    const { diaryId } = await makeReminded();
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:write"] });
    expect(await storeCheckIns(caregiver, diaryId, [inZone("Asia/Tokyo", new Date(Date.now() + 1_000))])).toMatchObject([{ status: "stored" }]);
    expect(await rowOf(diaryId)).toMatchObject({ time_zone: "Europe/Berlin" });
  });
  it("follows a sign-in, and reminds nobody twice on one day", async () => {
    const { person, diaryId } = await makeReminded();
    await withOwner((client) => client.query("update reminders set last_sent_on = $2 where diary_id = $1", [diaryId, dayOf(new Date(), "America/Los_Angeles")]));
    await followTimeZone(person, "America/Los_Angeles");
    await planReminders();
    const row = await rowOf(diaryId);
    expect(row).toMatchObject({ time_zone: "America/Los_Angeles" });
    expect(dayOf(row.next_at, "America/Los_Angeles") > dayOf(new Date(), "America/Los_Angeles")).toBe(true);
  });
});

describe("the link of a mail", () => {
  const ROUTE = "POST app/api/reminders-off/route.ts";
  it("switches off without signing in, and again changes nothing", async () => {
    const { person, diaryId } = await makeReminded();
    for (let times = 0; times < 2; times += 1) {
      const answer = await callRoute(ROUTE, { body: { token: reminderToken(diaryId) } });
      expect([answer.status, await answer.json()]).toEqual([200, { kind: "off" }]);
    }
    expect(await getReminder(person, diaryId)).toMatchObject({ isOn: false, nextAt: null });
    expect(await db().reminder.count()).toBe(0); // nobody is named: row-level security shows nothing
  });
  it("that was changed by a letter, or made for another diary, does nothing", async () => {
    const { person, diaryId } = await makeReminded();
    const token = reminderToken(diaryId);
    const forged = [`${token.slice(0, -1)}${token.endsWith("A") ? "Q" : "A"}`, token.slice(0, 30), "x".repeat(43), Buffer.concat([Buffer.from(reminderToken(await makeDiary(await makePerson())), "base64url").subarray(0, 16), Buffer.from(token, "base64url").subarray(16)]).toString("base64url")];
    for (const each of forged) expect(await (await callRoute(ROUTE, { body: { token: each } })).json(), each).toEqual({ kind: "unknown" });
    expect(await getReminder(person, diaryId)).toMatchObject({ isOn: true });
  });
  it("makes a page that was open before say that something changed", async () => {
    const { person, diaryId } = await makeReminded();
    const { updatedAt } = await getReminder(person, diaryId);
    await callRoute(ROUTE, { body: { token: reminderToken(diaryId) } });
    await expect(saveReminder(person, diaryId, { ...EVERY_DAY, updatedAt: updatedAt!.toISOString() })).rejects.toBeInstanceOf(ConflictError);
  });
});
