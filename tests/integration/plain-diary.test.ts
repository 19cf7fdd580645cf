import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPerson } from "@/app/(shared)/people/read-person";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { getTexts } from "@/lib/i18n/texts";
import { listAlerts } from "@/lib/server/data/alerts";
import { getRuleContext, listCheckIns } from "@/lib/server/data/check-ins";
import { listSharedDiaries } from "@/lib/server/data/diaries";
import { judgeNewestAgain } from "@/lib/server/data/judge-again";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { settlePossibleRelapses } from "@/lib/server/data/possible-relapses";
import { listRelapses } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { NotFoundError } from "@/lib/server/errors";
import { sendMail } from "@/lib/server/mail/send";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings({ DAYMARK_ALERTS: "off" }));
afterAll(() => disconnect());

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const alarming = (changes: Parameters<typeof checkInBody>[0] = {}) => checkInBody({ answers: { signs: ["chest-pain", "self-harm-danger"] }, ...changes });
const countAlerts = (diaryId: string) => withOwner(async (client) =>
  Number((await client.query<{ count: string }>("select count(*) from alerts where diary_id = $1", [diaryId])).rows[0]!.count));

async function withDiary() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner) };
}

/** An alert of a time when the rules were on. */
const putAlert = (diaryId: string, checkInId: string, ruleId = "chest-pain") => withOwner((client) => client.query(
  `insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at)
   values ($1, $2, 1, $3, 1, 'EMERGENCY', '[]', 'both', now())`, [diaryId, checkInId, ruleId]));

describe("a plain diary (DAYMARK_ALERTS=off)", () => {
  it("keeps the answers to the safety question, and judges nothing", async () => {
    const { owner, diaryId } = await withDiary();
    const [result] = await storeCheckIns(owner, diaryId, [alarming()]);
    expect(result).toMatchObject({ status: "stored", alerts: [], couldNotCheck: [] });
    expect(await listCheckIns(owner, { diaryId, ...ALL })).toMatchObject([{ signs: ["chest-pain", "self-harm-danger"] }]);
    expect(await countAlerts(diaryId)).toBe(0);
    const { rows } = await withOwner((client) => client.query<{ rules_version: string }>("select rules_version from check_ins where diary_id = $1", [diaryId]));
    expect(rows).toEqual([{ rules_version: "off" }]);
  });
  it("stores no alert that a device raised before it heard of the setting", async () => {
    const { owner, diaryId } = await withDiary();
    const body = alarming({ rulesVersion: RULES_VERSION, deviceCouldNotCheck: ["sepsis-signs"],
      deviceAlerts: [{ ruleId: "chest-pain", ruleVersion: 1, tier: "EMERGENCY", evidence: [{ field: "signs", value: ["chest-pain"] }], shownAt: new Date().toISOString() }] });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "stored", alerts: [], couldNotCheck: [] }]);
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "already-stored", alerts: [], couldNotCheck: [] }]);
    expect(await countAlerts(diaryId)).toBe(0);
  });
  it("makes no possible relapse of what was found when the rules were on", async () => {
    const { owner, diaryId } = await withDiary();
    const body = checkInBody();
    await storeCheckIns(owner, diaryId, [body]);
    await putAlert(diaryId, body.id, "possible-relapse");
    await settlePossibleRelapses(diaryId);
    expect(await listRelapses(owner, diaryId)).toEqual([]);
  });
  it("judges nothing again after a late entry", async () => {
    const { owner, diaryId } = await withDiary();
    const newest = alarming();
    const late = checkInBody({ recordedAt: hoursAgo(30), enteredAt: hoursAgo(0) });
    await storeCheckIns(owner, diaryId, [newest]);
    await storeCheckIns(owner, diaryId, [late]);
    await judgeNewestAgain({ diaryId, checkInId: late.id, revision: 1 });
    expect(await countAlerts(diaryId)).toBe(0);
  });
  it("shows no alert anywhere, not even one stored while the rules were on", async () => {
    const { owner, diaryId } = await withDiary();
    const caregiver = await makePerson();
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read", "alerts:read", "relapses:read"] });
    const body = checkInBody();
    await storeCheckIns(owner, diaryId, [body]);
    await putAlert(diaryId, body.id);
    expect(await countAlerts(diaryId)).toBe(1);

    expect(await listAlerts(owner, { diaryId, ...ALL })).toEqual([]);
    expect(await listAlerts(caregiver, { diaryId, ...ALL })).toEqual([]);
    expect((await getRuleContext(owner, diaryId)).alerts ?? []).toEqual([]);
    expect((await readTrendRecords(owner, { diaryId, ...ALL, usualFrom: ALL.from, alertsSince: new Date(0), trackers: [], profile: {} })).alerts).toEqual([]);
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "already-stored", alerts: [] }]);
    const [shared] = await listSharedDiaries(caregiver);
    const person = await readPerson(caregiver, shared!, new Date());
    expect(person.alerts).toBeNull();
    expect(person.state).not.toMatchObject({ alertsKnown: true });
  });
  it("still refuses the alerts of a diary that is not shared", async () => {
    const { diaryId } = await withDiary();
    await expect(listAlerts(await makePerson(), { diaryId, ...ALL })).rejects.toBeInstanceOf(NotFoundError);
  });
  it("says so in its texts and at the end of every mail", async () => {
    const { common } = await getTexts();
    expect(common.statement).toContain("it does not check for danger");
    const to = `${uuidv7()}@people.example`;
    await sendMail({ to, subject: "Any mail", text: "What it is about." });
    const mail = (await listLocalMails()).find((each) => each.to === to)!;
    expect(mail.text).toMatch(/^What it is about\.\n\nDaymark: A diary you fill in and share\. /);
    expect(mail.text).toContain("In an emergency call your local emergency number and do not wait.");
    expect(mail.text.endsWith("This is a plain diary. It does not check for danger.")).toBe(true);
  });
});
