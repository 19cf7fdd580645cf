import fc from "fast-check";
import papa from "papaparse";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/time";
import { CSV_KINDS } from "@/lib/domain/transfer/csv-files";
import type { DaysImport } from "@/lib/schemas/import";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { importDays, listImportedDays, listImports, undoImport } from "@/lib/server/data/imported-days";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { NotFoundError } from "@/lib/server/errors";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeFullAccount } from "@/tests/integration/support/full-account";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { daysBody } from "@/tests/integration/support/small-file";

const DIARY = "app/api/diaries/[diaryId]";
const ALL = { from: "1990-01-01", to: "2100-01-01" };
beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function newDiary() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner) };
}
const days = (count: number, scores: DaysImport["days"][number]["scores"] = { fatigue: 4 }, from = "2025-01-01"): DaysImport["days"] =>
  Array.from({ length: count }, (_, at) => ({ day: addDays(from, at), scores, trackers: {} }));
const post = async (owner: { sessionId: string }, diaryId: string, body: unknown) => callRoute(`POST ${DIARY}/imports/route.ts`, { cookie: await cookieOf(owner), params: { diaryId }, body });

describe("importing the days of another diary", () => {
  it("keeps what the file held, and what it did not hold stays unknown", async () => {
    const { owner, diaryId } = await newDiary();
    const body = daysBody([{ day: "2025-01-02", scores: { walking: 0 }, trackers: { mood: 10 }, note: "  =a note  " }, { day: "2025-01-01", scores: {}, trackers: {}, note: "only words" }]);
    expect(await (await post(owner, diaryId, body)).json()).toEqual({ added: 2, same: 0, different: 0 });
    expect(await listImportedDays(owner, { diaryId, ...ALL })).toMatchObject([
      { day: "2025-01-01", source: "spreadsheet", scores: {}, trackers: {}, note: "only words" },
      { day: "2025-01-02", source: "spreadsheet", scores: { walking: 0 }, trackers: { mood: 10 }, note: "=a note" },
    ]);
    expect(await listImports(owner, diaryId)).toMatchObject([{ id: body.id, kind: "spreadsheet", days: 2, from: "2025-01-01", to: "2025-01-02" }]);
  });

  it("changes nothing the second time, under the same id or a new one", async () => {
    const { owner, diaryId } = await newDiary();
    const body = daysBody(days(5));
    expect(await importDays(owner, diaryId, body)).toEqual({ added: 5, same: 0, different: 0 });
    expect(await importDays(owner, diaryId, body), "sent twice").toEqual({ added: 5, same: 0, different: 0 });
    expect(await importDays(owner, diaryId, daysBody(days(5))), "the file again").toEqual({ added: 0, same: 5, different: 0 });
    expect(await importDays(owner, diaryId, daysBody(days(7))), "the file, grown").toEqual({ added: 2, same: 5, different: 0 });
    expect(await importDays(owner, diaryId, daysBody(days(3, { fatigue: 9 }))), "the file, changed").toEqual({ added: 0, same: 0, different: 3 });
    expect(await listImportedDays(owner, { diaryId, ...ALL })).toHaveLength(7);
    expect(await listImports(owner, diaryId)).toHaveLength(2);
  });

  it("keeps two sheets of one day apart when they hold different symptoms", async () => {
    const { owner, diaryId } = await newDiary();
    await importDays(owner, diaryId, daysBody(days(2, { fatigue: 4 })));
    expect(await importDays(owner, diaryId, daysBody(days(2, { walking: 4 })))).toEqual({ added: 2, same: 0, different: 0 });
  });

  it("is the same for any days in any order, and taking it back leaves nothing", async () => {
    const score = fc.option(fc.nat({ max: 10 }), { nil: undefined });
    const { owner, diaryId } = await newDiary();
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.record({ at: fc.nat({ max: 4000 }), fatigue: fc.nat({ max: 10 }), walking: score }), { selector: ({ at }) => at, minLength: 1, maxLength: 30 }), async (list) => {
      const given = list.map(({ at, fatigue, walking }) => ({ day: addDays("2010-01-01", at), scores: { fatigue, ...(walking !== undefined && { walking }) }, trackers: {} }));
      const body = daysBody(given);
      expect(await importDays(owner, diaryId, body)).toEqual({ added: given.length, same: 0, different: 0 });
      expect(await importDays(owner, diaryId, daysBody([...given].reverse()))).toEqual({ added: 0, same: given.length, different: 0 });
      expect((await listImportedDays(owner, { diaryId, ...ALL })).map(({ day, scores }) => ({ day, scores }))).toEqual([...given].sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ day, scores }) => ({ day, scores })));
      expect(await undoImport(owner, { diaryId, importId: body.id })).toEqual({ removed: given.length });
      expect(await listImportedDays(owner, { diaryId, ...ALL })).toEqual([]);
    }), { numRuns: 15 });
    expect(await listImports(owner, diaryId)).toEqual([]);
  }, 60_000);

  it("takes back one file and leaves the other", async () => {
    const { owner, diaryId } = await newDiary();
    const [one, other] = [daysBody(days(3)), daysBody(days(4, { walking: 2 }))];
    await importDays(owner, diaryId, one);
    await importDays(owner, diaryId, other);
    expect(await undoImport(owner, { diaryId, importId: one.id })).toEqual({ removed: 3 });
    await expect(undoImport(owner, { diaryId, importId: one.id })).rejects.toBeInstanceOf(NotFoundError);
    expect(await listImportedDays(owner, { diaryId, ...ALL })).toHaveLength(4);
  });

  it.each([
    ["a score beyond 10", days(1, { fatigue: 11 }), "days.0.scores.fatigue"], ["half a score", days(1, { fatigue: 2.5 }), "days.0.scores.fatigue"],
    ["a day twice", [...days(1), ...days(1)], "days"], ["a day with nothing", days(1, {}), "days.0.scores"], ["no day", [], "days"],
  ])("refuses %s, and stores nothing of the file", async (_name, bad, field) => {
    const { owner, diaryId } = await newDiary();
    const response = await post(owner, diaryId, daysBody(bad));
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json() as { error: { fields: object } }).error.fields)).toEqual([field]);
    expect(await listImportedDays(owner, { diaryId, ...ALL })).toEqual([]);
  });

  it("raises no alert, makes no job and tells nobody, however bad the days were", async () => {
    const { owner, diaryId } = await newDiary();
    const counts = () => withOwner(async (client) => (await client.query("select (select count(*)::int from graphile_worker.jobs) as jobs, (select count(*)::int from alerts where diary_id = $1) as alerts", [diaryId])).rows[0] as object);
    const before = await counts();
    await importDays(owner, diaryId, daysBody(days(60, { fatigue: 10, numbness: 10, vision: 10, walking: 10 }, addDays(dayOf(new Date(), "UTC"), -60))));
    expect(await counts()).toEqual({ ...before, alerts: 0 });
  });

  it("feeds the usual on the server, and the device gets the same days", async () => {
    const today = dayOf(new Date(), "UTC");
    const bad = { fatigue: 8, numbness: 8, vision: 0, walking: 8 };
    const alertsAfter = async (imported: number) => {
      const { owner, diaryId } = await newDiary();
      if (imported > 0) await importDays(owner, diaryId, daysBody(days(imported, bad, addDays(today, -20))));
      const wire = await getRuleContext(owner, diaryId);
      expect(wire.importedDays?.length ?? 0).toBe(imported);
      const [stored] = await storeCheckIns(owner, diaryId, [checkInBody({ scores: bad, answers: { signs: [], onset: { numbness: "days" } } })]);
      return stored?.status === "stored" ? stored.alerts.map(({ ruleId }) => ruleId) : null;
    };
    const [without, withUsual] = [await alertsAfter(0), await alertsAfter(10)];
    expect(without).not.toEqual(withUsual);
    expect(without!.length).toBeGreaterThan(withUsual!.length);
  });

  it("shows no note to who may read check-ins only, and no day before a grant opens", async () => {
    const { owner, diaryId } = await newDiary();
    const caregiver = await makePerson();
    await importDays(owner, diaryId, daysBody([{ day: "2025-01-01", scores: { fatigue: 1 }, trackers: {}, note: "private" }, { day: "2025-03-01", scores: { fatigue: 1 }, trackers: {}, note: "private" }]));
    await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"], historyFrom: "2025-02-01" });
    expect((await listImportedDays(caregiver, { diaryId, ...ALL })).map(({ day, note }) => ({ day, note }))).toEqual([{ day: "2025-03-01", note: null }]);
  });
});

describe("the files for spreadsheets", () => {
  it.each(CSV_KINDS)("%s: a table whose rows are as wide as its header, for the owner alone", async (kind) => {
    const account = await makeFullAccount();
    const take = async (viewer: { sessionId: string }) => callRoute(`GET ${DIARY}/export/[kind]/route.ts`, { cookie: await cookieOf(viewer), params: { diaryId: account.diaryId, kind } });
    const response = await take(account.person);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(new RegExp(`^attachment; filename="daymark-${kind}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`));
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)], "the mark of UTF-8").toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header!.length);
    expect((await take(account.caregiver)).status).toBe(404);
  });
  it("leave what was not answered empty, keep 'none of it' apart, and let no note run as a formula", async () => {
    const { owner, diaryId } = await newDiary();
    await storeCheckIns(owner, diaryId, [checkInBody({ answers: { signs: [], walking: { falls: 0 } }, note: "=HYPERLINK(1)" })]);
    const response = await callRoute(`GET ${DIARY}/export/[kind]/route.ts`, { cookie: await cookieOf(owner), params: { diaryId, kind: "check-ins" } });
    const [row] = papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true }).data;
    expect(row).toMatchObject({ fatigue: "4", signs: "none", walking_falls: "0", walking_ability: "", temperatureC: "", note: "'=HYPERLINK(1)" });
  });
  it("know no other kind", async () => {
    const { owner, diaryId } = await newDiary();
    expect((await callRoute(`GET ${DIARY}/export/[kind]/route.ts`, { cookie: await cookieOf(owner), params: { diaryId, kind: "grants" } })).status).toBe(404);
  });
});

it("knows no import of another diary", async () => {
  const [one, other] = [await newDiary(), await newDiary()];
  const body = daysBody(days(2));
  await importDays(one.owner, one.diaryId, body);
  await expect(undoImport(other.owner, { diaryId: other.diaryId, importId: body.id })).rejects.toBeInstanceOf(NotFoundError);
  await expect(undoImport(one.owner, { diaryId: one.diaryId, importId: uuidv7() })).rejects.toBeInstanceOf(NotFoundError);
  expect(await listImportedDays(one.owner, { diaryId: one.diaryId, ...ALL })).toHaveLength(2);
});
