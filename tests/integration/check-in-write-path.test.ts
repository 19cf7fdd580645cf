import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CheckInInput, StoredCheckIn } from "@/lib/schemas/check-in";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, listCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const EMERGENCY: Partial<CheckInInput> = {
  scores: { fatigue: 4, numbness: 2, vision: 9, walking: 2 }, answers: { vision: { loss: "complete", eyes: "left" }, onset: { vision: "sudden" }, signs: [] },
};

let owner: Viewer;
let diaryId: string;
beforeAll(async () => {
  useTestSettings();
  owner = await makePerson();
  diaryId = await makeDiary(owner);
});
afterAll(() => disconnect());

const counts = (id: string) => withOwner(async (client) => {
  const { rows: [row] } = await client.query<{ checkIns: number; jobs: number }>(
    `select (select count(*)::int from check_ins where check_in_id = $1) as "checkIns",
      (select count(*)::int from graphile_worker._private_jobs where payload->>'checkInId' = $1::text) as jobs`, [id]);
  return row;
});

describe("storing", () => {
  it("keeps every field, and tells unknown, not asked and no apart", async () => {
    const body = checkInBody({
      answers: { signs: [], infection: ["cold"], temperatureC: 37.2, vision: { doubleVision: false }, walking: { falls: 0 }, skipped: ["bladder"] },
      note: "  tired \u{1F600}  ", confirmedUnchanged: ["vision"], timeZone: "Asia/Kathmandu",
    });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "stored", id: body.id, revision: 1, alerts: [], couldNotCheck: [] }]);
    const stored = await findCheckIn(owner, { diaryId, id: body.id });
    expect(stored).toMatchObject({ ...body.answers, scores: body.scores, note: "tired \u{1F600}", confirmedUnchanged: ["vision"], enteredBy: "owner", timeZone: "Asia/Kathmandu" });
    expect(stored).not.toHaveProperty("bladder");
  });

  it("changes nothing when it is sent again, and keeps one job", async () => {
    const body = checkInBody(EMERGENCY);
    const [first] = await storeCheckIns(owner, diaryId, [body]);
    const [again] = await storeCheckIns(owner, diaryId, [body]);
    expect(first).toMatchObject({ status: "stored", alerts: [{ ruleId: "vision-sudden-loss", tier: "EMERGENCY" }] });
    expect(again).toEqual({ ...first, status: "already-stored" });
    expect(await counts(body.id)).toEqual({ checkIns: 1, jobs: 1 });
  });

  it("stores once when the same one arrives ten times at once", async () => {
    const body = checkInBody(EMERGENCY);
    const answers = (await Promise.all(Array.from({ length: 10 }, () => storeCheckIns(owner, diaryId, [body])))).flat();
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => "already-stored"), "stored"]);
    expect(await counts(body.id)).toEqual({ checkIns: 1, jobs: 1 });
  });

  it("answers a conflict to other content under a known name, and to a gap in the revisions", async () => {
    const body = checkInBody();
    await storeCheckIns(owner, diaryId, [body]);
    expect(await storeCheckIns(owner, diaryId, [
      { ...body, note: "other" }, { ...body, revision: 3 }, checkInBody({ revision: 2 }),
    ])).toMatchObject([{ status: "conflict", newestRevision: 1 }, { status: "conflict", newestRevision: 1 }, { status: "conflict", newestRevision: 0 }]);
  });

  it("makes a revision of a correction; the old one and its alerts stay readable to the owner", async () => {
    const body = checkInBody(EMERGENCY);
    await storeCheckIns(owner, diaryId, [body]);
    const correction = checkInBody({ id: body.id, revision: 2, recordedAt: body.recordedAt, enteredAt: new Date().toISOString() });
    expect(await storeCheckIns(owner, diaryId, [correction])).toMatchObject([{ status: "stored", revision: 2 }]);
    expect((await listCheckIns(owner, { diaryId, ...ALL })).filter(({ id }) => id === body.id)).toMatchObject([{ revision: 2, scores: { vision: 1 } }]);
    expect((await listRevisions(owner, { diaryId, id: body.id })).map(({ revision, supersededAt }) => [revision, supersededAt !== null])).toEqual([[2, false], [1, true]]);
    expect((await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId }) => checkInId === body.id)).toMatchObject([{ revision: 1 }]);
  });

  it("takes a check-in and its correction from one batch, in any order", async () => {
    const body = checkInBody();
    const correction = { ...body, revision: 2, note: "corrected" };
    expect(await storeCheckIns(owner, diaryId, [correction, body])).toMatchObject([{ status: "stored", revision: 2 }, { status: "stored", revision: 1 }]);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toMatchObject({ revision: 2, note: "corrected" });
  });

  it("judges each item of a batch alone", async () => {
    const good = [checkInBody(), checkInBody()];
    const results = await storeCheckIns(owner, diaryId, [
      good[0], { ...checkInBody(), scores: { fatigue: 11, numbness: 0, vision: 0, walking: 0 } }, null, good[1], good[0], checkInBody({ recordedAt: hoursAgo(-1) }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["stored", "invalid", "invalid", "stored", "already-stored", "invalid"]);
    expect(results[1]).toMatchObject({ fields: { "scores.fatigue": "score.range" } });
    expect(results[5]).toMatchObject({ fields: { recordedAt: "recordedAt.future" } });
  });

  it.each([
    ["15 minutes ahead", -0.2499, 0, "stored"], ["more than 15 minutes ahead", -0.26, 0, "recordedAt.future"],
    ["filed 7 days back", 168, 168, "stored"], ["filed more than 7 days back", 168.01, 168.01, "recordedAt.tooOld"],
  ])("takes the time of an entry: %s", async (_name, ageHours, filedBackHours, outcome) => {
    const recordedAt = hoursAgo(ageHours);
    const enteredAt = new Date(Date.parse(recordedAt) + filedBackHours * 3_600_000).toISOString();
    const [result] = await storeCheckIns(owner, diaryId, [checkInBody({ recordedAt, enteredAt })]) as [StoredCheckIn];
    expect(result.status === "invalid" ? result.fields.recordedAt : result.status).toBe(outcome);
  });

  it("keeps the day of a late upload", async () => {
    const body = checkInBody({ recordedAt: hoursAgo(24 * 30), timeZone: "Pacific/Kiritimati" });
    await storeCheckIns(owner, diaryId, [body]);
    const stored = await findCheckIn(owner, { diaryId, id: body.id });
    expect(stored?.day).toBe(new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Kiritimati" }).format(new Date(body.recordedAt)));
  });
});

describe("alerts", () => {
  it("are the union of what the device and the server found", async () => {
    const onDevice = (ruleId: string, tier: "EMERGENCY" | "SOON" = "EMERGENCY") => ({ ruleId, ruleVersion: 1, tier, evidence: [{ field: "vision.loss", value: "complete" }], shownAt: new Date().toISOString() });
    const body = checkInBody({ ...EMERGENCY, deviceAlerts: [onDevice("vision-sudden-loss"), onDevice("stroke-signs")], deviceCouldNotCheck: ["sepsis-suspected"] });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "stored", couldNotCheck: ["sepsis-suspected"] }]);
    const stored = (await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId }) => checkInId === body.id);
    expect(Object.fromEntries(stored.map(({ ruleId, foundBy, shownAt }) => [ruleId, [foundBy, shownAt !== null]]))).toEqual({
      "vision-sudden-loss": ["both", true], "stroke-signs": ["device", true] });
  });

  it("of a rule that only the device knows are kept with the entry", async () => {
    const body = checkInBody({ deviceAlerts: [{ ruleId: "retired-rule", ruleVersion: 1, tier: "EMERGENCY", evidence: [] }] });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "stored" }]);
    const stored = (await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId }) => checkInId === body.id);
    expect(stored).toMatchObject([{ ruleId: "retired-rule", tier: "EMERGENCY", foundBy: "device" }]);
  });

  it("keep the later of two answers, and the first time they were shown", async () => {
    const body = checkInBody(EMERGENCY);
    await storeCheckIns(owner, diaryId, [body]);
    const name = { checkInId: body.id, revision: 1, ruleId: "vision-sudden-loss" };
    const [early, late] = ["2026-11-01T10:00:00.000Z", "2026-11-01T11:00:00.000Z"];
    const results = await respondToAlerts(owner, diaryId, [
      { ...name, shownAt: late, response: "called", respondedAt: late }, { ...name, shownAt: early, response: "not-yet", respondedAt: early },
      { ...name, ruleId: "stroke-signs", shownAt: late }, { ...name, response: "called" },
    ]);
    expect(results).toEqual([{ status: "stored" }, { status: "stored" }, { status: "not-found" }, { status: "invalid", fields: { respondedAt: "response.incomplete" } }]);
    const stored = (await listAlerts(owner, { diaryId, ...ALL })).find(({ checkInId }) => checkInId === body.id);
    expect(stored).toMatchObject({ response: "called", respondedAt: new Date(late), shownAt: new Date(early), respondedBy: "owner" });
  });

  it("are raised for the newest check-in when a late entry changes what it is compared with", async () => {
    const person = await makePerson();
    const diary = await makeDiary(person, { usual: { vision: { loss: "none" } } });
    const newest = checkInBody({ recordedAt: hoursAgo(1), scores: { fatigue: 4, numbness: 2, vision: 9, walking: 2 } });
    expect(await storeCheckIns(person, diary, [newest])).toMatchObject([{ status: "stored", alerts: [] }]);
    const late = checkInBody({ recordedAt: hoursAgo(20), scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 } });
    await storeCheckIns(person, diary, [late]);
    await afterCheckIn({ diaryId: diary, checkInId: late.id, revision: 1 });
    await afterCheckIn({ diaryId: diary, checkInId: late.id, revision: 1 });
    expect(await listAlerts(person, { diaryId: diary, ...ALL })).toMatchObject([{ checkInId: newest.id, ruleId: "vision-sudden-loss", foundBy: "server" }]);
  });
});

describe("the job", () => {
  const judgesLater = (id: string) => withOwner(async (client) => (await client.query<{ flag: boolean }>(
    "select (payload->>'judgeLater')::boolean as flag from graphile_worker._private_jobs where payload->>'checkInId' = $1 order by id", [id])).rows.map(({ flag }) => flag));

  it("looks for later check-ins after a correction, a late entry and one that was overtaken, and otherwise has nothing to do", async () => {
    const person = await makePerson();
    const diary = await makeDiary(person);
    const [late, ahead, fresh] = [checkInBody({ recordedAt: hoursAgo(20) }), checkInBody({ recordedAt: hoursAgo(-0.1) }), checkInBody()];
    const quiet = checkInBody();
    for (const item of [quiet, late, ahead, fresh, { ...quiet, revision: 2, note: "corrected" }]) {
      expect(await storeCheckIns(person, diary, [item])).toMatchObject([{ status: "stored" }]);
    }
    expect(await Promise.all([quiet, late, ahead, fresh].map(({ id }) => judgesLater(id)))).toEqual([[false, true], [true], [false], [true]]);
  });

  it("does nothing when told that nothing later can be touched", async () => {
    const person = await makePerson();
    const diary = await makeDiary(person, { usual: { vision: { loss: "none" } } });
    await storeCheckIns(person, diary, [checkInBody({ recordedAt: hoursAgo(1), scores: { fatigue: 4, numbness: 2, vision: 9, walking: 2 } })]);
    const late = checkInBody({ recordedAt: hoursAgo(20), scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 } });
    await storeCheckIns(person, diary, [late]);
    await afterCheckIn({ diaryId: diary, checkInId: late.id, revision: 1, judgeLater: false });
    expect(await listAlerts(person, { diaryId: diary, ...ALL })).toEqual([]);
  });
});

describe("a caregiver who may log", () => {
  it("is warned like the owner, is named, and corrects only what they entered", async () => {
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:write"] });
    const theirs = checkInBody(EMERGENCY);
    expect(await storeCheckIns(caregiver, diaryId, [theirs])).toMatchObject([{ status: "stored", alerts: [{ ruleId: "vision-sudden-loss" }] }]);
    expect(await findCheckIn(owner, { diaryId, id: theirs.id })).toMatchObject({ enteredBy: "caregiver" });
    expect(await storeCheckIns(caregiver, diaryId, [{ ...theirs, revision: 2, note: "better" }])).toMatchObject([{ status: "stored", revision: 2 }]);
    const ours = checkInBody();
    await storeCheckIns(owner, diaryId, [ours]);
    expect(await storeCheckIns(caregiver, diaryId, [{ ...ours, revision: 2 }])).toMatchObject([{ status: "invalid", fields: { id: "checkIn.notYours" } }]);
  });
});

describe("a failure", () => {
  it("leaves neither record nor alert nor event nor job", async () => {
    const person = await makePerson();
    const diary = await makeDiary(person);
    const body = checkInBody(EMERGENCY);
    await withOwner((client) => client.query(`
      create function refuse_${diary.replaceAll("-", "")}() returns trigger language plpgsql as $$ begin
        if new.diary_id = '${diary}' then raise exception 'refused by the test'; end if; return new; end $$;
      create trigger refuse_${diary.replaceAll("-", "")} before insert on access_events for each row execute function refuse_${diary.replaceAll("-", "")}()`));
    await expect(storeCheckIns(person, diary, [body])).rejects.toThrow("refused by the test");
    await withOwner((client) => client.query(`drop trigger refuse_${diary.replaceAll("-", "")} on access_events`));
    expect(await counts(body.id)).toEqual({ checkIns: 0, jobs: 0 });
    expect(await listAlerts(person, { diaryId: diary, ...ALL })).toEqual([]);
    expect(await storeCheckIns(person, diary, [body])).toMatchObject([{ status: "stored" }]);
  });
});
