import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { disconnect } from "@/lib/server/db";
import { makeFullAccount, SECRETS } from "@/tests/integration/support/full-account";
import { cookieOf, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const ROUTE = "GET app/api/diaries/[diaryId]/export/route.ts";
type Row = Record<string, unknown>;
type File = { readme: string[]; exported_at: string; diary: Row; account: Row; consents: Row[]; people: Row[] } & Record<string, Row[]>;

let account: Awaited<ReturnType<typeof makeFullAccount>>;
beforeAll(async () => {
  useTestSettings();
  account = await makeFullAccount();
});
afterAll(() => disconnect());

const take = async (viewer = account.person) => callRoute(ROUTE, { cookie: await cookieOf(viewer), params: { diaryId: account.diaryId } });

describe("the export of a diary", () => {
  it("is a file to keep, whose name says nothing of its owner", async () => {
    const response = await take();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="daymark-\d{4}-\d\d-\d\d\.json"$/);
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const file = await response.json() as File;
    expect(file.readme.length).toBeGreaterThan(3);
    expect(Date.now() - Date.parse(file.exported_at)).toBeLessThan(60_000);
  });

  it("holds every column of every row in every table of the diary, as the database lists them", async () => {
    const stored = await withOwner(async (client) => {
      await client.query("set timezone = 'UTC'");
      const { rows: tables } = await client.query<{ name: string }>(
        "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'diary_id' order by 1");
      return Promise.all(tables.map(async ({ name }) =>
        [name, (await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t where diary_id = $1`, [account.diaryId])).rows.map(({ row }) => row)] as const));
    });
    expect(stored.length).toBeGreaterThanOrEqual(7);
    const file = await (await take()).json() as File;
    for (const [table, rows] of stored) {
      const written = table === "diaries" ? [file.diary] : file[table]?.map((row) => ({ ...row, diary_id: account.diaryId }));
      expect(rows.length, table).toBeGreaterThan(0);
      expect(written, table).toHaveLength(rows.length);
      for (const row of rows) expect(written, table).toContainEqual(row);
    }
    expect(file.check_ins!.map(({ revision, note }) => ({ revision, note }))).toEqual([{ revision: 1, note: "first words" }, { revision: 2, note: "a private note" }]);
  });

  it("holds the account, every consent, and the names behind the ids", async () => {
    const { account: own, consents, people } = await (await take()).json() as File;
    expect(own).toMatchObject({ email: account.person.email, name: "Test person" });
    expect(consents).toHaveLength(2);
    expect(people).toHaveLength(2);
    expect(people).toContainEqual({ id: account.caregiver.userId, name: "Test person", email: account.caregiver.email });
  });

  it("holds nothing that could be used to sign in, and nothing of another diary", async () => {
    const text = await (await take()).text();
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    for (const foreign of [account.person.sessionId, account.otherDiaryId, "written for someone else", account.other.email]) expect(text).not.toContain(foreign);
  });

  it("is the owner's alone, and each one stands in the access log", async () => {
    const taken = async () => (await listAccessEvents(account.person, account.diaryId)).filter(({ action }) => action === "export:write");
    const before = (await taken()).length;
    expect((await take(account.caregiver)).status).toBe(404);
    expect((await take(account.other)).status).toBe(404);
    expect(await taken()).toHaveLength(before);
    await take();
    expect(await taken()).toHaveLength(before + 1);
    expect((await taken())[0]).toMatchObject({ isYou: true, role: "owner" });
  });

  it("can still be taken after the consent was withdrawn", async () => {
    await withOwner((client) => client.query("update consents set withdrawn_at = now() where user_id = $1 and withdrawn_at is null", [account.person.userId]));
    expect((await take()).status).toBe(200);
  });
});
