import "server-only";
import type { Answers, JudgedCheckIn, Medication } from "@/lib/domain/check-in/check-in";
import type { Tier } from "@/lib/domain/red-flags/rule";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { openDiary, type DiaryScope } from "@/lib/server/access";

type TrendQuery = {
  diaryId: string;
  /** check-ins between two days, both included */
  from: CalendarDay;
  to: CalendarDay;
  alertsSince: Date;
};

/** What the trend is drawn from. */
export type TrendRecords = {
  /** oldest first, without notes */
  checkIns: JudgedCheckIn[];
  alerts: { tier: Tier; raisedAt: Date }[];
  relapses: { status: string; startedOn: CalendarDay; startedAt: Date; endedOn: CalendarDay | null; endedAt: Date | null }[];
  medicines: Medication[];
};

type CheckInRow = [recordedAt: string, day: string, timeZone: string, fatigue: number, numbness: number, vision: number, walking: number, details: Answers];
type Row = {
  check_ins: CheckInRow[] | null;
  alerts: [Tier, string][] | null;
  relapses: [status: string, startedOn: string, startedAt: string, endedOn: string | null, endedAt: string | null][] | null;
  medicines: [name: string, startedOn: string | null, lastDoseOn: string | null, stoppedOn: string | null][] | null;
};

/**
 * Check-ins, alerts, relapses and medicines of the trend in one statement behind one gate: the page is drawn from all four, and
 * four gates would cost four transactions. Owner only: whoever else reads is logged scope by scope, so they read list by list.
 * @throws NotFoundError when the viewer may not read this diary: the same answer as when there is none.
 */
export function readTrendRecords(viewer: Viewer, query: TrendQuery): Promise<TrendRecords> {
  return openDiary(viewer, query.diaryId, "owner", async (scope) => {
    const [row] = await readAll(scope, query);
    return {
      checkIns: (row?.check_ins ?? []).map(toCheckIn),
      alerts: (row?.alerts ?? []).map(([tier, raisedAt]) => ({ tier, raisedAt: new Date(raisedAt) })),
      relapses: (row?.relapses ?? []).map(([status, startedOn, startedAt, endedOn, endedAt]) => ({
        status, startedOn, startedAt: new Date(startedAt), endedOn, endedAt: endedAt ? new Date(endedAt) : null,
      })),
      medicines: (row?.medicines ?? []).map(toMedication),
    };
  });
}

/** Every part starts from the scope's diary. */
function readAll(scope: DiaryScope, { from, to, alertsSince }: TrendQuery) {
  return scope.db.$queryRaw<Row[]>`
    select
      (select json_agg(json_build_array(recorded_at, day, time_zone, fatigue, numbness, vision, walking, details) order by recorded_at, check_in_id)
        from check_ins where diary_id = ${scope.diaryId}::uuid and superseded_at is null and day between ${from}::date and ${to}::date) as check_ins,
      (select json_agg(json_build_array(tier, raised_at) order by raised_at)
        from alerts where diary_id = ${scope.diaryId}::uuid and raised_at >= ${alertsSince}) as alerts,
      (select json_agg(json_build_array(status, started_on, started_at, ended_on, ended_at) order by started_at)
        from relapses where diary_id = ${scope.diaryId}::uuid) as relapses,
      (select json_agg(json_build_array(name, started_on, last_dose_on, stopped_on) order by name, medicine_id)
        from medicines where diary_id = ${scope.diaryId}::uuid) as medicines`;
}

function toCheckIn([recordedAt, day, timeZone, fatigue, numbness, vision, walking, details]: CheckInRow): JudgedCheckIn {
  return { ...details, recordedAt: new Date(recordedAt), day, timeZone, scores: { fatigue, numbness, vision, walking } };
}

function toMedication([name, startedOn, lastDoseOn, stoppedOn]: NonNullable<Row["medicines"]>[number]): Medication {
  return { name, ...(startedOn && { startedOn }), ...(lastDoseOn && { lastDoseOn }), ...(stoppedOn && { stoppedOn }) };
}
