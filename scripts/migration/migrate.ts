import { runMigrations } from "graphile-worker";
import { Client } from "pg";
import { deploy } from "@/scripts/migration/engine";

/** Any fixed number, the same in every start: two at once wait for each other, so that they migrate once. */
const LOCK_KEY = 7_302_025;

type MigrateOptions = {
  /** the login that owns the tables and migrates */
  ownerUrl: string;
  /** the app's own login, when it has one: it is allowed to take the role `daymark_app` */
  appUrl?: string;
};

/**
 * Brings a database up to date: the job queue's tables, then prisma/migrations, then who may take the app's role.
 * Safe to run again and from several places at once. Returns the names of the migrations applied now.
 * @throws Error when the database can't be reached, is older than Postgres 15, or the owner lacks a right.
 */
export async function migrate({ ownerUrl, appUrl }: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: ownerUrl, application_name: "daymark migrate" });
  client.on("error", () => undefined); // a broken connection shows at the next query
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    const { rows: [version] } = await client.query<{ number: number }>("select current_setting('server_version_num')::int as number");
    if (!version || version.number < 150_000) throw new Error("Daymark needs Postgres 15 or newer.");
    await runMigrations({ connectionString: ownerUrl });
    const applied = await deploy(ownerUrl);
    await client.query("grant select on _prisma_migrations to daymark_app");
    await allowRole(client, null);
    if (appUrl && loginOf(appUrl) !== loginOf(ownerUrl)) await allowRole(client, loginOf(appUrl));
    return { applied };
  } finally {
    await client.end(); // gives the lock back
  }
}

/** Lets a login (the current one for null) take the role `daymark_app`. A superuser may already. */
async function allowRole(client: Client, login: string | null): Promise<void> {
  const { rows: [may] } = await client.query<{ yes: boolean }>(
    "select pg_has_role(coalesce($1::name, current_user), 'daymark_app', case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as yes", [login]);
  if (!may?.yes) await client.query(`grant daymark_app to ${login === null ? "current_user" : client.escapeIdentifier(login)}`);
}

function loginOf(url: string): string {
  const { username } = new URL(url);
  if (!username) throw new Error("A database address must name its login: postgres://LOGIN@...");
  return decodeURIComponent(username);
}
