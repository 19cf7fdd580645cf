import { Client } from "pg";
import type { CalendarDay } from "@/lib/domain/time";
import { DEMO_DIARIES, DEMO_USERS, type DemoDiary } from "@/prisma/demo/cast";
import { diaryRows, type DiaryRows, type Rows } from "@/prisma/demo/rows";

/** Something the person at the keyboard can mend; the message is a sentence for them. */
export class DemoDataError extends Error {}

export type LoadOptions = {
  /** the connection that migrates: `DATABASE_OWNER_URL`, else `DATABASE_URL` */
  ownerUrl: string;
  /** the diaries end the day before */
  today: CalendarDay;
  /** make the demo diaries afresh; what was logged in them is lost */
  reset?: boolean;
  /** false makes a plain diary: the rules are not run, and no alert is stored */
  alertsOn?: boolean;
};
export type LoadResult = { loadedDiaries: number; keptDiaries: number; checkIns: number; alerts: number };

/** In the order of their foreign keys. */
const TABLES = ["diaries", "check_ins", "alerts", "relapses", "medicines", "medicine_events", "measures", "visits", "grants", "access_events"] as const satisfies readonly (keyof DiaryRows)[];
/** Two starts at once load once. */
const LOCK_KEY = 7_302_026;

/**
 * Loads the demo accounts and their diaries; a demo diary that is there already is kept, unless `reset` is set.
 * Rows of other people are never touched: everything is addressed by the fixed ids of the demo accounts.
 * @throws DemoDataError when the database can't be reached, has no tables yet, or a real account uses a demo address.
 */
export async function loadDemoData({ ownerUrl, today, reset = false, alertsOn = true }: LoadOptions): Promise<LoadResult> {
  const client = new Client({ connectionString: ownerUrl, application_name: "daymark demo data" });
  try {
    await client.connect();
  } catch (error) {
    throw new DemoDataError("The database cannot be reached, so the demo data was not loaded.", { cause: error });
  }
  try {
    await client.query("begin");
    const result = await loadInto(client, today, reset, alertsOn);
    await client.query("commit");
    return result;
  } catch (error) {
    throw isMissingTable(error) ? new DemoDataError("The database has no Daymark tables yet: run npm run migrate first.", { cause: error }) : error;
  } finally {
    await client.end(); // without a commit the transaction is rolled back
  }
}

async function loadInto(client: Client, today: CalendarDay, reset: boolean, alertsOn: boolean): Promise<LoadResult> {
  await client.query("select pg_advisory_xact_lock($1)", [LOCK_KEY]);
  await putUsers(client);
  const result: LoadResult = { loadedDiaries: 0, keptDiaries: 0, checkIns: 0, alerts: 0 };
  for (const diary of DEMO_DIARIES) {
    await actAsOwner(client, diary);
    const ownerId = DEMO_USERS[diary.owner].id;
    if (reset) await client.query("delete from diaries where owner_id = $1 and is_demo", [ownerId]);
    const { rowCount } = await client.query("select 1 from diaries where owner_id = $1", [ownerId]);
    if (rowCount) {
      result.keptDiaries += 1;
      continue;
    }
    const rows = diaryRows(diary, today, alertsOn);
    for (const table of TABLES) await insertRows(client, table, rows[table]);
    result.loadedDiaries += 1;
    result.checkIns += rows.check_ins.length;
    result.alerts += rows.alerts.length;
  }
  return result;
}

async function putUsers(client: Client): Promise<void> {
  const users = Object.values(DEMO_USERS);
  const { rows } = await client.query<{ email: string }>(
    "select email from users where email = any($1) and id <> all($2::uuid[])", [users.map(({ email }) => email), users.map(({ id }) => id)]);
  const [taken] = rows;
  if (taken) throw new DemoDataError(`A real account uses the demo address ${taken.email}: the demo data was not loaded.`);
  for (const { id, email, name, demoRole } of users) {
    await client.query("insert into users (id, email, name, demo_role, created_at) values ($1, $2, $3, $4, now()) on conflict (id) do nothing", [id, email, name, demoRole]);
  }
}

/** Row-level security is forced for the tables' owner too: each diary is written as the person whose diary it is. */
async function actAsOwner(client: Client, diary: DemoDiary): Promise<void> {
  await client.query("select set_config('daymark.viewer_id', $1, true), set_config('daymark.viewer_kind', 'user', true)", [DEMO_USERS[diary.owner].id]);
}

/** The columns that the first row names; every other one takes its default. */
async function insertRows(client: Client, table: (typeof TABLES)[number], rows: Rows): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((column) => `"${column}"`).join(", ");
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

const isMissingTable = (error: unknown) => error instanceof Error && "code" in error && error.code === "42P01";
