import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/time";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { listMedicines } from "@/lib/server/data/medicines";
import { listRelapses } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makePerson, useTestSettings } from "@/tests/integration/support/people";
import { makeScene, type Scene } from "@/tests/integration/support/viewers";

const ALL = { from: "2000-01-01", to: "2100-01-01" };

let scene: Scene;
beforeAll(async () => {
  useTestSettings();
  scene = await makeScene();
});
afterAll(() => disconnect());

it("says the same as the four lists it stands for", async () => {
  const { diaryId, viewers: { owner } } = scene;
  const records = await readTrendRecords(owner, { diaryId, ...ALL, alertsSince: new Date(0) });
  const [checkIns, alerts, relapses, medicines] = await Promise.all([
    listCheckIns(owner, { diaryId, ...ALL }), listAlerts(owner, { diaryId, ...ALL }), listRelapses(owner, diaryId), listMedicines(owner, diaryId),
  ]);
  expect(records.checkIns).toHaveLength(checkIns.length);
  records.checkIns.forEach((checkIn, place) => expect(checkIns[place]).toMatchObject(checkIn));
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
  const { alerts } = await readTrendRecords(owner, { diaryId, ...ALL, alertsSince: new Date(0) });
  expect(alerts.map(({ tier }) => tier).sort()).toEqual(["EMERGENCY", "SOON", "URGENT"]);
});

it("never carries a note", async () => {
  const { checkIns } = await readTrendRecords(scene.viewers.owner, { diaryId: scene.diaryId, ...ALL, alertsSince: new Date(0) });
  expect(JSON.stringify(checkIns)).not.toContain("a private note");
});

it("keeps to the days and the moment asked for", async () => {
  const today = dayOf(new Date(), "UTC");
  const past = await readTrendRecords(scene.viewers.owner, { diaryId: scene.diaryId, from: "2000-01-01", to: addDays(today, -2), alertsSince: new Date(Date.now() + 60_000) });
  expect(past).toMatchObject({ checkIns: [], alerts: [] });
});
