import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMonth } from "@/app/(diary)/history/read-history";
import { monthOf } from "@/lib/domain/check-in/month";
import { dayOf } from "@/lib/domain/time";
import { noteSearchSchema } from "@/lib/schemas/note-search";
import { listAlerts, listHistoryAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, listCheckIns } from "@/lib/server/data/check-ins";
import { findNearDays, findNewestDay, listFirstTyped } from "@/lib/server/data/history";
import { importDays } from "@/lib/server/data/imported-days";
import { searchNotes } from "@/lib/server/data/notes";
import { purgeCheckIn } from "@/lib/server/data/removed-check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { daysBody } from "@/tests/integration/support/small-file";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const ZONE = "Europe/London";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function withDiary() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner, { usual: { vision: { loss: "none" } } }) };
}
const dayAgo = (hours: number) => dayOf(new Date(hoursAgo(hours)), ZONE);

describe("searchNotes", () => {
  it("finds words of the newest version, newest first, whatever their accents and capitals", async () => {
    const { owner, diaryId } = await withDiary();
    const [old, young, other] = [checkInBody({ recordedAt: hoursAgo(50), note: "Sehr MÜDE Beine" }), checkInBody({ recordedAt: hoursAgo(2), note: "beine mude" }), checkInBody({ recordedAt: hoursAgo(20), note: "nothing of it" })];
    await storeCheckIns(owner, diaryId, [old, young, other]);
    expect(await searchNotes(owner, { diaryId, text: "müde beine" })).toMatchObject({ count: 2, entries: [{ id: young.id, note: "beine mude" }, { id: old.id, note: "Sehr MÜDE Beine" }] });
    await storeCheckIns(owner, diaryId, [{ ...young, revision: 2, note: "corrected" }, { ...old, revision: 2, removed: true }]);
    expect(await searchNotes(owner, { diaryId, text: "müde" })).toEqual({ count: 0, entries: [] });
  });
  it("says how many there are when it shows the newest hundred", async () => {
    const { owner, diaryId } = await withDiary();
    await storeCheckIns(owner, diaryId, Array.from({ length: 100 }, (_, place) => checkInBody({ recordedAt: hoursAgo(place + 2), enteredAt: hoursAgo(0), note: "same word" })));
    const last = checkInBody({ recordedAt: hoursAgo(1), note: "same word" });
    await storeCheckIns(owner, diaryId, [last]);
    const { count, entries } = await searchNotes(owner, { diaryId, text: "word" });
    expect([count, entries.length, entries[0]!.id]).toEqual([101, 100, last.id]);
  });
  it.each([["", false], ["  ", false], ["x".repeat(100), true], ["x".repeat(101), false]])("takes “%s” as a text: %s", (text, isTaken) => {
    expect(noteSearchSchema.safeParse({ text }).success).toBe(isTaken);
  });
});

describe("the days of the history", () => {
  it("leads to the nearest days with entries, over any gap, and not to removed ones", async () => {
    const { owner, diaryId } = await withDiary();
    const [far, near, now, removed] = [150, 100, 1, 60].map((hours) => checkInBody({ recordedAt: hoursAgo(hours) }));
    await storeCheckIns(owner, diaryId, [far!, near!, now!, removed!]);
    await storeCheckIns(owner, diaryId, [{ ...removed!, revision: 2, removed: true }]);
    const [from, to] = [dayAgo(62), dayAgo(58)];
    expect(await findNearDays(owner, { diaryId, from, to })).toEqual({ before: dayAgo(100), after: dayAgo(1), deletedBefore: null, deletedAfter: null });
    expect(await findNearDays(owner, { diaryId, from: dayAgo(150), to: dayAgo(1) })).toEqual({ before: null, after: null, deletedBefore: null, deletedAfter: null });
    expect(await findNewestDay(owner, diaryId)).toBe(dayAgo(1));
  });
  it("opens with a removed entry where nothing else stands, and with nothing once it is gone", async () => {
    const { owner, diaryId } = await withDiary();
    expect(await findNewestDay(owner, diaryId)).toBeNull();
    const body = checkInBody({ recordedAt: hoursAgo(30) });
    await storeCheckIns(owner, diaryId, [body]);
    await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, removed: true }]);
    expect(await findNewestDay(owner, diaryId)).toBe(dayAgo(30));
    await withOwner((client) => client.query("update removed_check_ins set removed_at = now() - interval '24 hours' where check_in_id = $1", [body.id]));
    expect(await findNewestDay(owner, diaryId)).toBeNull();
  });
  it("has the days of other diaries beside the entries, and leads to them over any gap", async () => {
    const { owner, diaryId } = await withDiary();
    const day = dayAgo(26);
    const note = "Long walk, tired";
    await importDays(owner, diaryId, daysBody([{ day: "2016-05-03", scores: { fatigue: 0 }, trackers: { mood: 7 }, note }, { day: "2016-05-20", scores: { walking: 9 }, trackers: {} }, { day, scores: { walking: 3 }, trackers: {} }], { kind: "daylio" }));
    expect(await findNewestDay(owner, diaryId), "without any entry").toBe(day);
    const old = await readMonth(owner, { diaryId, asked: "2016-05", timeZone: ZONE });
    expect(old).toMatchObject({ entries: [], older: null, newer: monthOf(day) });
    expect(old!.imported).toMatchObject([
      { day: "2016-05-20", source: "daylio", scores: { walking: 9 }, trackers: {}, note: null }, { day: "2016-05-03", source: "daylio", scores: { fatigue: 0 }, trackers: { mood: 7 }, note },
    ]);
    const body = checkInBody({ recordedAt: hoursAgo(26) });
    await storeCheckIns(owner, diaryId, [body]);
    const newest = await readMonth(owner, { diaryId, asked: null, timeZone: ZONE });
    expect(newest).toMatchObject({ month: monthOf(day), entries: [{ checkIn: { id: body.id } }], imported: [{ day, scores: { walking: 3 } }], older: "2016-05" });
    expect(await findNearDays(owner, { diaryId, from: "2016-05-10", to: "2016-05-10" })).toMatchObject({ before: "2016-05-03", after: "2016-05-20" });
    expect(await findNearDays(owner, { diaryId, from: "2016-05-20", to: "2016-05-20" })).toMatchObject({ before: "2016-05-03", after: day });
  });
  it("shows alerts of its entries, and of deleted ones by when they were raised", async () => {
    const { owner, diaryId } = await withDiary();
    const alert = (ruleId: string, at: string) => ({ ruleId, ruleVersion: 1, tier: "SOON" as const, evidence: [], shownAt: at });
    const [kept, deleted] = [checkInBody({ recordedAt: hoursAgo(2), deviceAlerts: [alert("kept", hoursAgo(2))] }), checkInBody({ recordedAt: hoursAgo(3), deviceAlerts: [alert("deleted", hoursAgo(3))] })];
    await storeCheckIns(owner, diaryId, [kept, deleted]);
    await storeCheckIns(owner, diaryId, [{ ...deleted, revision: 2, deviceAlerts: [], removed: true }]);
    const rules = async (ids: string[], days = ALL) => (await listHistoryAlerts(owner, { diaryId, ids, ...days })).map(({ ruleId, entryDeletedAt }) => [ruleId, entryDeletedAt !== null]);
    expect(await rules([kept.id])).toEqual([["kept", false]]);
    await purgeCheckIn({ diaryId, checkInId: deleted.id }, new Date(Date.now() + 86_400_000));
    expect(await rules([kept.id])).toEqual([["deleted", true], ["kept", false]]);
    expect(await rules([], { from: "2020-01-01", to: "2020-01-31" })).toEqual([]);
    const raisedAt = new Date(hoursAgo(3));
    const near = await findNearDays(owner, { diaryId, from: "2100-01-01", to: "2100-01-01" });
    expect(Math.abs(near.deletedBefore!.getTime() - raisedAt.getTime())).toBeLessThan(60_000);
    expect(await findNearDays(owner, { diaryId, from: "2000-01-01", to: "2000-01-01" })).toMatchObject({ deletedBefore: null, deletedAfter: near.deletedBefore });
  });
});

describe("filing an entry under another day", () => {
  it("moves the moment, keeps when it was typed, and refuses more than 7 days before that", async () => {
    const { owner, diaryId } = await withDiary();
    const body = checkInBody({ recordedAt: hoursAgo(0) });
    await storeCheckIns(owner, diaryId, [body]);
    const at = (milliseconds: number) => new Date(Date.parse(body.enteredAt) - milliseconds).toISOString();
    const week = 7 * 86_400_000;
    expect(await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, recordedAt: at(week + 1) }])).toMatchObject([{ status: "invalid", fields: { recordedAt: "recordedAt.tooOld" } }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...body, revision: 2, recordedAt: at(week) }])).toMatchObject([{ status: "stored" }]);
    expect(await findCheckIn(owner, { diaryId, id: body.id })).toMatchObject({ day: dayOf(new Date(at(week)), ZONE), enteredAt: new Date(body.enteredAt), revision: 2 });
    expect(await listFirstTyped(owner, { diaryId, ids: [body.id] })).toEqual(new Map([[body.id, new Date(body.enteredAt)]]));
    expect(await listCheckIns(owner, { diaryId, from: dayAgo(0), to: dayAgo(0) })).toEqual([]);
  });
  it("counts the week from the first typing, also for an entry that was corrected long after", async () => {
    const { owner, diaryId } = await withDiary();
    const body = checkInBody({ recordedAt: hoursAgo(60 * 24) });
    await storeCheckIns(owner, diaryId, [body, { ...body, revision: 2, enteredAt: hoursAgo(0), note: "corrected now" }]);
    const aDayBefore = new Date(Date.parse(body.recordedAt) - 86_400_000).toISOString();
    expect(await storeCheckIns(owner, diaryId, [{ ...body, revision: 3, recordedAt: aDayBefore }])).toMatchObject([{ status: "stored" }]);
  });
  it("lets the newest check-in be judged again", async () => {
    const { owner, diaryId } = await withDiary();
    const scores = (vision: number) => ({ fatigue: 4, numbness: 2, vision, walking: 2 });
    // With the high entry between them nothing jumped; filed before both, it leaves the newest far above the low one.
    const [high, low, newest] = [checkInBody({ recordedAt: hoursAgo(20), scores: scores(9) }), checkInBody({ recordedAt: hoursAgo(40), scores: scores(1) }), checkInBody({ recordedAt: hoursAgo(1), scores: scores(9) })];
    await storeCheckIns(owner, diaryId, [low, high, newest]);
    const emergencies = async () => (await listAlerts(owner, { diaryId, ...ALL })).filter(({ checkInId, tier }) => checkInId === newest.id && tier === "EMERGENCY").map(({ ruleId }) => ruleId);
    expect(await emergencies()).toEqual([]);
    await storeCheckIns(owner, diaryId, [{ ...high, revision: 2, recordedAt: hoursAgo(90) }]);
    await afterCheckIn({ diaryId, checkInId: high.id, revision: 2 });
    expect(await emergencies()).toEqual(["vision-sudden-loss"]);
  });
});
