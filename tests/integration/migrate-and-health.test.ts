import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { migrationNames } from "@/scripts/migration/engine";
import { askForDeletion, deleteDueAccounts } from "@/lib/server/data/account-deletion";
import { giveConsent } from "@/lib/server/data/consents";
import { findOwnDiary, saveDiary } from "@/lib/server/data/diaries";
import { getDiaryExport } from "@/lib/server/data/diary-exports";
import { checkHealth } from "@/lib/server/data/health";
import { createSession } from "@/lib/server/data/sessions";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { findOrCreateUser } from "@/lib/server/data/users";
import { disconnect } from "@/lib/server/db";
import { NEWEST_MIGRATION } from "@/lib/server/migrations";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { startOrdinaryOwner, type OrdinaryOwner } from "@/tests/integration/support/ordinary-owner";
import { SECRET, useTestSettings } from "@/tests/integration/support/people";
import { requestSignInCode } from "@/tests/integration/support/sign-in";

const NODE = [process.execPath, "--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import", "tsx"] as const;

let postgres: OrdinaryOwner;
let ownerUrl: string;
let appUrl: string;
let client: Client;
beforeAll(async () => {
  postgres = await startOrdinaryOwner();
  [ownerUrl, appUrl] = [postgres.urlOf("keeper"), postgres.urlOf("web")];
  useTestSettings({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  client = new Client({ connectionString: ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await disconnect();
  await client.end();
  await postgres.stop();
});

const migrate = async () => (await promisify(execFile)(NODE[0], [...NODE.slice(1), "scripts/migrate.ts"], { env: { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } })).stdout;

let opened: { viewer: Viewer; diaryId: string };

describe("migrating with two logins, neither a superuser", () => {
  it("names the newest migration in the code", () => expect(migrationNames().at(-1)).toBe(NEWEST_MIGRATION));

  it("is not up before", async () => expect(await checkHealth()).toEqual({ status: "unavailable", part: "migrations" }));

  it("happens once when two start at once, and again changes nothing", async () => {
    const outputs = await Promise.all([migrate(), migrate()]);
    expect(outputs.sort()).toEqual([`Applied: ${migrationNames().join(", ")}\n`, "The database is up to date.\n"]);
    expect(await migrate()).toBe("The database is up to date.\n");
  }, 60_000);

  it("lets the app work with its own login, and no further", async () => {
    expect(await checkHealth()).toEqual({ status: "unavailable", part: "worker" });
    await requestSignInCode("someone@people.example");
    const web = new Client({ connectionString: appUrl });
    await web.connect();
    await expect(web.query("alter table diaries no force row level security")).rejects.toThrow(/must be owner/);
    await web.end();
  });

  it("opens a diary where the functions belong to an ordinary login", async () => {
    const userId = (await findOrCreateUser("owner@people.example"))!;
    const viewer = { userId, sessionId: await createSession({ userId, isStrong: false, isConfirmed: true }), name: null, email: "owner@people.example", demoRole: null, hasSecondFactor: false, isShared: false };
    const diaryId = uuidv7();
    await giveConsent(viewer, CONSENT_VERSION);
    await saveDiary(viewer, diaryId, { displayName: "x", profile: {}, setUpDone: true });
    expect(await storeCheckIns(viewer, diaryId, [checkInBody()])).toMatchObject([{ status: "stored" }]);
    opened = { viewer, diaryId };
  });

  it("deletes an account there, and what it did in another diary loses the name", async () => {
    const { viewer: owner, diaryId } = opened;
    const userId = (await findOrCreateUser("caregiver@people.example"))!;
    const viewer = { ...owner, userId, sessionId: await createSession({ userId, isStrong: false, isConfirmed: true }), email: "caregiver@people.example" };
    await client.query("begin");
    await client.query("select set_config('daymark.viewer_kind', 'user', true), set_config('daymark.viewer_id', $1, true)", [owner.userId]);
    await client.query("insert into grants (diary_id, grant_id, grantee_id, role, scopes, created_at, expires_at) values ($1, $2, $3, 'caregiver', '{check-ins:read,check-ins:write}', now(), now() + interval '1 day')", [diaryId, uuidv7(), userId]);
    await client.query("commit");
    expect(await storeCheckIns(viewer, diaryId, [checkInBody({ answers: { signs: ["chest-pain"] } })])).toMatchObject([{ status: "stored" }]);
    await giveConsent(viewer, CONSENT_VERSION);
    await saveDiary(viewer, uuidv7(), { displayName: "y", profile: {}, setUpDone: true });

    await askForDeletion(viewer);
    await client.query("update users set deletion_asked_at = deletion_asked_at - interval '7 days', delete_after = delete_after - interval '7 days' where id = $1", [userId]);
    expect(await deleteDueAccounts()).toBe(1);
    const text = await new Response(await getDiaryExport(owner, diaryId, { readme: [], exportedAt: new Date() })).text();
    expect(text).not.toContain(userId);
    expect(text).toContain("00000000-0000-0000-0000-000000000000");
    expect((await client.query("select from users where id = $1", [userId])).rowCount).toBe(0);
    expect(await findOwnDiary(viewer)).toBeNull();
  });
});

describe("the worker", () => {
  let worker: ChildProcess;
  const start = () => spawn(NODE[0], [...NODE.slice(1), "scripts/worker.ts"], {
    env: { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, NEXTAUTH_SECRET: SECRET, DAYMARK_DEMO: "on", SMTP_URL: "" }, stdio: "ignore",
  });
  const jobs = async () => (await client.query<{ count: number }>("select count(*)::int as count from graphile_worker.jobs where run_at <= now() or attempts > 0")).rows[0]?.count;

  it("makes the health route say ok, does the jobs, and stops cleanly", async () => {
    worker = start();
    await expect.poll(checkHealth, { timeout: 15_000, interval: 200 }).toEqual({ status: "ok" });
    await expect.poll(jobs, { timeout: 10_000 }).toBe(0);
    const { rows } = await client.query<{ to: string; subject: string }>('select "to", subject from local_mails order by 1');
    expect(rows).toEqual([
      { to: "someone@people.example", subject: "Your sign-in code for Daymark" },
    ]);
    expect((await client.query("select from account_notices where email = 'caregiver@people.example'")).rowCount).toBe(0);
    worker.kill("SIGTERM");
    const [code] = await once(worker, "exit") as [number];
    expect(code).toBe(0);
    expect(await checkHealth()).toEqual({ status: "unavailable", part: "worker" });
  }, 40_000);

  it("takes over the jobs of one that was killed", async () => {
    await client.query(`select graphile_worker.add_job('after-check-in', '{"diaryId":"00000000-0000-7000-8000-000000000000","checkInId":"00000000-0000-7000-8000-000000000000","revision":1}')`);
    await client.query("update graphile_worker._private_jobs set locked_by = 'pool-of-a-killed-one', locked_at = now() - interval '1 minute'");
    worker = start();
    await expect.poll(jobs, { timeout: 15_000 }).toBe(0);
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }, 40_000);
});
