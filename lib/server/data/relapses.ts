import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { openDiary } from "@/lib/server/access";
import { fromDay, toDay, toDayOrNull } from "@/lib/server/days";

/** Only the two confirmed states are recorded relapses to the rules. */
export const RELAPSE_STATUSES = ["possible", "confirmed-by-me", "confirmed-by-team", "not-a-relapse"] as const;
export type RelapseStatus = (typeof RELAPSE_STATUSES)[number];

export type RelapseRecord = {
  id: string;
  status: RelapseStatus;
  startedOn: CalendarDay;
  startedAt: Date;
  /** null while it lasts */
  endedOn: CalendarDay | null;
  endedAt: Date | null;
  symptoms: string[];
};

/** All relapses and possible ones, newest first. With a limited grant: those that lasted into the days it opens. */
export function listRelapses(viewer: Viewer, diaryId: string): Promise<RelapseRecord[]> {
  return openDiary(viewer, diaryId, "relapses:read", async (scope) => {
    const open = scope.historyFrom && { OR: [{ endedOn: null }, { endedOn: { gte: fromDay(scope.historyFrom) } }] };
    const rows = await scope.db.relapse.findMany({ where: { diaryId: scope.diaryId, ...open }, orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
    return rows.map((row) => ({
      id: row.id, status: row.status as RelapseStatus, startedOn: toDay(row.startedOn), startedAt: row.startedAt,
      endedOn: toDayOrNull(row.endedOn), endedAt: row.endedAt, symptoms: row.symptoms,
    }));
  });
}
