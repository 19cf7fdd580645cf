import type { Pool } from "pg";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { diaryRows } from "@/prisma/demo/rows";
import type { BenchOwner } from "./people";

/** In the order of what refers to what. */
const TABLES = ["relapses", "medicines", "medicine_events", "measures", "visits"] as const;

/** Pages of the course over time, each by its address. */
export const COURSE_PAGES = ["/relapses", "/medicines", "/walk", "/visits", "/history"] as const;

/** Gives each owner the demo patient's relapses, medicines, walks, clinic results and visits. */
export async function giveCourse(pool: Pool, owners: readonly BenchOwner[], today: string): Promise<void> {
  const [diary] = DEMO_DIARIES;
  if (!diary) throw new Error("There is no demo diary to take the course from.");
  const rows = diaryRows(diary, today);
  for (const table of TABLES) {
    const columns = Object.keys(rows[table][0] ?? {}).map((name) => `"${name}"`).join(", ");
    await pool.query(
      `insert into ${table} (${columns}) select ${columns} from (
         select (jsonb_populate_record(null::${table}, h || jsonb_build_object('diary_id', d, 'entered_by_id', u))).*
         from unnest($1::uuid[], $2::uuid[]) as t(d, u) cross join jsonb_array_elements($3::jsonb) as h) as given`,
      [owners.map(({ diaryId }) => diaryId), owners.map(({ userId }) => userId), JSON.stringify(rows[table])]);
  }
}
