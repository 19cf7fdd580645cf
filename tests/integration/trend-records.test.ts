import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JudgedCheckIn, Profile } from "@/lib/domain/check-in/check-in";
import { hasFever, infectionSignsOf } from "@/lib/domain/red-flags/infection";
import { addDays, daysBetween, dayOf } from "@/lib/domain/time";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { listMedicines } from "@/lib/server/data/medicines";
import { listRelapses } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { makeScene, type Scene } from "@/tests/integration/support/viewers";

const DAYS = { from: "2000-01-01", to: "2100-01-01" };
const ALL = { ...DAYS, usualFrom: DAYS.from, alertsSince: new Date(0), trackers: [], profile: {} };
const DAY_MS = 86_400_000;

let scene: Scene;
beforeAll(async () => {
  useTestSettings();
  scene = await makeScene();
});
afterAll(() => disconnect());

it("says the same as the four lists it stands for", async () => {
  const { diaryId, viewers: { owner } } = scene;
  const records = await readTrendRecords(owner, { diaryId, ...ALL });
  const [checkIns, alerts, relapses, medicines] = await Promise.all([
    listCheckIns(owner, { diaryId, ...DAYS }), listAlerts(owner, { diaryId, ...DAYS }), listRelapses(owner, diaryId), listMedicines(owner, diaryId),
  ]);
  expect(records.checkIns).toHaveLength(checkIns.length);
  records.checkIns.forEach((checkIn, place) => expect(checkIns[place]).toMatchObject(checkIn));
  expect(records.rows.filter(({ isImported }) => !isImported).map(({ at, scores }) => ({ at, scores })).toSorted((a, b) => a.at - b.at)).toEqual(checkIns.map(({ day, scores }) => ({ at: daysBetween(DAYS.from, day), scores })));
  expect(records.alerts).toEqual(alerts.map(({ tier, raisedAt }) => ({ tier, raisedAt })));
  expect(records.relapses).toEqual(relapses.map(({ status, startedOn, startedAt, endedOn, endedAt }) => ({ status, startedOn, startedAt, endedOn, endedAt })));
  expect(records.medicines).toEqual(medicines.map(({ name }) => ({ name })));
});

it("draws no alert of an answer that was corrected, and no repetition that was not shown again", async () => {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner);
  const found = (ruleId: string, tier: "EMERGENCY" | "SOON" | "URGENT", shownAt?: string) => ({ ruleId, ruleVersion: 1, tier, evidence: [], ...(shownAt && { shownAt }) });
  const at = new Date().toISOString();
  const body = checkInBody({ deviceAlerts: [found("a-corrected", "EMERGENCY", at), found("b-called", "EMERGENCY", at), found("c-shown", "SOON", at), found("d-again", "SOON"), found("e-unseen", "URGENT")] });
  await storeCheckIns(owner, diaryId, [body]);
  const answers = [["a-corrected", "corrected"], ["b-called", "called"]].map(([ruleId, response]) => ({ checkInId: body.id, revision: 1, ruleId, response, respondedAt: at }));
  expect(await respondToAlerts(owner, diaryId, answers)).toEqual([{ status: "stored" }, { status: "stored" }]);
  const { alerts } = await readTrendRecords(owner, { diaryId, ...ALL });
  expect(alerts.map(({ tier }) => tier).sort()).toEqual(["EMERGENCY", "SOON", "URGENT"]);
});

it("never carries a note", async () => {
  const { checkIns } = await readTrendRecords(scene.viewers.owner, { diaryId: scene.diaryId, ...ALL });
  expect(JSON.stringify(checkIns)).not.toContain("a private note");
});

it("keeps to the days and the moment asked for", async () => {
  const today = dayOf(new Date(), "UTC");
  const past = await readTrendRecords(scene.viewers.owner, { diaryId: scene.diaryId, ...ALL, to: addDays(today, -2), alertsSince: new Date(Date.now() + 60_000) });
  expect(past).toMatchObject({ rows: [], checkIns: [], alerts: [] });
});

describe("the days as numbers", () => {
  const imported = async (diaryId: string, day: string, values: { vision?: number; trackers?: object }) => withOwner((client) => client.query(
    "insert into imported_days (diary_id, imported_day_id, import_id, source, day, vision, trackers, created_at) values ($1, $2, $3, 'daylio', $4, $5, $6, now())",
    [diaryId, uuidv7(), uuidv7(), day, values.vision ?? null, values.trackers ?? {}]));
  const own = async (profile: Profile = {}) => {
    const owner = await makePerson();
    return { owner, diaryId: await makeDiary(owner, profile) };
  };

  it("keep an unknown score unknown and a zero zero, and say what was imported", async () => {
    const { owner, diaryId } = await own();
    await imported(diaryId, "2001-02-03", { vision: 0 });
    await imported(diaryId, "2035-12-31", { vision: 10 });
    const { rows, checkIns } = await readTrendRecords(owner, { diaryId, ...ALL });
    expect(rows).toEqual([["2001-02-03", 0], ["2035-12-31", 10]].map(([day, vision]) => ({
      at: daysBetween(DAYS.from, String(day)), scores: { fatigue: null, numbness: null, vision, walking: null }, isHot: false, isInfected: false, isImported: true,
    })));
    expect(checkIns).toEqual([]);
  });

  it("read the first day right when all of it is zero", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    await storeCheckIns(owner, diaryId, [checkInBody()]);
    await withOwner((client) => client.query("update check_ins set fatigue = 0, numbness = 0, vision = 0, walking = 0, details = '{}', trackers = '{\"pain\":1}' where diary_id = $1", [diaryId]));
    const { rows: [{ day }] } = await withOwner((client) => client.query("select day::text from check_ins where diary_id = $1", [diaryId]));
    const { rows } = await readTrendRecords(owner, { diaryId, ...ALL, from: day, trackers: ["pain", "mood"] });
    expect(rows).toEqual([{ at: 0, scores: { fatigue: 0, numbness: 0, vision: 0, walking: 0 }, isHot: false, isInfected: false, isImported: false, trackers: { pain: 1 } }]);
  });
  it("bring the trackers only when some are asked for, from check-ins and imported days", async () => {
    const { owner, diaryId } = await own();
    const body = checkInBody();
    await storeCheckIns(owner, diaryId, [body]);
    await withOwner((client) => client.query("update check_ins set trackers = '{\"mood\":0,\"pain\":10}' where diary_id = $1", [diaryId]));
    await imported(diaryId, "2010-01-01", { trackers: { mood: 4 } });
    const logged = async (trackers: ("mood" | "spasms" | "pain")[]) => (await readTrendRecords(owner, { diaryId, ...ALL, trackers })).rows.flatMap((row) => (row.trackers ? [{ isImported: row.isImported, trackers: row.trackers }] : []));
    expect(await logged([])).toEqual([]);
    expect((await logged(["mood"])).toSorted((a, b) => Number(a.isImported) - Number(b.isImported))).toEqual([{ isImported: false, trackers: { mood: 0 } }, { isImported: true, trackers: { mood: 4 } }]);
    expect((await logged(["spasms", "mood", "pain"])).toSorted((a, b) => Number(a.isImported) - Number(b.isImported))).toEqual([{ isImported: false, trackers: { pain: 10, mood: 0 } }, { isImported: true, trackers: { mood: 4 } }]);
  });

  it.each([
    { profile: {}, answers: { infection: ["cold"] } }, { profile: {}, answers: { infection: ["cold", "cough"] } }, { profile: {}, answers: { infection: [] } },
    { profile: {}, answers: { infection: ["cloudy-urine"] } }, { profile: { usual: { bladder: "catheter" } }, answers: { infection: ["cloudy-urine"] } },
    { profile: {}, answers: { temperatureC: 37.9 } }, { profile: {}, answers: { temperatureC: 38 } },
    { profile: { usualTemperatureC: 36.4 }, answers: { temperatureC: 37.5 } }, { profile: { usualTemperatureC: 36.5 }, answers: { temperatureC: 37.5 } },
    { profile: { usualTemperatureC: 35.5 }, answers: { temperatureC: 37.4 } }, { profile: {}, answers: { triggers: ["heat"] } }, { profile: {}, answers: { triggers: ["exercise"] } }, { profile: {}, answers: {} },
  ])("tell heat and infection as the rules do: $answers with $profile", async ({ profile, answers }) => {
    const { owner, diaryId } = await own(profile as Profile);
    await withOwner(async (client) => {
      const body = checkInBody();
      await storeCheckIns(owner, diaryId, [body]);
      await client.query("update check_ins set details = $2 where diary_id = $1", [diaryId, answers]);
    });
    const { rows: [row], checkIns: [checkIn] } = await readTrendRecords(owner, { diaryId, ...ALL, profile: profile as Profile });
    expect(row?.isInfected).toBe(hasFever(checkIn as JudgedCheckIn, profile as Profile) || infectionSignsOf(checkIn as JudgedCheckIn, profile as Profile).length > 0);
    expect(row?.isHot).toBe((answers as { triggers?: string[] }).triggers?.includes("heat") ?? false);
  });

  it("bring the infusions that stand, of medicines that stand, and nothing that was missed", async () => {
    const { owner, diaryId } = await own();
    const [kept, removed] = [uuidv7(), uuidv7()];
    await withOwner(async (client) => {
      await client.query("insert into medicines (diary_id, medicine_id, name, updated_at, removed_at) values ($1, $2, 'Kept', now(), null), ($1, $3, 'Removed', now(), now())", [diaryId, kept, removed]);
      const event = (medicineId: string, kind: string, day: string, isRemoved = false) => client.query(
        "insert into medicine_events (diary_id, event_id, medicine_id, kind, day, created_at, removed_at) values ($1, $2, $3, $4, $5, now(), case when $6 then now() end)", [diaryId, uuidv7(), medicineId, kind, day, isRemoved]);
      await event(kept, "infusion", "2026-02-02");
      await event(kept, "missed", "2026-02-03");
      await event(kept, "infusion", "2026-02-04", true);
      await event(removed, "infusion", "2026-02-05");
    });
    expect(await readTrendRecords(owner, { diaryId, ...ALL })).toMatchObject({ medicines: [{ name: "Kept" }], doses: [{ name: "Kept", day: "2026-02-02" }] });
  });

  it("read ten years of daily entries as they stand", async () => {
    const { owner, diaryId } = await own();
    const count = 3650;
    await withOwner((client) => client.query(
      `insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking, details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
       select $1, gen_random_uuid(), 1, t, t, t, (t at time zone 'UTC')::date, 'UTC', n % 11, n % 3, n % 5, n % 7, '{}', '{}', $2, 'x', '{}', 'x'
       from (select n, now() - n * interval '1 day' as t from generate_series(1, $3::int) n) days`, [diaryId, owner.userId, count]));
    const { rows, checkIns } = await readTrendRecords(owner, { diaryId, ...ALL, usualFrom: addDays(dayOf(new Date(), "UTC"), -60) });
    const newest = daysBetween(DAYS.from, dayOf(new Date(Date.now() - DAY_MS), "UTC"));
    expect(rows.map(({ at, scores }) => ({ at, scores })).toSorted((a, b) => b.at - a.at)).toEqual(
      Array.from({ length: count }, (_, index) => ({ at: newest - index, scores: { fatigue: (index + 1) % 11, numbness: (index + 1) % 3, vision: (index + 1) % 5, walking: (index + 1) % 7 } })));
    expect(checkIns).toHaveLength(60);
  });
});
