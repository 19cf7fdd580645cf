import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { asViewer, asWorker } from "@/lib/server/access";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { settlePossibleRelapses } from "@/lib/server/data/possible-relapses";
import { createRelapse, listRelapses, removeRelapse, updateRelapse } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { judgeNewestOf } from "@/lib/server/jobs/judge-newest";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { relapseBody } from "@/tests/integration/support/relapses";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const USUAL = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const WORSE = { scores: { ...USUAL, numbness: 7 }, answers: { signs: [], infection: [], numbness: { areas: ["left-arm" as const] }, onset: { numbness: "hours" as const } } };
const TOLD_DAYS = { ...WORSE, answers: { ...WORSE.answers, onset: { numbness: "days" as const } } };

async function someone() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner, { timeZone: "Europe/London", usual: { scores: USUAL, areas: [] } }) };
}

/** Stores check-ins one after the other and does the worker's job for each. */
async function log(viewer: Viewer, diaryId: string, ...bodies: CheckInInput[]) {
  for (const body of bodies) {
    const [stored] = await storeCheckIns(viewer, diaryId, [body]);
    expect(stored).toMatchObject({ status: "stored" });
    await afterCheckIn({ diaryId, checkInId: body.id, revision: body.revision });
  }
}
const entry = (hours: number, more: Partial<CheckInInput> = WORSE) => checkInBody({ recordedAt: hoursAgo(hours), ...more });
const day = (iso: string) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date(iso));

describe("a possible relapse", () => {
  it("waits once the run has lasted a day, from its first entry, and is no recorded relapse to the rules", async () => {
    const { owner, diaryId } = await someone();
    const [first, second] = [entry(26), entry(1)];
    await log(owner, diaryId, first);
    expect(await listRelapses(owner, diaryId)).toEqual([]);
    await log(owner, diaryId, second);
    expect(await listRelapses(owner, diaryId)).toMatchObject([{
      status: "possible", foundBy: "rules", foundIn: second.id, startedOn: day(first.recordedAt), startedAt: new Date(first.recordedAt), endedOn: null, symptoms: ["numbness"],
      startPrecision: "day", infection: null, heat: null, teamSaid: null,
    }]);
    expect((await getRuleContext(owner, diaryId)).relapses).toEqual([]);
  });

  it("is one, however many entries of the run follow, and however often or at once the job runs", async () => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(50, TOLD_DAYS), entry(26), entry(1));
    const before = await listRelapses(owner, diaryId);
    await Promise.all([settlePossibleRelapses(diaryId), settlePossibleRelapses(diaryId), judgeNewestOf({ diaryId })]);
    expect(await listRelapses(owner, diaryId)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it("is one also when two workers find it at the same moment", async () => {
    const { owner, diaryId } = await someone();
    await storeCheckIns(owner, diaryId, [entry(1, TOLD_DAYS)]);
    await Promise.all([1, 2, 3, 4].map(() => settlePossibleRelapses(diaryId)));
    expect(await listRelapses(owner, diaryId)).toHaveLength(1);
  });

  it("is made for a caregiver's entry too", async () => {
    const { owner, diaryId } = await someone();
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:write"] });
    await log(caregiver, diaryId, entry(1, TOLD_DAYS));
    expect(await listRelapses(owner, diaryId)).toHaveLength(1);
  });

  it.each([["corrected", {}], ["removed", { removed: true as const }]])("goes when the entry that raised it is %s, while nobody answered", async (_how, more) => {
    const { owner, diaryId } = await someone();
    const body = entry(1, TOLD_DAYS);
    await log(owner, diaryId, body, { ...body, revision: 2, scores: USUAL, answers: { signs: [] }, ...more });
    expect(await listRelapses(owner, diaryId)).toEqual([]);
    await log(owner, diaryId, { ...body, revision: 3, enteredAt: hoursAgo(0) });
    expect(await listRelapses(owner, diaryId)).toHaveLength(1);
  });

  it("stays once it was answered, whatever becomes of the entry", async () => {
    const { owner, diaryId } = await someone();
    const body = entry(1, TOLD_DAYS);
    await log(owner, diaryId, body);
    const [possible] = await listRelapses(owner, diaryId);
    await updateRelapse(owner, diaryId, possible!.id, { updatedAt: possible!.updatedAt.toISOString(), own: "relapse" });
    await log(owner, diaryId, { ...body, revision: 2, scores: USUAL, answers: { signs: [] } });
    expect(await listRelapses(owner, diaryId)).toMatchObject([{ id: possible!.id, status: "confirmed-by-me", foundBy: "rules" }]);
  });

  it.each([
    ["no", { own: "not-a-relapse" as const }, "not-a-relapse"], ["yes", { own: "relapse" as const }, "confirmed-by-me"], ["the team's yes", { teamSaid: "relapse" as const }, "confirmed-by-team"],
    ["the team's not sure", { teamSaid: "not-sure" as const }, "possible"],
  ])("is not asked about again in the same run after %s", async (_answer, change, status) => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(26, TOLD_DAYS));
    const [possible] = await listRelapses(owner, diaryId);
    await updateRelapse(owner, diaryId, possible!.id, { updatedAt: possible!.updatedAt.toISOString(), ...change });
    await log(owner, diaryId, entry(1));
    expect((await listRelapses(owner, diaryId)).map((relapse) => relapse.status)).toEqual([status]);
  });

  it("does not come back in the same run when the person removed it", async () => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(26, TOLD_DAYS));
    await removeRelapse(owner, diaryId, (await listRelapses(owner, diaryId))[0]!.id);
    await log(owner, diaryId, entry(1));
    expect(await listRelapses(owner, diaryId)).toEqual([]);
  });

  it("is not made beside a relapse that the person recorded, and goes when they record it", async () => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(26, TOLD_DAYS));
    const own = relapseBody({ started: day(hoursAgo(48)), ended: null });
    await createRelapse(owner, diaryId, own);
    await judgeNewestOf({ diaryId });
    expect((await listRelapses(owner, diaryId)).map(({ id }) => id)).toEqual([own.id]);
    await log(owner, diaryId, entry(1));
    expect((await listRelapses(owner, diaryId)).map(({ id }) => id)).toEqual([own.id]);
  });
});

describe("in the database", () => {
  it("the worker takes back what waits and nothing that a person told of; the owner deletes no row", async () => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(1, TOLD_DAYS));
    const told = await createRelapse(owner, diaryId, relapseBody());
    expect(await asViewer(owner, (tx) => tx.$executeRaw`delete from relapses where diary_id = ${diaryId}::uuid`)).toBe(0);
    expect(await asWorker(diaryId, (tx) => tx.$executeRaw`delete from relapses where diary_id = ${diaryId}::uuid`)).toBe(1);
    expect((await listRelapses(owner, diaryId)).map(({ id }) => id)).toEqual([told.id]);
    const other = await someone();
    await log(other.owner, other.diaryId, entry(1, TOLD_DAYS));
    expect(await asWorker(diaryId, (tx) => tx.$executeRaw`delete from relapses where diary_id = ${other.diaryId}::uuid`)).toBe(0);
    await expect(asWorker(diaryId, (tx) => tx.$executeRaw`
      insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms, found_by) values (${diaryId}::uuid, gen_random_uuid(), 'confirmed-by-me', now()::date, now(), '{}', 'rules')`)).rejects.toThrow(/row-level security/);
  });
  it("costs a diary without findings one look", async () => {
    const { owner, diaryId } = await someone();
    await log(owner, diaryId, entry(1, { scores: USUAL }));
    const { rows } = await withOwner((client) => client.query("select daymark_relapse_findings($1) as findings", [diaryId]));
    expect(rows).toEqual([{ findings: null }]);
  });
});
