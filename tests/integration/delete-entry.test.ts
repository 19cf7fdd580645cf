import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, getRuleContext, listCheckIns, listRemovedCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { purgeCheckIn, purgeDue } from "@/lib/server/data/removed-check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { purgeCheckIn as purgeJob } from "@/lib/server/jobs/purge-check-in";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const DAY_MS = 86_400_000;

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

type Removed = Awaited<ReturnType<typeof withRemoved>>;

/** An owner with one entry in two versions, with an answered alert, that was just removed. */
async function withRemoved() {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner);
  const deviceAlerts = [{ ruleId: "a-rule", ruleVersion: 3, tier: "URGENT" as const, evidence: [{ field: "vision.loss", value: "complete" }], shownAt: hoursAgo(1) }];
  const body = checkInBody({ recordedAt: hoursAgo(1), note: "private words", deviceAlerts });
  const removal = { ...body, revision: 3, deviceAlerts: [], removed: true as const };
  await storeCheckIns(owner, diaryId, [body]);
  await respondToAlerts(owner, diaryId, [{ checkInId: body.id, revision: 1, ruleId: "a-rule", response: "called", respondedAt: hoursAgo(0) }]);
  await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, note: "other private words" }]);
  expect(await storeCheckIns(owner, diaryId, [removal])).toMatchObject([{ status: "stored" }]);
  const removedAt = await withOwner(async (client) => (await client.query<{ removed_at: Date }>("select removed_at from removed_check_ins where check_in_id = $1", [body.id])).rows[0]!.removed_at);
  return { owner, diaryId, body, removal, removedAt, back: { ...body, revision: 4, deviceAlerts: [] } };
}

const purge = ({ diaryId, body, removedAt }: Removed, afterMs: number) => purgeCheckIn({ diaryId, checkInId: body.id }, new Date(removedAt.getTime() + afterMs));
const rowsOf = (id: string) => withOwner(async (client) => (await client.query<{ revision: number }>("select revision from check_ins where check_in_id = $1", [id])).rows.length);
/** As if the entry had been removed so long ago. */
const removedAgo = ({ body }: Removed, milliseconds: number) =>
  withOwner((client) => client.query("update removed_check_ins set removed_at = now() - make_interval(secs => $2) where check_in_id = $1", [body.id, milliseconds / 1000]));

describe("deleting an entry for good", () => {
  it("waits 24 hours to the millisecond", async () => {
    const removed = await withRemoved();
    expect(await purge(removed, DAY_MS - 1)).toBe(false);
    expect(await rowsOf(removed.body.id)).toBe(3);
    expect(await purge(removed, DAY_MS)).toBe(true);
    expect(await rowsOf(removed.body.id)).toBe(0);
    expect(await purge(removed, DAY_MS)).toBe(false);
  });
  it("leaves no version and no word of it anywhere, and keeps what was done with its alerts", async () => {
    const removed = await withRemoved();
    const { owner, diaryId, body } = removed;
    await purge(removed, DAY_MS);
    expect(await listRevisions(owner, { diaryId, id: body.id })).toEqual([]);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toEqual([]);
    const alerts = await listAlerts(owner, { diaryId, ...ALL });
    expect(alerts.filter(({ revision }) => revision === 1)).toMatchObject([{
      ruleId: "a-rule", ruleVersion: 3, tier: "URGENT", response: "called", respondedBy: "owner", evidence: [], newestRevision: null, entryDeletedAt: expect.any(Date) as Date,
    }]);
    expect(alerts.every(({ evidence, entryDeletedAt }) => evidence.length === 0 && entryDeletedAt !== null)).toBe(true);
    await withOwner(async (client) => {
      const { rows } = await client.query<{ found: number }>("select (select count(*) from check_ins c where c::text like '%private words%' and diary_id = $1)::int + (select count(*) from alerts a where a::text like '%complete%' and diary_id = $1)::int as found", [diaryId]);
      expect(rows[0]!.found).toBe(0);
    });
  });
  it("is a job that is due a day after the removal, under a key of its own", async () => {
    const { body, removedAt } = await withRemoved();
    await withOwner(async (client) => {
      const { rows } = await client.query<{ run_at: Date }>("select run_at from graphile_worker.jobs where key = $1", [`purge-check-in:${body.id}`]);
      expect(rows).toEqual([{ run_at: new Date(removedAt.getTime() + DAY_MS) }]);
    });
  });
  it("does nothing as a job that comes too early", async () => {
    const { diaryId, body } = await withRemoved();
    await purgeJob({ diaryId, checkInId: body.id });
    expect(await rowsOf(body.id)).toBe(3);
  });
  it("finds at the worker's start what no job did, and no entry whose day is not over", async () => {
    const [due, young] = [await withRemoved(), await withRemoved()];
    await removedAgo(due, DAY_MS + 1_000);
    await removedAgo(young, DAY_MS - 60_000);
    expect(await purgeDue(new Date())).toBeGreaterThanOrEqual(1);
    expect([await rowsOf(due.body.id), await rowsOf(young.body.id)]).toEqual([0, 3]);
  });
  it("never touches an entry that was put back, and counts anew when it is removed again", async () => {
    const removed = await withRemoved();
    const { owner, diaryId, body, back } = removed;
    expect(await storeCheckIns(owner, diaryId, [back])).toMatchObject([{ status: "stored", revision: 4 }]);
    expect(await purge(removed, 2 * DAY_MS)).toBe(false);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toMatchObject({ revision: 4 });
    await storeCheckIns(owner, diaryId, [{ ...back, revision: 5, removed: true }]);
    expect(await purge(removed, DAY_MS - 1)).toBe(false);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toMatchObject([{ id: body.id }]);
  });
  it("takes removal and putting back from one batch as what came last", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    const body = checkInBody({ recordedAt: hoursAgo(2) });
    await storeCheckIns(owner, diaryId, [body]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 3 }, { ...body, revision: 2, removed: true }]);
    expect(await purgeCheckIn({ diaryId, checkInId: body.id }, new Date(Date.now() + 2 * DAY_MS))).toBe(false);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toMatchObject({ revision: 3 });
  });
  it("reaches no entry of another diary", async () => {
    const removed = await withRemoved();
    const other = await makeDiary(await makePerson());
    expect(await purgeCheckIn({ diaryId: other, checkInId: removed.body.id }, new Date(Date.now() + 2 * DAY_MS))).toBe(false);
    expect(await rowsOf(removed.body.id)).toBe(3);
  });
});

describe("once the day is over", () => {
  it("nobody reads it any more, even where the worker was not there yet", async () => {
    const removed = await withRemoved();
    const { owner, diaryId, body } = removed;
    await removedAgo(removed, DAY_MS - 30_000);
    expect(await listRevisions(owner, { diaryId, id: body.id })).toHaveLength(3);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toHaveLength(1);
    await removedAgo(removed, DAY_MS);
    expect(await listRevisions(owner, { diaryId, id: body.id })).toEqual([]);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toEqual([]);
  });
  it.each([["before the worker was there", false], ["after it was deleted", true]])("a late send does not bring it back, %s", async (_when, isPurged) => {
    const removed = await withRemoved();
    const { owner, diaryId, body, back, removal } = removed;
    await removedAgo(removed, DAY_MS);
    if (isPurged) await purgeDue(new Date());
    const gone = { status: "gone", id: body.id };
    expect(await storeCheckIns(owner, diaryId, [body, back, { ...body, revision: 2, note: "typed offline" }])).toMatchObject([gone, gone, gone]);
    expect(await storeCheckIns(owner, diaryId, [removal])).toMatchObject([{ status: "already-stored" }]);
    expect(await listCheckIns(owner, { diaryId, ...ALL })).toEqual([]);
    expect((await storeCheckIns(owner, diaryId, [checkInBody(), back])).map(({ status }) => status)).toEqual(["stored", "gone"]);
  });
  it("a caregiver gets the same answer for what they entered", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:write"] });
    const body = checkInBody();
    await storeCheckIns(caregiver, diaryId, [body]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, removed: true }]);
    await purgeCheckIn({ diaryId, checkInId: body.id }, new Date(Date.now() + 2 * DAY_MS));
    expect(await storeCheckIns(caregiver, diaryId, [body])).toMatchObject([{ status: "gone", id: body.id }]);
  });
  it("the database itself stores nothing under its id", async () => {
    const removed = await withRemoved();
    await purge(removed, DAY_MS);
    await expect(withOwner((client) => client.query(`insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking,
      details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash) values ($1, $2, 1, now(), now(), now(), now()::date, 'UTC', 1, 2, 3, 4, '{}', '{}', $3, '1', '{}', 'x')`,
    [removed.diaryId, removed.body.id, removed.owner.userId]))).rejects.toMatchObject({ code: "23505" });
  });
  it("a device that kept a copy is told to drop it", async () => {
    const removed = await withRemoved();
    const { owner, diaryId, body } = removed;
    await purge(removed, DAY_MS);
    const { history, alerts, removed: known } = await getRuleContext(owner, diaryId);
    expect([history, alerts]).toEqual([[], []]);
    expect(known![body.id]).toBeGreaterThan(3);
  });
  it("others do not see its alerts", async () => {
    const removed = await withRemoved();
    const reader = await makePerson();
    await makeGrant(removed.diaryId, reader, { scopes: ["alerts:read", "check-ins:read"] });
    await purge(removed, DAY_MS);
    expect(await listAlerts(reader, { diaryId: removed.diaryId, ...ALL })).toEqual([]);
  });
  it("deleting the diary deletes its alerts and its id too", async () => {
    const removed = await withRemoved();
    await purge(removed, DAY_MS);
    await withOwner(async (client) => {
      await client.query("delete from diaries where diary_id = $1", [removed.diaryId]);
      for (const table of ["alerts", "removed_check_ins", "check_ins"]) expect((await client.query(`select 1 from ${table} where diary_id = $1`, [removed.diaryId])).rows, table).toEqual([]);
    });
  });
});
