import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "@/lib/server/env";
import { PrismaClient, type Prisma } from "@/lib/server/generated/client";

/** A transaction of ours: what a `DiaryScope` carries. */
export type Transaction = Prisma.TransactionClient;

type Connection = { pool: Pool; client: PrismaClient };
const kept = globalThis as typeof globalThis & { daymarkConnection?: Connection | undefined };

function connection(): Connection {
  return (kept.daymarkConnection ??= connect());
}

/** A connection that was used keeps its prepared statements and plans, which cost more than what it asks. */
const IDLE_MS = 300_000;

/** For a connection, and for the whole of a transaction: a burst waits its turn, and each caller gets an answer. */
const WAITS = { maxWait: 15_000, timeout: 20_000 };

/** Every connection runs as `daymark_app`, whoever logs in: that role owns no table and cannot pass row-level security. */
function connect(): Connection {
  const pool = new Pool({
    connectionString: env().DATABASE_URL, options: "-c role=daymark_app -c timezone=UTC", max: env().DATABASE_POOL, idleTimeoutMillis: IDLE_MS,
  });
  pool.on("error", () => undefined); // an idle connection that breaks is replaced at the next use
  const names = new Map<string, string>();
  const statementNameGenerator = ({ sql }: { sql: string }) => {
    let name = names.get(sql);
    if (!name && names.size < 500) names.set(sql, (name = `daymark_${names.size}`));
    return name ?? "";
  };
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }), transactionOptions: WAITS }) };
}

/** The one Prisma client, made on first use. In development it outlives a reload of this module. */
export const db = (): PrismaClient => connection().client;

/** The connections below the client, for libraries that speak `pg`. */
export const pool = (): Pool => connection().pool;

/** Closes all connections: for scripts, the worker and tests. */
export async function disconnect(): Promise<void> {
  const open = kept.daymarkConnection;
  kept.daymarkConnection = undefined;
  await open?.client.$disconnect();
  await open?.pool.end();
}
