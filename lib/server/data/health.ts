import "server-only";
import { db, pool } from "@/lib/server/db";
import { NEWEST_MIGRATION } from "@/lib/server/migrations";

/** The worker beats every 5 seconds; this much silence means that it is not up. */
const SILENT_SECONDS = 20;

export type Health = { status: "ok" } | { status: "unavailable"; part: "database" | "migrations" | "worker" };

/** Whether database, migrations and worker are up, checked in this order; the first that is not is named. */
export async function checkHealth(): Promise<Health> {
  try {
    await pool().query("select 1");
  } catch (error) {
    // A database that answers, but has no role `daymark_app` yet, or does not let this login take it.
    const isRoleMissing = ["22023", "42501"].includes(String((error as { code?: unknown }).code));
    return { status: "unavailable", part: isRoleMissing ? "migrations" : "database" };
  }
  try {
    const { rows } = await pool().query("select 1 from _prisma_migrations where migration_name = $1 and finished_at is not null", [NEWEST_MIGRATION]);
    if (rows.length === 0) return { status: "unavailable", part: "migrations" };
    const { rows: [beat] } = await pool().query<{ fresh: boolean | null }>(
      "select max(beat_at) > now() - make_interval(secs => $1) as fresh from worker_heartbeats", [SILENT_SECONDS]);
    return beat?.fresh ? { status: "ok" } : { status: "unavailable", part: "worker" };
  } catch {
    return { status: "unavailable", part: "migrations" };
  }
}

/** Notes that a worker is alive, and forgets workers that were silent for a day. */
export async function beat(workerId: string): Promise<void> {
  const beatAt = new Date();
  await db().workerHeartbeat.upsert({ where: { id: workerId }, create: { id: workerId, beatAt }, update: { beatAt } });
  await db().workerHeartbeat.deleteMany({ where: { beatAt: { lt: new Date(beatAt.getTime() - 86_400_000) } } });
}

/** A worker that stops says so, and the health route tells at once. */
export async function stopBeating(workerId: string): Promise<void> {
  await db().workerHeartbeat.deleteMany({ where: { id: workerId } });
}
