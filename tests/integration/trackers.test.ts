import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { findCheckIn, getRuleContext, listCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { changeTrackers, findOwnDiary, saveDiary } from "@/lib/server/data/diaries";
import { getDiaryExport } from "@/lib/server/data/diary-exports";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

const ALL = { from: "2000-01-01", to: "2100-01-01" };

let owner: Viewer;
let diaryId: string;
beforeAll(async () => {
  useTestSettings();
  owner = await makePerson();
  diaryId = await makeDiary(owner);
});
afterAll(() => disconnect());

const next = ({ revision, ...body }: CheckInInput, changes: Partial<CheckInInput>) => ({ ...body, revision: revision + 1, ...changes });

describe("trackers of a check-in", () => {
  it("are stored beside the answers, 0 as an answer and the rest as unknown", async () => {
    const body = checkInBody({ trackers: { bladder: 0, mood: 10 } });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "stored" }]);
    const found = await findCheckIn(owner, { diaryId, id: body.id });
    expect(found?.trackers).toEqual({ bladder: 0, mood: 10 });
    expect(found).not.toHaveProperty("bladder");
    expect((await listCheckIns(owner, { diaryId, ...ALL })).find(({ id }) => id === body.id)?.trackers).toEqual({ bladder: 0, mood: 10 });
    expect((await getRuleContext(owner, diaryId)).history.find(({ id }) => id === body.id)).toMatchObject({ answers: { signs: [] }, trackers: { bladder: 0, mood: 10 } });
  });

  it("are none when none was sent, and sent again changes nothing", async () => {
    const body = checkInBody();
    await storeCheckIns(owner, diaryId, [body]);
    expect((await findCheckIn(owner, { diaryId, id: body.id }))?.trackers).toEqual({});
    expect((await getRuleContext(owner, diaryId)).history.find(({ id }) => id === body.id)).not.toHaveProperty("trackers");
    expect(await storeCheckIns(owner, diaryId, [{ ...body, trackers: {} }])).toMatchObject([{ status: "already-stored" }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...body, trackers: { pain: 0 } }])).toMatchObject([{ status: "conflict" }]);
  });

  it("are changed by a correction, which keeps the version before", async () => {
    const body = checkInBody({ trackers: { pain: 3 } });
    const corrected = next(body, { trackers: { pain: 5, heat: 1 } });
    await storeCheckIns(owner, diaryId, [body, corrected]);
    expect(await storeCheckIns(owner, diaryId, [corrected])).toMatchObject([{ status: "already-stored" }]);
    expect((await listRevisions(owner, { diaryId, id: body.id })).map(({ trackers }) => trackers)).toEqual([{ pain: 5, heat: 1 }, { pain: 3 }]);
  });

  it("change no alert: the same entry raises the same with them and without", async () => {
    const emergency = { scores: { fatigue: 4, numbness: 2, vision: 9, walking: 2 }, answers: { vision: { loss: "complete", eyes: "left" }, onset: { vision: "sudden" }, signs: [] } } as const;
    const raised = await Promise.all([undefined, { thinking: 10, pain: 10, bladder: 10, mood: 10, spasms: 10, heat: 10 }].map(async (trackers) => {
      const person = await makePerson();
      const [result] = await storeCheckIns(person, await makeDiary(person), [checkInBody({ ...emergency, answers: { ...emergency.answers, signs: [] }, ...(trackers && { trackers }) })]);
      return result?.status === "stored" ? result.alerts.map(({ ruleId, tier, evidence }) => ({ ruleId, tier, evidence })) : null;
    }));
    expect(raised[0]?.length).toBeGreaterThan(0);
    expect(raised[1]).toEqual(raised[0]);
  });

  it("are seen by a caregiver who may read check-ins", async () => {
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"] });
    const body = checkInBody({ trackers: { spasms: 6 } });
    await storeCheckIns(owner, diaryId, [body]);
    expect((await listCheckIns(caregiver, { diaryId, ...ALL })).find(({ id }) => id === body.id)?.trackers).toEqual({ spasms: 6 });
  });

  it("refuses an entry with a number out of range, and stores nothing of it", async () => {
    const body = { ...checkInBody(), trackers: { pain: 11 } };
    expect(await storeCheckIns(owner, diaryId, [body])).toEqual([{ status: "invalid", id: body.id, fields: { "trackers.pain": "score.range" } }]);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toBeNull();
  });

  it.each(['{"pain":11}', '{"pain":2.5}', '{"pain":"3"}', '{"pain":null}', '{"sleep":3}', "[]"])("the table itself refuses %s", async (trackers) => {
    await expect(withOwner((client) => client.query("update check_ins set trackers = $2 where diary_id = $1", [diaryId, trackers]))).rejects.toThrow(/check_ins_trackers_check/);
  });
});

describe("what the database takes for trackers", () => {
  it.each([
    ["{}", true], ['{"mood":0}', true], ['{"heat":10,"pain":3,"mood":7,"bladder":1,"spasms":2,"thinking":9}', true], ['{"mood":11}', false], ['{"mood":-1}', false], ['{"mood":4.5}', false],
    ['{"mood":"4"}', false], ['{"mood":null}', false], ['{"mood":[4]}', false], ['{"mood":{}}', false], ['{"joy":4}', false], ['{"mood":4,"joy":4}', false], ["[]", false], ["4", false], ["null", false], ['""', false],
  ])("%s: %s", async (trackers, isTaken) => {
    expect((await withOwner((client) => client.query("select daymark_are_trackers($1::jsonb) as taken", [trackers]))).rows[0].taken).toBe(isTaken);
  });
});

describe("which are switched on", () => {
  it("are kept in their order, for the owner's pages", async () => {
    expect((await findOwnDiary(owner))?.trackers).toEqual([]);
    expect(await changeTrackers(owner, diaryId, ["mood", "pain"])).toEqual(["mood", "pain"]);
    expect(await changeTrackers(owner, diaryId, ["mood", "pain"])).toEqual(["mood", "pain"]);
  });

  it("stay when the rest of the diary is saved", async () => {
    const diary = await changeTrackers(owner, diaryId, ["heat", "mood"]).then(() => saveDiary(owner, diaryId, { displayName: "Test diary", profile: {}, setUpDone: true }));
    expect(diary.trackers).toEqual(["heat", "mood"]);
  });

  it("switching one off keeps what was logged", async () => {
    const body = checkInBody({ trackers: { heat: 7 } });
    await storeCheckIns(owner, diaryId, [body]);
    expect(await changeTrackers(owner, diaryId, [])).toEqual([]);
    expect((await findCheckIn(owner, { diaryId, id: body.id }))?.trackers).toEqual({ heat: 7 });
  });

  it("go with the export, and so does what was logged", async () => {
    const body = checkInBody({ trackers: { thinking: 2 } });
    await storeCheckIns(owner, diaryId, [body]);
    await changeTrackers(owner, diaryId, ["thinking"]);
    const file = await getDiaryExport(owner, diaryId, { readme: [], exportedAt: new Date() });
    const { diary, check_ins } = await new Response(file).json() as { diary: { trackers: string[] }; check_ins: { check_in_id: string }[] };
    expect(diary.trackers).toEqual(["thinking"]);
    expect(check_ins.find(({ check_in_id }) => check_in_id === body.id)).toMatchObject({ trackers: { thinking: 2 } });
  });
});
