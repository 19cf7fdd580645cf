import type { Pool } from "pg";
import { v7 as uuidv7 } from "uuid";
import { addDays } from "@/lib/domain/time";
import { PART_NAMES } from "@/lib/domain/transfer/format";
import { createLongDiary } from "./long-diaries";
import { createOwners, type BenchOwner } from "./people";

const TEN_YEARS = 3_652;

type Rate = { rows: number; perSecond: number; bytes: number };

/** Rows a second from the first byte sent to the answer, through the route: read, checked, compared and stored in one transaction. */
async function send(base: string, { cookie, diaryId }: BenchOwner, route: string, body: string, rows: number): Promise<Rate> {
  const began = performance.now();
  const response = await fetch(`${base}/api/diaries/${diaryId}/${route}`, { method: "POST", headers: { cookie, origin: base, "content-type": "application/json" }, body });
  const answer = await response.json() as { added?: number | Record<string, number> };
  const seconds = (performance.now() - began) / 1000;
  const added = typeof answer.added === "number" ? answer.added : Object.values(answer.added ?? {}).reduce((sum, count) => sum + count, 0);
  if (added !== rows) throw new Error(`${route} stored ${added} rows of ${rows} (${response.status}).`);
  return { rows, perSecond: rows / seconds, bytes: body.length };
}

/** Ten years of days out of another diary, into a diary of its own each time. */
export async function importTenYearsOfDays(base: string, pool: Pool, secret: string): Promise<Rate> {
  const [owner] = await createOwners(pool, secret, 1);
  const days = Array.from({ length: TEN_YEARS }, (_, at) => ({
    day: addDays("2015-01-01", at), scores: { fatigue: at % 11, walking: (at * 3) % 11 }, trackers: { mood: at % 7 }, ...(at % 3 === 0 && { note: "A day as many others, and a walk in the evening." }),
  }));
  return send(base, owner!, "imports", JSON.stringify({ id: uuidv7(), kind: "spreadsheet", fileHash: "0".repeat(64), days }), days.length);
}

/** Ten years of Daymark's own, taken out of one diary and into an empty one. */
export async function importTenYearsOfEntries(base: string, pool: Pool, secret: string): Promise<Rate & { exportMs: number }> {
  const [from, [to]] = [await createLongDiary(pool, secret, TEN_YEARS), await createOwners(pool, secret, 1)];
  await pool.query("delete from check_ins where diary_id = $1", [to!.diaryId]);
  const began = performance.now();
  const text = await (await fetch(`${base}/api/diaries/${from.diaryId}/export`, { headers: { cookie: from.cookie } })).text();
  const exportMs = performance.now() - began;
  const file = JSON.parse(text) as Record<string, unknown[]>;
  return { exportMs, ...await send(base, to!, "import", text, PART_NAMES.reduce((sum, part) => sum + file[part]!.length, 0)) };
}
