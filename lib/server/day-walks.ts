import "server-only";
import { DAY_MS, dayOf } from "@/lib/domain/time";
import type { DayWalk } from "@/lib/schemas/rule-context";
import type { DiaryScope } from "@/lib/server/access";
import { fromDay, toDay } from "@/lib/server/days";

/** A check-in of a day carries that day's walk; two days are enough for every zone. */
const CARRIED_MS = 2 * DAY_MS;

/** The newest finished walk of each of the last days, for the check-in of that day; oldest day first. */
export async function readDayWalks(scope: DiaryScope, now: Date): Promise<DayWalk[]> {
  const rows = await scope.db.measure.findMany({
    where: { diaryId: scope.diaryId, kind: "timed-walk", removedAt: null, value: { not: null }, day: { gte: fromDay(dayOf(new Date(now.getTime() - CARRIED_MS), "UTC")) } },
    select: { id: true, day: true, recordedAt: true, value: true }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const byDay = new Map(rows.map((row) => [toDay(row.day), { id: row.id, day: toDay(row.day), recordedAt: row.recordedAt.toISOString(), seconds: row.value! }]));
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
}
