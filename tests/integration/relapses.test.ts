import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { listMedicines } from "@/lib/server/data/medicines";
import { createRelapse, findFirstDay, listRelapses, listSteroidCourses, removeRelapse, updateRelapse } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { relapseBody } from "@/tests/integration/support/relapses";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function someone() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner, { timeZone: "Europe/London" }) };
}
const steroids = (more = {}) => ({ id: uuidv7(), name: "Steroid infusions", startedOn: "2024-03-05", lastDoseOn: "2024-03-07", ...more });
const jobsOf = (diaryId: string) => withOwner(async (client) =>
  (await client.query("select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'judge-newest' and j.payload->>'diaryId' = $1", [diaryId])).rowCount);

describe("a relapse that the person tells of", () => {
  it("keeps all of it, a month as a month, and what is not known as not known", async () => {
    const { owner, diaryId } = await someone();
    const told = relapseBody({
      ended: null, teamSaid: "relapse", symptoms: ["vision", "pain"], sides: ["left"], regions: ["eyes"], infection: false, daysOffWork: 12, feltRecovery: "mostly", note: "Grey patch",
    });
    await createRelapse(owner, diaryId, told);
    expect(await listRelapses(owner, diaryId)).toMatchObject([{
      id: told.id, status: "confirmed-by-team", teamSaid: "relapse", startedOn: "2024-03-01", startPrecision: "month", startedAt: new Date("2024-03-01T00:00:00Z"), endedOn: null, endPrecision: null,
      symptoms: ["vision", "pain"], sides: ["left"], regions: ["eyes"], infection: false, heat: null, daysOffWork: 12, feltRecovery: "mostly", note: "Grey patch", foundBy: "person", foundIn: null,
    }]);
    expect((await getRuleContext(owner, diaryId)).relapses).toEqual([{ startedAt: "2024-03-01T00:00:00.000Z" }]);
    expect(await jobsOf(diaryId)).toBe(1);
  });
  it("is stored once however often it is sent, and takes other words while nothing else changed it", async () => {
    const { owner, diaryId } = await someone();
    const told = relapseBody();
    const first = await createRelapse(owner, diaryId, told);
    expect(await createRelapse(owner, diaryId, told)).toEqual(first);
    expect(await createRelapse(owner, diaryId, { ...told, started: "2024-02-11" })).toMatchObject({ startedOn: "2024-02-11", startPrecision: "day" });
    const [row] = await listRelapses(owner, diaryId);
    await updateRelapse(owner, diaryId, told.id, { updatedAt: row!.updatedAt.toISOString(), heat: true });
    await expect(createRelapse(owner, diaryId, told)).rejects.toBeInstanceOf(ConflictError);
    expect(await listRelapses(owner, diaryId)).toMatchObject([{ startedOn: "2024-02-11", heat: true }]);
  });
  it("needs dates that can be", async () => {
    const { owner, diaryId } = await someone();
    await expect(createRelapse(owner, diaryId, relapseBody({ started: "2100-01-01", ended: null }))).rejects.toBeInstanceOf(InvalidError);
    await expect(createRelapse(owner, diaryId, relapseBody({ ended: "2024-02-28" }))).rejects.toMatchObject({ fields: { ended: "relapse.endsBeforeStart" } });
    const cookie = await cookieOf(owner);
    for (const body of [{ started: "2024-13" }, { started: "2024-02-30" }, { symptoms: ["vision", "vision"] }, { symptoms: ["hope"] }, { daysOffWork: 1.5 }, { status: "confirmed-by-team" }, { steroids: steroids({ lastDoseOn: "2024-03-04" }) }, { steroids: steroids({ lastDoseOn: "2124-03-04" }) }]) {
      expect((await callRoute("POST app/api/diaries/[diaryId]/relapses/route.ts", { cookie, params: { diaryId }, body: { ...relapseBody(), ...body } })).status, JSON.stringify(body)).toBe(400);
    }
    expect(await listRelapses(owner, diaryId)).toEqual([]);
  });
  it("shows its note to nobody without the scope for notes", async () => {
    const { owner, diaryId } = await someone();
    await createRelapse(owner, diaryId, relapseBody({ note: "Grey patch" }));
    const [caregiver, reader] = [await makePerson(), await makePerson()];
    await makeGrant(diaryId, caregiver, { scopes: ["relapses:read"] });
    await makeGrant(diaryId, reader, { scopes: ["relapses:read", "notes:read"] });
    expect((await listRelapses(caregiver, diaryId))[0]!.note).toBeNull();
    expect((await listRelapses(reader, diaryId))[0]!.note).toBe("Grey patch");
  });
});

describe("a change", () => {
  it("closes and opens again, and leaves the rest as it was", async () => {
    const { owner, diaryId } = await someone();
    const before = await createRelapse(owner, diaryId, relapseBody({ ended: null, infection: false }));
    const closed = await updateRelapse(owner, diaryId, before.id, { updatedAt: before.updatedAt.toISOString(), ended: "2024-05" });
    expect(closed).toEqual({ ...before, endedOn: "2024-05-31", endPrecision: "month", endedAt: new Date("2024-05-31T22:59:59.999Z"), updatedAt: closed.updatedAt });
    expect(await updateRelapse(owner, diaryId, before.id, { updatedAt: closed.updatedAt.toISOString(), ended: null })).toMatchObject({ endedOn: null, endPrecision: null, endedAt: null, infection: false });
  });
  it("of another version is refused, one sent twice is not", async () => {
    const { owner, diaryId } = await someone();
    const { id, updatedAt } = await createRelapse(owner, diaryId, relapseBody());
    const change = { updatedAt: updatedAt.toISOString(), own: "not-a-relapse" as const };
    const changed = await updateRelapse(owner, diaryId, id, change);
    expect(await updateRelapse(owner, diaryId, id, change)).toEqual(changed);
    await expect(updateRelapse(owner, diaryId, id, { ...change, own: "relapse" })).rejects.toBeInstanceOf(ConflictError);
    await expect(updateRelapse(owner, diaryId, uuidv7(), change)).rejects.toBeInstanceOf(NotFoundError);
  });
  it("sent by two at once is one", async () => {
    const { owner, diaryId } = await someone();
    const { id, updatedAt } = await createRelapse(owner, diaryId, relapseBody());
    const send = (daysOffWork: number) => updateRelapse(owner, diaryId, id, { updatedAt: updatedAt.toISOString(), daysOffWork });
    const outcomes = await Promise.allSettled([send(1), send(2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
  it("of the team's word sets the status, and not being sure leaves it", async () => {
    const { owner, diaryId } = await someone();
    const { id, ...first } = await createRelapse(owner, diaryId, relapseBody());
    let { updatedAt, status } = first;
    const say = async (teamSaid: "relapse" | "not-a-relapse" | "not-sure" | null) => {
      ({ updatedAt, status } = await updateRelapse(owner, diaryId, id, { updatedAt: updatedAt.toISOString(), teamSaid }));
      return status;
    };
    expect([await say("not-sure"), await say("relapse"), await say("not-a-relapse")]).toEqual(["confirmed-by-me", "confirmed-by-team", "not-a-relapse"]);
  });
});

describe("its steroids", () => {
  it("are a medicine of their class, where the rules look, and change and go with it", async () => {
    const { owner, diaryId } = await someone();
    const course = steroids();
    const { id, updatedAt } = await createRelapse(owner, diaryId, relapseBody({ steroids: course }));
    expect((await getRuleContext(owner, diaryId)).medications).toEqual([{ name: "Steroid infusions", class: "steroid-course", startedOn: "2024-03-05", lastDoseOn: "2024-03-07" }]);
    expect(await listSteroidCourses(owner, diaryId)).toMatchObject([{ id: course.id, relapseId: id }]);
    const changed = await updateRelapse(owner, diaryId, id, { updatedAt: updatedAt.toISOString(), steroids: { ...course, lastDoseOn: "2024-03-09" } });
    expect(await listSteroidCourses(owner, diaryId)).toMatchObject([{ id: course.id, lastDoseOn: "2024-03-09" }]);
    const kept = await updateRelapse(owner, diaryId, id, { updatedAt: changed.updatedAt.toISOString(), heat: false });
    expect(await listSteroidCourses(owner, diaryId)).toHaveLength(1);
    await updateRelapse(owner, diaryId, id, { updatedAt: kept.updatedAt.toISOString(), steroids: null });
    expect(await listSteroidCourses(owner, diaryId)).toEqual([]);
    const { rows } = await withOwner((client) => client.query("select removed_at is not null as removed from medicines where diary_id = $1", [diaryId]));
    expect(rows).toEqual([{ removed: true }]);
  });
  it("cannot take over a medicine of another kind", async () => {
    const { owner, diaryId } = await someone();
    const id = uuidv7();
    await withOwner((client) => client.query("insert into medicines (diary_id, medicine_id, name, class, updated_at) values ($1, $2, 'ocrelizumab', 'anti-CD20', now())", [diaryId, id]));
    await expect(createRelapse(owner, diaryId, relapseBody({ steroids: steroids({ id }) }))).rejects.toBeInstanceOf(ConflictError);
    expect(await listMedicines(owner, diaryId)).toMatchObject([{ name: "ocrelizumab", class: "anti-CD20" }]);
    expect(await listRelapses(owner, diaryId)).toEqual([]);
  });
});

describe("removing", () => {
  it("takes it out of every read, leaves its steroids, and may be repeated", async () => {
    const { owner, diaryId } = await someone();
    const { id, updatedAt } = await createRelapse(owner, diaryId, relapseBody({ steroids: steroids() }));
    await removeRelapse(owner, diaryId, id);
    await removeRelapse(owner, diaryId, id);
    expect(await listRelapses(owner, diaryId)).toEqual([]);
    expect((await getRuleContext(owner, diaryId)).relapses).toEqual([]);
    expect((await readTrendRecords(owner, { diaryId, from: "2000-01-01", to: "2100-01-01", usualFrom: "2000-01-01", alertsSince: new Date(0), trackers: [], profile: {} })).relapses).toEqual([]);
    expect(await listMedicines(owner, diaryId)).toMatchObject([{ class: "steroid-course" }]);
    expect(await listSteroidCourses(owner, diaryId)).toEqual([]);
    await expect(updateRelapse(owner, diaryId, id, { updatedAt: updatedAt.toISOString(), heat: true })).rejects.toBeInstanceOf(NotFoundError);
    expect(await jobsOf(diaryId)).toBe(2);
  });
  it("counts no more for the check-in that is judged next", async () => {
    const { owner, diaryId } = await someone();
    await withOwner((client) => client.query("update diaries set profile = $2 where diary_id = $1", [diaryId, { timeZone: "Europe/London", usual: { scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 }, areas: [] } }]));
    const { id } = await createRelapse(owner, diaryId, relapseBody({ started: hoursAgo(24 * 5).slice(0, 10), ended: null }));
    const worse = () => checkInBody({ scores: { fatigue: 4, numbness: 7, vision: 1, walking: 2 }, answers: { signs: [], infection: [], numbness: { areas: ["left-arm"] }, onset: { numbness: "days" } } });
    const rulesOf = async () => ((await storeCheckIns(owner, diaryId, [worse()]))[0] as { alerts: { ruleId: string }[] }).alerts.map(({ ruleId }) => ruleId);
    expect(await rulesOf()).not.toContain("possible-relapse");
    await removeRelapse(owner, diaryId, id);
    expect(await rulesOf()).toContain("possible-relapse");
  });
});

it("knows the day of the first entry that stands", async () => {
  const { owner, diaryId } = await someone();
  expect(await findFirstDay(owner, diaryId)).toBeNull();
  const [old, newer] = [checkInBody({ recordedAt: hoursAgo(24 * 40) }), checkInBody({ recordedAt: hoursAgo(24 * 20) })];
  await storeCheckIns(owner, diaryId, [old, newer]);
  expect(await findFirstDay(owner, diaryId)).toBe(old.recordedAt.slice(0, 10));
  await storeCheckIns(owner, diaryId, [{ ...old, revision: 2, removed: true }]);
  expect(await findFirstDay(owner, diaryId)).toBe(newer.recordedAt.slice(0, 10));
});
