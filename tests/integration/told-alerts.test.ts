import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupAlerts } from "@/lib/domain/sharing/describe-alerts";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { listAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { changeProfile, findOwnDiary } from "@/lib/server/data/diaries";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const PROFILE = "PATCH app/api/diaries/[diaryId]/profile/route.ts";
const HIGH = { fatigue: 4, numbness: 2, vision: 9, walking: 2 };
const LOW = { ...HIGH, vision: 1 };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function someone(profile: object = {}) {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner, profile) };
}
const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const found = (ruleId: string, tier: "EMERGENCY" | "URGENT" | "SOON" | "INFO", more: object = {}) => ({ ruleId, ruleVersion: 1, tier, evidence: [], ...more });

describe("what was told, for the device", () => {
  it("holds alerts of every tier, with what was shown and answered", async () => {
    const { owner, diaryId } = await someone();
    const body = checkInBody({ deviceAlerts: [found("urgent-one", "URGENT", { shownAt: at(0) }), found("soon-one", "SOON"), found("info-one", "INFO"), found("emergency-one", "EMERGENCY")] });
    await storeCheckIns(owner, diaryId, [body]);
    await respondToAlerts(owner, diaryId, [{ checkInId: body.id, revision: 1, ruleId: "soon-one", shownAt: at(0), response: "remind-later", respondedAt: at(0) }]);
    const { alerts = [] } = await getRuleContext(owner, diaryId);
    expect(Object.fromEntries(alerts.map(({ ruleId, tier, shownAt, response }) => [ruleId, [tier, shownAt !== null, response]]))).toEqual({
      "urgent-one": ["URGENT", true, null], "soon-one": ["SOON", true, "remind-later"], "info-one": ["INFO", false, null], "emergency-one": ["EMERGENCY", false, null],
    });
    expect(alerts[0]).toMatchObject({ checkInId: body.id, revision: 1, recordedAt: body.recordedAt });
  });

  it("takes answers over to a correction that still raises the alert, and forgets what it took back", async () => {
    const { owner, diaryId } = await someone();
    const body = checkInBody({ deviceAlerts: [found("stays", "URGENT", { shownAt: at(0) }), found("goes", "URGENT", { shownAt: at(0) })] });
    await storeCheckIns(owner, diaryId, [body]);
    await respondToAlerts(owner, diaryId, [{ checkInId: body.id, revision: 1, ruleId: "stays", response: "got-help", respondedAt: at(0) }]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, note: "more", deviceAlerts: [found("stays", "URGENT")] }]);
    const { alerts } = await getRuleContext(owner, diaryId);
    expect(alerts).toMatchObject([{ ruleId: "stays", revision: 2, response: "got-help" }]);
  });

  it("stands for a caregiver who reads alerts alone as for the owner, before and after a correction", async () => {
    const { owner, diaryId } = await someone();
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["alerts:read"] });
    const seen = async () => groupAlerts(await listAlerts(caregiver, { diaryId, ...ALL }), new Date()).map(({ tier, response, isOpen }) => [tier, response, isOpen]);
    const body = checkInBody({ deviceAlerts: [found("stays", "EMERGENCY", { shownAt: at(0) })] });
    await storeCheckIns(owner, diaryId, [body]);
    await respondToAlerts(owner, diaryId, [{ checkInId: body.id, revision: 1, ruleId: "stays", response: "corrected", respondedAt: at(0) }]);
    expect(await seen()).toEqual([["EMERGENCY", null, true]]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, deviceAlerts: [found("stays", "EMERGENCY")] }]);
    expect(await seen()).toEqual([["EMERGENCY", null, true]]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 3, note: "mistyped", deviceAlerts: [] }]);
    expect(await seen()).toEqual([["EMERGENCY", "corrected", false]]);
  });

  it("keeps of old alerts the runs that say what was told before, and no other answer", async () => {
    const { owner, diaryId } = await someone();
    const evidence = [{ field: "run.numbness", value: at(40 * 24) }, { field: "numbness.areas", value: ["left-leg"] }];
    const old = checkInBody({ recordedAt: hoursAgo(30 * 24), deviceAlerts: [found("possible-relapse", "SOON", { evidence })] });
    const young = checkInBody({ deviceAlerts: [found("possible-relapse", "SOON", { evidence })] });
    await storeCheckIns(owner, diaryId, [old, young]);
    const { alerts = [] } = await getRuleContext(owner, diaryId);
    expect(Object.fromEntries(alerts.map(({ checkInId, evidence: kept }) => [checkInId, kept.map(({ field }) => field)]))).toEqual({
      [old.id]: ["run.numbness"], [young.id]: ["run.numbness", "numbness.areas"],
    });
  });
});

describe("judging again", () => {
  const raise = async (newestHours: number, between: number[] = []) => {
    const { owner, diaryId } = await someone({ usual: { vision: { loss: "none" } } });
    const newest = checkInBody({ recordedAt: hoursAgo(newestHours), scores: HIGH });
    await storeCheckIns(owner, diaryId, [newest, ...between.map((hours) => checkInBody({ recordedAt: hoursAgo(hours), scores: HIGH }))]);
    const late = checkInBody({ recordedAt: hoursAgo(newestHours + 24), scores: LOW });
    await storeCheckIns(owner, diaryId, [late]);
    await afterCheckIn({ diaryId, checkInId: late.id, revision: 1 });
    return { newest, alerts: (await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId }) => checkInId !== late.id) };
  };
  it("raises an alert for the newest check-in only, of every tier, once the answers it is compared with are known", async () => {
    const { newest, alerts } = await raise(1, [3]);
    expect(alerts.length).toBeGreaterThan(0);
    expect(new Set(alerts.map(({ checkInId }) => checkInId))).toEqual(new Set([newest.id]));
    expect(alerts.map(({ shownAt, response }) => [shownAt, response])).toEqual(alerts.map(() => [null, null]));
  });
  it.each([[14 * 24 - 1, true], [14 * 24 + 1, false]])("looks back 14 days: newest entry %s hours old, judged again: %s", async (hours, isJudged) => {
    const { alerts } = await raise(hours);
    expect(alerts.length > 0).toBe(isJudged);
    // what is more than 7 days old calls for help no more today
    expect(alerts.every(({ tier }) => tier === "SOON")).toBe(true);
  });
});

describe("a part of the profile", () => {
  it("is changed by itself, and what was answered besides stays", async () => {
    const { owner, diaryId } = await someone({ country: "GB", mobility: "walks", usual: { walking: "one-aid" } });
    expect(await changeProfile(owner, diaryId, { usual: { walking: "one-aid", signs: ["chest-pain"] } })).toEqual({ country: "GB", mobility: "walks", usual: { walking: "one-aid", signs: ["chest-pain"] } });
    expect((await findOwnDiary({ ...owner }))?.profile).toMatchObject({ mobility: "walks", usual: { signs: ["chest-pain"] } });
    expect((await getRuleContext(owner, diaryId)).profile.usual).toEqual({ walking: "one-aid", signs: ["chest-pain"] });
  });
  it("is refused where it cannot be: a sign that is never usual, another part, or nothing", async () => {
    const { owner, diaryId } = await someone();
    const cookie = await cookieOf(owner);
    for (const body of [{ usual: { signs: ["worst-headache"] } }, { pregnant: true }, { country: "Ireland" }, {}]) {
      expect((await callRoute(PROFILE, { cookie, params: { diaryId }, body })).status).toBe(400);
    }
    const answer = await callRoute(PROFILE, { cookie, params: { diaryId }, body: { country: "IE" } });
    expect([answer.status, await answer.json()]).toEqual([200, { profile: { country: "IE" } }]);
  });
  it("leaves a trace in the access log", async () => {
    const { owner, diaryId } = await someone();
    await changeProfile(owner, diaryId, { country: "IE" });
    const { rows } = await withOwner((client) => client.query("select action from access_events where diary_id = $1", [diaryId]));
    expect(rows).toEqual([{ action: "diary:write" }]);
  });
});
