import { Pool, type PoolClient } from "pg";

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the global set-up gives it.`);
  return value;
};

export const address = () => setting("DAYMARK_E2E_URL");
export const signInSecret = () => setting("DAYMARK_E2E_SECRET");
export const databaseUrl = () => setting("DAYMARK_E2E_DATABASE_URL");
/** the folder in which web server, worker and database write their logs */
export const logsFolder = () => setting("DAYMARK_E2E_LOGS");

let pool: Pool | undefined;

/** The running app's database, by its owner's login: tests make and take away people here, past the gate. */
export async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new Pool({ connectionString: setting("DAYMARK_E2E_DATABASE_URL"), max: 2 });
  return (await pool.query<Row>(text, values)).rows;
}

/** Several statements that belong together. */
export async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  pool ??= new Pool({ connectionString: setting("DAYMARK_E2E_DATABASE_URL"), max: 2 });
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

export async function leaveWorld(): Promise<void> {
  await pool?.end();
  pool = undefined;
}
