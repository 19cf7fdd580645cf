import type { Pool } from "pg";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { diaryRows } from "@/prisma/demo/rows";
import { dayOf } from "@/lib/domain/time";
import { createOwners, type BenchOwner } from "./people";

/** An owner with an entry on each of the last `days` days, two trackers, and what happens in such a time: alerts, relapses, infusions. */
export async function createLongDiary(pool: Pool, secret: string, days: number): Promise<BenchOwner> {
  const [owner] = await createOwners(pool, secret, 1);
  const [demo] = DEMO_DIARIES;
  if (!owner || !demo) throw new Error("There is no demo diary to take the history from.");
  const history = diaryRows(demo, dayOf(new Date(), demo.timeZone)).check_ins.map(({ details, fatigue, numbness, vision, walking }) => ({ details, fatigue, numbness, vision, walking }));
  const { diaryId, userId } = owner;
  await pool.query("delete from check_ins where diary_id = $1", [diaryId]);
  await pool.query("update diaries set trackers = '{mood,pain}' where diary_id = $1", [diaryId]);
  await pool.query(
    `insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking,
       details, trackers, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
     select $1, gen_random_uuid(), 1, t, t, t, (t at time zone 'UTC')::date, 'Europe/London', h.fatigue, h.numbness, h.vision, h.walking,
       h.details, jsonb_build_object('mood', n % 7, 'pain', n % 5), '{}', $2, 'bench', '{}', 'bench'
     from (select n, now() - n * interval '1 day' as t from generate_series(0, $3::int - 1) n) days
     join (select row_number() over () - 1 as place, h.* from jsonb_to_recordset($4::jsonb) as h(fatigue int, numbness int, vision int, walking int, details jsonb)) h on h.place = n % $5::int`,
    [diaryId, userId, days, JSON.stringify(history), history.length]);
  await pool.query(
    `insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at, shown_at)
     select diary_id, check_in_id, 1, 'bench', 1, 'URGENT', '[]', 'both', recorded_at, recorded_at
     from (select *, row_number() over (order by recorded_at) as place from check_ins where diary_id = $1) c where place % 40 = 20`, [diaryId]);
  await pool.query(
    `insert into relapses (diary_id, relapse_id, status, started_on, started_at, ended_on, ended_at, symptoms)
     select $1, gen_random_uuid(), 'confirmed-by-me', now()::date - n, now() - n * interval '1 day', now()::date - n + 20, now() - (n - 20) * interval '1 day', '{vision}'
     from generate_series(300, $2::int, 400) n`, [diaryId, days]);
  const { rows: [medicine] } = await pool.query<{ id: string }>(
    "insert into medicines (diary_id, medicine_id, name, started_on, updated_at) values ($1, gen_random_uuid(), 'Ocrelizumab', now()::date - $2::int, now()) returning medicine_id as id", [diaryId, days]);
  await pool.query(
    `insert into medicine_events (diary_id, event_id, medicine_id, kind, day, created_at)
     select $1, gen_random_uuid(), $2, 'infusion', now()::date - n, now() from generate_series(10, $3::int, 182) n`, [diaryId, medicine?.id, days]);
  await pool.query("analyze");
  return owner;
}
