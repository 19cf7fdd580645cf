import { execFile } from "node:child_process";
import { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { describeVisits } from "@/lib/domain/sharing/describe-access";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import { giveConsent } from "@/lib/server/data/consents";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { saveDiary } from "@/lib/server/data/diaries";
import { listGrants } from "@/lib/server/data/grants";
import { createSession, findSessionViewer } from "@/lib/server/data/sessions";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { checkInvitation } from "@/lib/server/data/sign-up-invitations";
import { findOrCreateUser } from "@/lib/server/data/users";
import { disconnect, pool } from "@/lib/server/db";
import { sendInvitation } from "@/lib/server/jobs/send-invitation";
import { codesIn, mailsTo } from "@/tests/integration/support/mailbox";
import { startOrdinaryOwner, type OrdinaryOwner } from "@/tests/integration/support/ordinary-owner";
import { useTestSettings } from "@/tests/integration/support/people";

let postgres: OrdinaryOwner;
let ownerUrl: string;
let appUrl: string;
let owner: Client;
beforeAll(async () => {
  postgres = await startOrdinaryOwner();
  [ownerUrl, appUrl] = [postgres.urlOf("keeper"), postgres.urlOf("web")];
  useTestSettings({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  const migrated = await run("scripts/migrate.ts", []);
  expect(migrated.code, migrated.output).toBe(0);
  owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await postgres.stop();
});

type Ran = { code: number; output: string; errors: string };

/** Runs a script as `npm run` does, with the settings of an operator. */
function run(script: string, words: string[], settings: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DAYMARK_DEMO: "off", DAYMARK_SIGN_UP: "invited", ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/with-database.mjs", script, ...words], { env }, (error, output, errors) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, output, errors }));
  });
}
const account = (...words: string[]) => run("scripts/account.ts", words);

async function makeOwner(): Promise<{ viewer: Viewer; diaryId: string }> {
  const email = `${uuidv7()}@people.example`;
  const userId = uuidv7();
  await owner.query("insert into users (id, email, name, created_at) values ($1, $2, 'Ada Private', now())", [userId, email]);
  const sessionId = await createSession({ userId, isStrong: false, isConfirmed: true });
  const viewer = (await findSessionViewer(sessionId))!;
  const diaryId = uuidv7();
  await giveConsent(viewer, CONSENT_VERSION);
  await saveDiary(viewer, diaryId, { displayName: "Diary of Ada", profile: {}, setUpDone: true });
  return { viewer, diaryId };
}

/** The grant of an ordinary diary; the tool's own login may not make one. */
async function share(from: { viewer: Viewer; diaryId: string }, grantee: Viewer, state: "live" | "ended"): Promise<void> {
  const superuser = new Client({ connectionString: Object.assign(new URL(postgres.ownerUrl), { pathname: "/diary" }).href });
  await superuser.connect();
  await superuser.query("insert into grants (diary_id, grant_id, grantee_id, role, scopes, created_at, expires_at) values ($1, $2, $3, 'caregiver', '{check-ins:read}', now() - interval '2 days', now() + $4::interval)",
    [from.diaryId, uuidv7(), grantee.userId, state === "live" ? "1 day" : "-1 second"]);
  await superuser.end();
}

const operatorEvents = async ({ viewer, diaryId }: { viewer: Viewer; diaryId: string }) =>
  (await listAccessEvents(viewer, diaryId)).filter(({ role }) => role === "operator").map(({ action, accountOf, actorName }) => ({ action, accountOf, actorName }));
const again = async (viewer: Viewer): Promise<Viewer> => (await findSessionViewer(await createSession({ userId: viewer.userId, isStrong: false, isConfirmed: true })))!;

describe("npm run account", () => {
  it("explains itself, and refuses what it does not know with 2", async () => {
    expect(await account("--help")).toMatchObject({ code: 0, output: expect.stringContaining("npm run account -- disable ADDRESS"), errors: "" });
    expect(await account("remove", "x@people.example")).toEqual({ code: 2, output: "", errors: '"remove" is not known here. npm run account -- --help shows what is.\n' });
    expect(await account("disable", "nobody@people.example")).toEqual({ code: 1, output: "", errors: "No account has the address nobody@people.example.\n" });
  });

  it("lists accounts by the words of an address, with nothing of a diary in it, and leaves a trace in each of theirs", async () => {
    const [one, other] = [await makeOwner(), await makeOwner()];
    await owner.query("insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at) values ($1, $2, 'c', '', 0, '{}', 'Phone of Ada', true, now())", [uuidv7(), one.viewer.userId]);
    const [local = ""] = one.viewer.email.split("@");
    const { code, output } = await account("list", local.toUpperCase(), "people");
    expect(code).toBe(0);
    const today = new Date().toISOString().slice(0, 10);
    expect(output.split("\n").map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ["ADDRESS", "MADE ON", "LAST USED", "STATE", "DIARY", "WAYS IN"], [one.viewer.email, today, today, "open", "yes", "2"], [""], ["1 account"], [""],
    ]);
    expect(output).not.toContain("Ada");
    expect(await operatorEvents(one)).toEqual([{ action: "account:list", accountOf: null, actorName: null }]);
    expect(await operatorEvents(other)).toEqual([]);
    expect((await account("list", "no-such-words")).output).toBe("No account has such an address.\n");
  });

  it("disables an account: its sessions end at once, nobody finishes signing in, and everyone concerned can see it", async () => {
    const [person, family, former] = [await makeOwner(), await makeOwner(), await makeOwner()];
    await share(family, person.viewer, "live");
    await share(former, person.viewer, "ended");
    const { id, cookie } = await startAttempt({ email: person.viewer.email });
    await passFirstStep(id, { userId: person.viewer.userId, step: "mail-code" });
    expect(await account("disable", person.viewer.email)).toEqual({ code: 0, output: `${person.viewer.email} is disabled: nobody can sign in with it. 1 session was ended.\n`, errors: "" });
    expect(await findSessionViewer(person.viewer.sessionId)).toBeNull();
    expect(await finishSignIn(cookie)).toBeNull();
    expect(await findOrCreateUser(person.viewer.email)).toBeNull();
    expect(await operatorEvents(family)).toEqual([{ action: "account:disable", accountOf: { name: "Ada Private" }, actorName: null }]);
    expect(await operatorEvents(former)).toEqual([]);
    expect((await listGrants(family.viewer, family.diaryId))[0], "that is no look").toMatchObject({ lastLookedAt: null });
    expect((await account("list", person.viewer.email)).output).toMatch(/ {2}disabled {2}/);

    expect((await account("enable", person.viewer.email)).output).toBe(`${person.viewer.email} is enabled: it can sign in again.\n`);
    expect((await account("enable", person.viewer.email)).output).toBe(`${person.viewer.email} was not disabled.\n`);
    expect(await findOrCreateUser(person.viewer.email)).toBe(person.viewer.userId);
    const now = { ...person, viewer: await again(person.viewer) };
    const events = await listAccessEvents(now.viewer, now.diaryId);
    expect(describeVisits(events.filter(({ role }) => role === "operator")).flatMap(({ actions }) => actions)).toEqual(["account:list", "account:disable", "account:enable"]);
  });

  it("ends the sessions of an account alone", async () => {
    const [person, other] = [await makeOwner(), await makeOwner()];
    await again(person.viewer);
    expect((await account("end-sessions", person.viewer.email)).output).toBe(`${person.viewer.email} is signed out on every device. 2 sessions were ended.\n`);
    expect(await findSessionViewer(person.viewer.sessionId)).toBeNull();
    expect(await findSessionViewer(other.viewer.sessionId)).not.toBeNull();
    expect(await operatorEvents({ ...person, viewer: await again(person.viewer) })).toEqual([{ action: "account:end-sessions", accountOf: null, actorName: null }]);
  });

  it("ends a session once when four do it at the same moment, and logs each use", async () => {
    const person = await makeOwner();
    const runs = await Promise.all(Array.from({ length: 4 }, () => account("end-sessions", person.viewer.email)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(runs.filter(({ output }) => output.includes("1 session was ended"))).toHaveLength(1);
    expect(await operatorEvents({ ...person, viewer: await again(person.viewer) })).toHaveLength(4);
  }, 60_000);

  it("invites: the worker makes the code and mails it, and an earlier invitation no longer works", async () => {
    const email = `${uuidv7()}@people.example`;
    const invited = async () => {
      expect(await account("invite", email)).toMatchObject({ code: 0, output: expect.stringMatching(new RegExp(`^${email} is invited, until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\\.`)) });
      const { rows: [row] } = await owner.query<{ id: string; code_hash: string | null }>("select id, code_hash from sign_up_invitations where email = $1", [email]);
      expect(row!.code_hash).toBeNull();
      const { rows } = await owner.query("select payload from graphile_worker._private_jobs where payload->>'invitationId' = $1", [row!.id]);
      expect(rows).toEqual([{ payload: { invitationId: row!.id } }]);
      await sendInvitation({ invitationId: row!.id });
      return { id: row!.id, code: codesIn((await mailsTo(email))[0]!.text).typed };
    };
    const [first, second] = [await invited(), await invited()];
    expect(await checkInvitation(first.code)).toBeNull();
    expect(await checkInvitation(second.code.toLowerCase())).toBe(second.id);
  });

  it("does not invite where it would not work", async () => {
    const person = await makeOwner();
    expect(await account("invite", person.viewer.email)).toMatchObject({ code: 1, errors: `${person.viewer.email} has an account already.\n` });
    expect(await run("scripts/account.ts", ["invite", "x@people.example"], { DAYMARK_SIGN_UP: "closed" })).toMatchObject({ code: 1, errors: expect.stringContaining("DAYMARK_SIGN_UP is closed") });
  });

  it("says what to do when the database is not prepared or does not answer", async () => {
    expect(await run("scripts/account.ts", ["list"], { DATABASE_URL: postgres.urlOf("keeper", "empty"), DATABASE_OWNER_URL: "" })).toEqual({ code: 1, output: "", errors: "This database is not prepared yet: run npm start once.\n" });
    expect(await run("scripts/account.ts", ["list"], { DATABASE_URL: "postgres://web:secret-w@127.0.0.1:1/diary", DATABASE_OWNER_URL: "" })).toEqual({ code: 1, output: "", errors: "The database does not answer: is it running, and is DATABASE_URL its address?\n" });
  });
});

describe("the operator's trace", () => {
  it("can't be written by the app, nor in another name by the operator, nor taken away by either", async () => {
    const { viewer, diaryId } = await makeOwner();
    const insert = "insert into access_events (diary_id, event_id, actor_id, role, action, at) values ($1, $2, $3, $4, $5, now())";
    const web = await pool().connect();
    try {
      await web.query("begin");
      await web.query("select set_config('daymark.viewer_id', $1, true), set_config('daymark.viewer_kind', 'user', true)", [viewer.userId]);
      await expect(web.query(insert, [diaryId, uuidv7(), null, "operator", "account:list"])).rejects.toThrow(/row-level security/);
    } finally {
      await web.query("rollback");
      web.release();
    }
    await expect(owner.query(insert, [diaryId, uuidv7(), viewer.userId, "owner", "diary:write"])).rejects.toThrow(/row-level security/);
    await owner.query(insert, [diaryId, uuidv7(), null, "operator", "account:list"]);
    expect((await owner.query("delete from access_events where diary_id = $1", [diaryId])).rowCount).toBe(0);
    expect(await operatorEvents({ viewer, diaryId })).toHaveLength(1);
  });
});
