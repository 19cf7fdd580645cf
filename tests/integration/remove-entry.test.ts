import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, getRuleContext, listCheckIns, listRemovedCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings } from "@/tests/integration/support/people";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const at = (hours: number) => hoursAgo(hours);

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

/** An owner with one entry that raised two alerts, one of them answered. */
async function withEntry(hours = 1) {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner, { usual: { vision: { loss: "none" } } });
  const found = (ruleId: string) => ({ ruleId, ruleVersion: 1, tier: "URGENT" as const, evidence: [], shownAt: at(hours) });
  const body = checkInBody({ recordedAt: at(hours), note: "a note", deviceAlerts: [found("a-called"), found("b-open")] });
  await storeCheckIns(owner, diaryId, [body]);
  await respondToAlerts(owner, diaryId, [{ checkInId: body.id, revision: 1, ruleId: "a-called", response: "called", respondedAt: at(0) }]);
  const removal = { ...body, revision: 2, deviceAlerts: [], removed: true as const };
  return { owner, diaryId, body, removal, restored: { ...body, revision: 3, deviceAlerts: [] } };
}

describe("removing an entry", () => {
  it("takes it out of every read, chart and rule context", async () => {
    const { owner, diaryId, body, removal } = await withEntry();
    expect(await storeCheckIns(owner, diaryId, [removal])).toMatchObject([{ status: "stored", revision: 2, alerts: [] }]);
    expect(await listCheckIns(owner, { diaryId, ...ALL })).toEqual([]);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toBeNull();
    expect(await getRuleContext(owner, diaryId)).toMatchObject({ history: [], alerts: [], removed: { [body.id]: 2 } });
    expect(await readTrendRecords(owner, { diaryId, ...ALL, usualFrom: ALL.from, alertsSince: new Date(0), trackers: [], profile: {} })).toMatchObject({ rows: [], checkIns: [], alerts: [] });
  });
  it("keeps every revision readable to the owner, and its alerts without an open question", async () => {
    const { owner, diaryId, body, removal } = await withEntry();
    await storeCheckIns(owner, diaryId, [removal]);
    expect((await listRevisions(owner, { diaryId, id: body.id })).map(({ revision, note, removedAt }) => [revision, note, removedAt !== null])).toEqual([[2, "a note", true], [1, "a note", false]]);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toMatchObject([{ id: body.id }]);
    expect((await listAlerts(owner, { diaryId, ...ALL })).map(({ ruleId, response }) => [ruleId, response])).toEqual([["a-called", "called"], ["b-open", "corrected"]]);
  });
  it("changes nothing when it is sent again, and refuses to remove what is not there, or is behind", async () => {
    const { owner, diaryId, removal } = await withEntry();
    await storeCheckIns(owner, diaryId, [removal]);
    expect(await storeCheckIns(owner, diaryId, [removal])).toMatchObject([{ status: "already-stored" }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...checkInBody(), removed: true }])).toMatchObject([{ status: "conflict", newestRevision: 0 }]);
    const { removed: _removed, ...correction } = removal;
    expect(await storeCheckIns(owner, diaryId, [{ ...correction, note: "from another device" }])).toMatchObject([{ status: "conflict", newestRevision: 2 }]);
  });
  it.each([[1], [90 * 24]])("is undone by the next revision, of an entry %s hours old, which stands where it stood", async (hours) => {
    const { owner, diaryId, body, removal, restored } = await withEntry(hours);
    await storeCheckIns(owner, diaryId, [removal]);
    expect(await storeCheckIns(owner, diaryId, [{ ...restored, enteredAt: at(0) }])).toMatchObject([{ status: "stored", revision: 3 }]);
    expect(await listCheckIns(owner, { diaryId, ...ALL })).toMatchObject([{ id: body.id, revision: 3, recordedAt: new Date(body.recordedAt), note: "a note" }]);
    expect(await listRemovedCheckIns(owner, { diaryId, ...ALL })).toEqual([]);
  });
  it("takes removal and undoing from one batch, in any order", async () => {
    const { owner, diaryId, body, removal, restored } = await withEntry();
    expect(await storeCheckIns(owner, diaryId, [restored, removal])).toMatchObject([{ status: "stored", revision: 3 }, { status: "stored", revision: 2 }]);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toMatchObject({ revision: 3 });
  });
  it("lets the newest check-in be judged again without it", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner, { usual: { vision: { loss: "none" } } });
    const scores = (vision: number) => ({ fatigue: 4, numbness: 2, vision, walking: 2 });
    // With the high entry between them nothing jumped; without it the newest is far above the low one.
    const [low, high, newest] = [checkInBody({ recordedAt: at(40), scores: scores(1) }), checkInBody({ recordedAt: at(20), scores: scores(9) }), checkInBody({ recordedAt: at(1), scores: scores(9) })];
    await storeCheckIns(owner, diaryId, [low, high, newest]);
    const emergencies = async () => (await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId, tier }) => checkInId === newest.id && tier === "EMERGENCY").map(({ ruleId }) => ruleId);
    expect(await emergencies()).toEqual([]);
    await storeCheckIns(owner, diaryId, [{ ...high, revision: 2, removed: true }]);
    await afterCheckIn({ diaryId, checkInId: high.id, revision: 2 });
    expect(await emergencies()).toEqual(["vision-sudden-loss"]);
  });
  it("hides its alerts from everyone but the owner, whatever their grant opens, until it is brought back", async () => {
    const { owner, diaryId, removal, restored } = await withEntry();
    const readers = [[await makePerson(), ["alerts:read"]], [await makePerson(), ["alerts:read", "check-ins:read"]], [await makePerson(), ["alerts:read", "check-ins:write"]]] as const;
    for (const [reader, scopes] of readers) await makeGrant(diaryId, reader, { scopes: [...scopes] });
    const seen = () => Promise.all(readers.map(async ([reader]) => (await listAlerts(reader, { diaryId, ...ALL })).map(({ ruleId, newestRevision }) => [ruleId, newestRevision])));
    expect(await seen()).toEqual(readers.map(() => [["a-called", 1], ["b-open", 1]]));
    await storeCheckIns(owner, diaryId, [removal]);
    expect(await seen()).toEqual([[], [], []]);
    expect(await listAlerts(owner, { diaryId, ...ALL })).toMatchObject([{ newestRevision: null }, { newestRevision: null }]);
    await storeCheckIns(owner, diaryId, [restored]);
    expect(await seen()).toEqual(readers.map(() => [["a-called", 3], ["b-open", 3]]));
  });
  it("is the owner's alone", async () => {
    const { owner, diaryId } = await withEntry();
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:write"] });
    const theirs = checkInBody();
    await storeCheckIns(caregiver, diaryId, [theirs]);
    expect(await storeCheckIns(caregiver, diaryId, [{ ...theirs, revision: 2, removed: true }])).toMatchObject([{ status: "invalid", fields: { id: "checkIn.notYours" } }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...theirs, revision: 2, removed: true }])).toMatchObject([{ status: "stored" }]);
  });
});
