import { encode } from "next-auth/jwt";
import { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { inject } from "vitest";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import type { GrantRole, Scope } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";

export const SECRET = "a secret of the integration tests only";

/** Settings of a real server, so that every test runs the code as it runs there. */
export function useTestSettings(more: Record<string, string> = {}): void {
  Object.assign(process.env, {
    DATABASE_URL: inject("ownerUrl"), NEXTAUTH_SECRET: SECRET, DAYMARK_URL: "http://localhost:3000", DAYMARK_DEMO: "on", ...more,
  });
}

/** The login that owns the tables (a superuser): for arranging rows and for looking past row-level security. */
export async function withOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject("ownerUrl") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type PersonOptions = { demoRole?: Viewer["demoRole"]; hasSecondFactor?: boolean; /** false: was never asked */ hasConsented?: boolean };

/** Someone with an account, a session that was just begun, and a consent to the text of today. */
export async function makePerson({ demoRole = null, hasSecondFactor = false, hasConsented = true }: PersonOptions = {}): Promise<Viewer> {
  const userId = uuidv7();
  const sessionId = uuidv7();
  const email = `${userId}@people.example`;
  await withOwner(async (client) => {
    await client.query("insert into users (id, email, name, demo_role, created_at) values ($1, $2, 'Test person', $3, now())", [userId, email, demoRole]);
    if (hasConsented) await client.query("insert into consents (id, user_id, version, given_at) values ($1, $2, $3, now())", [uuidv7(), userId, CONSENT_VERSION]);
    await client.query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at, strong_at, confirmed_at) values ($1, $2, now(), now(), now() + interval '30 days', now() + interval '180 days', case when $3 then now() end, now())", [sessionId, userId, hasSecondFactor]);
  });
  return { userId, sessionId, name: "Test person", email, demoRole, hasSecondFactor, isShared: false };
}

export async function makeDiary(owner: Viewer, profile: object = {}): Promise<string> {
  const diaryId = uuidv7();
  await withOwner((client) => client.query(
    `insert into diaries (diary_id, owner_id, display_name, profile, set_up_done, is_demo, created_at, updated_at)
     values ($1, $2, 'Test diary', $3, true, false, now(), now())`, [diaryId, owner.userId, profile]));
  return diaryId;
}

export type GrantOptions = { role?: GrantRole; scopes?: readonly Scope[]; historyFrom?: string | null; state?: "live" | "revoked" | "expired" };

export async function makeGrant(diaryId: string, grantee: Viewer, { role = "caregiver", scopes = [], historyFrom = null, state = "live" }: GrantOptions = {}): Promise<string> {
  const grantId = uuidv7();
  await withOwner((client) => client.query(
    `insert into grants (diary_id, grant_id, grantee_id, role, scopes, history_from, created_at, expires_at, revoked_at)
     values ($1, $2, $3, $4, $5, $6, now() - interval '90 days', now() + $7::interval, case when $8 then now() - interval '1 minute' end)`,
    [diaryId, grantId, grantee.userId, role, scopes, historyFrom, state === "expired" ? "-1 second" : "90 days", state === "revoked"]));
  return grantId;
}

/** The cookie a browser holds after signing in. */
export async function cookieOf(viewer: Pick<Viewer, "sessionId">): Promise<string> {
  return `daymark.session=${await encode({ token: { sid: viewer.sessionId }, secret: SECRET, maxAge: 3600 })}`;
}
