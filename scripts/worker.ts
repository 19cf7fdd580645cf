import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { deleteDueAccounts } from "@/lib/server/data/account-deletion";
import { clearNotices } from "@/lib/server/data/account-notices";
import { beat, stopBeating } from "@/lib/server/data/health";
import { clearLocalMails } from "@/lib/server/data/local-mails";
import { clearCodes } from "@/lib/server/data/old-codes";
import { clearDevices } from "@/lib/server/data/known-devices";
import { clearLimits } from "@/lib/server/data/limits";
import { purgeDue } from "@/lib/server/data/removed-check-ins";
import { clearSessions } from "@/lib/server/data/sessions";
import { disconnect } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { CRONTAB, TASKS } from "@/lib/server/jobs/tasks";
import { describeError, log } from "@/lib/server/log";

const BEAT_MS = 5_000;
const DEAD_SECONDS = 20; // four beats missed
const TIDY_MS = 30_000;
const FORGET_MS = 3_600_000;

/**
 * The worker: runs the jobs that the app adds. The queue's own tables belong to the login that migrates, so the queue is read
 * with that login; the jobs themselves see the database as `daymark_app`, like the web server.
 */
async function main(): Promise<void> {
  const queue = new Pool({ connectionString: env().DATABASE_OWNER_URL ?? env().DATABASE_URL, max: 4 });
  queue.on("error", () => undefined); // the queue reconnects by itself
  await queue.query("select 1");
  await unlockDead(queue);
  const events = new EventEmitter() as WorkerEvents;
  let workerId = "";
  events.on("pool:create", ({ workerPool }) => {
    workerId = workerPool.id;
  });
  const runner = await run({
    pgPool: queue, taskList: taskList(), crontab: CRONTAB, concurrency: 4, pollInterval: 2_000, noHandleSignals: true, events, logger: new Logger(() => () => undefined),
    // Fetching and finishing jobs in groups keeps a burst of check-ins from costing several statements each.
    preset: { worker: { localQueue: { size: 50, ttl: 60_000, refetchDelay: { durationMs: 100, threshold: 10 } }, completeJobBatchDelay: 50, failJobBatchDelay: 50 } },
  });
  const sayAlive = () => beat(workerId).catch((error: unknown) => log.warn("The worker's heartbeat failed", { workerId, ...describeError(error) }));
  const warnUntidy = (error: unknown) => log.warn("The worker's tidying failed", { workerId, ...describeError(error) });
  const tidy = () => Promise.all([unlockDead(queue), clearLimits()]).catch(warnUntidy);
  const forget = () => Promise.all([clearSessions(), clearCodes(), clearDevices(), clearNotices(), clearLocalMails(), deleteDueAccounts(), purgeDue(new Date())]).catch(warnUntidy);
  await sayAlive();
  void forget();
  const timers = [setInterval(() => void sayAlive(), BEAT_MS), setInterval(() => void tidy(), TIDY_MS), setInterval(() => void forget(), FORGET_MS)];
  log.info("The worker is up", { workerId });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    timers.forEach(clearInterval);
    await stopBeating(workerId).catch(() => undefined); // the database may be gone already
    await runner.stop();
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  await runner.promise;
  await stop();
  await queue.end();
  await disconnect();
  log.info("The worker has stopped", { workerId });
}

function taskList() {
  return Object.fromEntries(Object.entries(TASKS).map(([task, work]) => [task, async (payload: unknown, { job }: { job: { id: string; attempts: number } }) => {
    try {
      await work(payload);
    } catch (error) {
      log.error("A job failed", { task, jobId: job.id, attempt: job.attempts, ...describeError(error) });
      throw new Error(`${task} failed`); // the queue stores the message, so it must not repeat what an error says
    }
  }]));
}

/** Jobs that a killed worker held would stay locked for four hours: those of workers without a heartbeat are given back. */
async function unlockDead(queue: Pool): Promise<void> {
  await queue.query(`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_at < now() - make_interval(secs => $1)
        and locked_by not in (select id from worker_heartbeats where beat_at > now() - make_interval(secs => $1))))::text`, [DEAD_SECONDS]);
}

main().catch((error: unknown) => {
  log.error("The worker could not start", describeError(error));
  process.exit(1);
});
