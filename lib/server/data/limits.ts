import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/server/db";

export type Limit = { name: string; points: number; seconds: number };

/**
 * Takes one point of a limit and returns the seconds to wait when none is left, else null. Keys are stored as hashes: they may be
 * addresses. The counters live in Postgres, so that all web processes share them.
 */
export async function takePoint({ name, points, seconds }: Limit, key: string): Promise<number | null> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool(), tableName: "rate_limits", tableCreated: true, clearExpiredByTimeout: false, keyPrefix: name, points, duration: seconds,
  });
  try {
    await limiter.consume(createHash("sha256").update(key).digest("base64url"));
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Forgets counters that ran out. */
export async function clearLimits(): Promise<void> {
  await pool().query("delete from rate_limits where expire < $1", [Date.now()]);
}
