import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalExport, type ExportedFile } from "@/lib/domain/transfer/canonical";
import { IMPORTED_PARTS, PART_NAMES } from "@/lib/domain/transfer/format";
import { HOUR_MS } from "@/lib/domain/time";
import { PART_SCHEMAS } from "@/lib/schemas/export";
import { purgeCheckIn } from "@/lib/server/data/removed-check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { DEMO_DIARIES, DEMO_USERS } from "@/prisma/demo/cast";
import { loadDemoData } from "@/prisma/demo/load";
import { anyDiary, insertDiary } from "@/tests/integration/support/any-diary";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeFullAccount } from "@/tests/integration/support/full-account";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { smallFile } from "@/tests/integration/support/small-file";
import { createSession } from "@/lib/server/data/sessions";

const DIARY = "app/api/diaries/[diaryId]";
type Holder = { viewer: { sessionId: string }; diaryId: string };
type File = ExportedFile & { check_ins: Record<string, unknown>[] };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function exportOf({ viewer, diaryId }: Holder): Promise<File> {
  const response = await callRoute(`GET ${DIARY}/export/route.ts`, { cookie: await cookieOf(viewer), params: { diaryId } });
  expect(response.status).toBe(200);
  return await response.json() as File;
}

async function send({ viewer, diaryId }: Holder, file: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await callRoute(`POST ${DIARY}/import/route.ts`, { cookie: await cookieOf(viewer), params: { diaryId }, body: file });
  return { status: response.status, answer: await response.json() as Record<string, unknown> };
}

async function newHolder() {
  const viewer = await makePerson();
  return { viewer, userId: viewer.userId, diaryId: await makeDiary(viewer) };
}

const withoutLimits = () => withOwner((client) => client.query("delete from rate_limits"));

/** How much a diary holds that tells somebody, or makes the worker do something but delete what was removed. */
const countsOf = ({ diaryId }: Holder) => withOwner(async (client) => {
  const { rows: [row] } = await client.query<{ alerts: number; jobs: number }>(
    `select (select count(*)::int from alerts where diary_id = $1) as alerts, (select count(*)::int from graphile_worker.jobs where task_identifier <> 'purge-check-in') as jobs`, [diaryId]);
  return row!;
});

describe("the round trip", () => {
  it("gives an identical account for any diary: export, import elsewhere, export, byte by byte in canonical form", async () => {
    const [caregiver, nurse] = [await makePerson(), await makePerson()];
    let rows = 0;
    await fc.assert(fc.asyncProperty(anyDiary, async (diary) => {
      await withoutLimits();
      const [one, other] = [await newHolder(), await newHolder()];
      await withOwner((client) => insertDiary(client, one.diaryId, [one.userId, caregiver.userId, nurse.userId], diary));
      const file = await exportOf(one);
      rows += PART_NAMES.reduce((sum, part) => sum + (file[part] as unknown[]).length, 0);
      const jobs = (await countsOf(other)).jobs;
      expect(await send(other, file)).toMatchObject({ status: 200, answer: { status: "imported" } });
      const copy = await exportOf(other);
      expect(canonicalExport(copy)).toBe(canonicalExport(file));
      expect(await send(other, copy), "its own export once more").toMatchObject({ status: 200, answer: { status: "imported", added: {} } });
      expect(await send(other, file), "the same file once more").toMatchObject({ status: 200, answer: { status: "imported", added: {} } });
      expect(canonicalExport(await exportOf(other))).toBe(canonicalExport(file));
      expect(await countsOf(other)).toEqual({ alerts: (file["alerts"] as unknown[]).length, jobs });
    }), { numRuns: 25 });
    expect(rows).toBeGreaterThan(200);
  }, 120_000);

  it("gives an identical account for the diaries of the demo: years with every kind of row", async () => {
    await withOwner(async () => loadDemoData({ ownerUrl: process.env["DATABASE_URL"]!, today: "2026-11-20", reset: true }));
    for (const { owner, id: diaryId } of DEMO_DIARIES) {
      await withoutLimits();
      const sessionId = await createSession({ userId: DEMO_USERS[owner].id, isStrong: false, isConfirmed: true });
      const [one, other] = [{ viewer: { sessionId }, diaryId }, await newHolder()];
      const file = await exportOf(one);
      expect(file.check_ins.length).toBeGreaterThan(100);
      expect(await send(other, file)).toMatchObject({ status: 200, answer: { status: "imported", profile: true } });
      expect(canonicalExport(await exportOf(other))).toBe(canonicalExport(file));
    }
  }, 120_000);

  it("takes a file of which parts were changed for another one", async () => {
    const { person, diaryId } = await makeFullAccount();
    const file = await exportOf({ viewer: person, diaryId });
    const changed = structuredClone(file);
    changed.check_ins[0]!["note"] = "other words";
    expect(canonicalExport(changed)).not.toBe(canonicalExport(file));
    expect(canonicalExport({ ...file, access_events: [], grants: [], exported_at: "" }), "what belongs to the account").toBe(canonicalExport(file));
  });
});

describe("an import", () => {
  it("adds what is not there to a diary with entries, and leaves what the person says of themselves", async () => {
    const { person, diaryId } = await makeFullAccount();
    const here = { viewer: person, diaryId };
    const before = await exportOf(here);
    const file = smallFile(uuidv7());
    file.diary.display_name = "Another name";
    expect(await send(here, file)).toEqual({ status: 200, answer: { status: "imported", added: { visits: 1 }, profile: false } });
    const after = await exportOf(here);
    expect(after.diary).toEqual(before.diary);
    expect(after["visits"]).toHaveLength((before["visits"] as unknown[]).length + 1);
    expect(await send(here, file)).toEqual({ status: 200, answer: { status: "imported", added: {}, profile: false } });
  });

  it("reports what differs and imports nothing then, the new rows neither", async () => {
    const { person, diaryId } = await makeFullAccount();
    const here = { viewer: person, diaryId };
    const file = await exportOf(here);
    const before = canonicalExport(file);
    file.check_ins[1]!["note"] = "changed outside";
    (file["visits"] as unknown[]).push(...smallFile(diaryId).visits);
    expect(await send(here, file)).toEqual({ status: 200, answer: { status: "differs", differing: { check_ins: 1 } } });
    const after = await exportOf(here);
    expect(canonicalExport(after)).toBe(before);
    expect((after["access_events"] as { action: string }[]).filter(({ action }) => action === "import:write")).toEqual([]);
  });

  it("brings no grant, no consent, no reminder and no line of the access log", async () => {
    const { person, diaryId } = await makeFullAccount();
    const file = await exportOf({ viewer: person, diaryId });
    const other = await newHolder();
    expect(await send(other, file)).toMatchObject({ status: 200 });
    const copy = await exportOf(other);
    expect([copy["grants"], copy["reminders"], (copy["consents"] as unknown[]).length]).toEqual([[], [], 1]);
    expect((copy["access_events"] as { action: string }[]).map(({ action }) => action)).toEqual(["import:write"]);
  });

  it("brings an entry that was removed a moment ago, and it can be put back there too", async () => {
    const [one, other] = [await newHolder(), await newHolder()];
    const entry = checkInBody();
    await storeCheckIns(one.viewer, one.diaryId, [entry]);
    await storeCheckIns(one.viewer, one.diaryId, [{ ...entry, revision: 2, removed: true }]);
    const file = await exportOf(one);
    expect(await send(other, file)).toMatchObject({ status: 200, answer: { status: "imported", added: { check_ins: 2, removed_check_ins: 1 } } });
    expect(canonicalExport(await exportOf(other))).toBe(canonicalExport(file));
    expect(await storeCheckIns(other.viewer, other.diaryId, [{ ...entry, revision: 3 }])).toMatchObject([{ status: "stored" }]);
  });

  it("leaves an entry deleted that was deleted for good here since", async () => {
    const here = await newHolder();
    const [entry, kept] = [checkInBody({ recordedAt: hoursAgo(3) }), checkInBody()];
    await storeCheckIns(here.viewer, here.diaryId, [entry, kept]);
    const file = await exportOf(here);
    await storeCheckIns(here.viewer, here.diaryId, [{ ...entry, revision: 2, removed: true }]);
    await purgeCheckIn({ diaryId: here.diaryId, checkInId: entry.id }, new Date(Date.now() + 25 * HOUR_MS));
    expect(await send(here, file)).toEqual({ status: 200, answer: { status: "imported", added: {}, profile: false } });
    expect((await exportOf(here)).check_ins.map((row) => row["check_in_id"])).toEqual([kept.id]);
  });

  it("puts no stranger's name into a diary, whatever ids a file holds", async () => {
    const stranger = await makePerson();
    const { person, diaryId } = await makeFullAccount();
    const file = await exportOf({ viewer: person, diaryId });
    for (const row of file.check_ins) row["entered_by_id"] = stranger.userId;
    const other = await newHolder();
    expect(await send(other, file)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await exportOf(other))).not.toContain(stranger.userId);
  });

  it.each([
    ["another kind of file", () => ({ hello: 1 }), { format: "file.notOurs" }],
    ["another version", () => ({ ...smallFile(uuidv7()), version: 3 }), { version: "file.otherVersion" }],
    ["a row twice", () => twice(smallFile(uuidv7())), { "visits.1": "file.repeated" }],
    ["a score beyond 10", () => withImported({ fatigue: 11 }), { "imported_days.0.fatigue": "score.range" }],
    ["a day without its import", () => withImported({ import_id: uuidv7() }), { "imported_days.0": "file.noImport" }],
    ["a column that nobody knows", () => withImported({ colour: "red" }), { "imported_days.0.colour": "field.unknown" }],
    ["what only the database refuses", () => ({ ...smallFile(uuidv7()), visits: [{ ...smallFile(uuidv7()).visits[0]!, time: "99:99" }] }), { body: "file.notPossible" }],
  ])("refuses %s with a reason, and keeps the diary as it was", async (_name, make, fields) => {
    const other = await newHolder();
    const before = canonicalExport(await exportOf(other));
    const { status, answer } = await send(other, make());
    expect(status).toBe(400);
    expect(answer["error"]).toMatchObject({ code: "invalid", fields });
    expect(canonicalExport(await exportOf(other))).toBe(before);
  });

  it("is not read beyond its limit", async () => {
    const other = await newHolder();
    const response = await callRoute(`POST ${DIARY}/import/route.ts`, {
      cookie: await cookieOf(other.viewer), params: { diaryId: other.diaryId }, text: " ".repeat(32 * 1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });
});

describe("the schema of the file", () => {
  it.each(PART_NAMES)("names every column of %s, and its key", async (part) => {
    const columns = await withOwner(async (client) => (await client.query<{ name: string; is_key: boolean }>(
      `select a.attname as name, a.attnum = any (i.indkey) as is_key from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`, [part])).rows);
    expect(Object.keys(PART_SCHEMAS[part].shape).sort()).toEqual(columns.map(({ name }) => name).filter((name) => name !== "diary_id").sort());
    expect([...IMPORTED_PARTS[part]].sort()).toEqual(columns.filter(({ is_key, name }) => is_key && name !== "diary_id").map(({ name }) => name).sort());
  });
});

const twice = (file: ReturnType<typeof smallFile>) => ({ ...file, visits: [...file.visits, ...file.visits] });

function withImported(changes: Record<string, unknown>) {
  const import_id = uuidv7();
  const now = new Date().toISOString();
  return {
    ...smallFile(uuidv7()), imports: [{ import_id, kind: "daylio", file_hash: "x", counts: {}, created_at: now }],
    imported_days: [{ imported_day_id: uuidv7(), import_id, source: "daylio", day: "2026-01-01", fatigue: 1, numbness: null, vision: null, walking: null, trackers: {}, note: null, created_at: now, ...changes }],
  };
}
