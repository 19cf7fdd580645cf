import "server-only";
import type { Answers, JudgedCheckIn, Medication } from "@/lib/domain/check-in/check-in";
import type { Tier } from "@/lib/domain/red-flags/rule";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { readOwnDiary } from "@/lib/server/access";
import { env } from "@/lib/server/env";

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
  /** what was told of the entries that stand: without those of an answer that was corrected, and without repetitions that were stored and not shown again */
  alerts: { tier: Tier; raisedAt: Date }[];
  relapses: { status: string; startedOn: CalendarDay; startedAt: Date; endedOn: CalendarDay | null; endedAt: Date | null }[];
  medicines: Medication[];
};

type CheckInRow = [recordedAt: string, day: string, timeZone: string, fatigue: number, numbness: number, vision: number, walking: number, details: Answers];
type Found = {
  checkIns: CheckInRow[] | null;
  alerts: [Tier, string][] | null;
  relapses: [status: string, startedOn: string, startedAt: string, endedOn: string | null, endedAt: string | null][] | null;
  medicines: [name: string, startedOn: string | null, lastDoseOn: string | null, stoppedOn: string | null][] | null;
};

/**
 * Check-ins, alerts, relapses and medicines of the trend in one statement behind one gate: the page is drawn from all four, and
 * four gates would cost four transactions. Owner only: whoever else reads is logged scope by scope, so they read list by list.
 * No alerts in a plain diary.
 * @throws NotFoundError when the viewer may not read this diary: the same answer as when there is none.
 */
export async function readTrendRecords(viewer: Viewer, { diaryId, from, to, alertsSince }: TrendQuery): Promise<TrendRecords> {
  const found = await readOwnDiary<Found>(viewer, diaryId, { name: "trend-records", text: ALL_FOUR, values: [from, to, alertsSince] });
  return {
    checkIns: (found.checkIns ?? []).map(toCheckIn),
    alerts: !env().DAYMARK_ALERTS ? [] : (found.alerts ?? []).map(([tier, raisedAt]) => ({ tier, raisedAt: new Date(raisedAt) })),
    relapses: (found.relapses ?? []).map(([status, startedOn, startedAt, endedOn, endedAt]) => ({
      status, startedOn, startedAt: new Date(startedAt), endedOn, endedAt: endedAt ? new Date(endedAt) : null,
    })),
    medicines: (found.medicines ?? []).map(toMedication),
  };
}

/** Every part starts from the diary of the gate, $2. */
const ALL_FOUR = `select json_build_object(
  'checkIns', (select json_agg(json_build_array(recorded_at, day, time_zone, fatigue, numbness, vision, walking, details) order by recorded_at, check_in_id)
    from check_ins where diary_id = $2 and superseded_at is null and day between $3::date and $4::date),
  'alerts', (select json_agg(json_build_array(tier, raised_at) order by raised_at)
    from alerts where diary_id = $2 and raised_at >= $5::timestamptz and response is distinct from 'corrected'
      and (shown_at is not null or tier in ('EMERGENCY', 'URGENT'))
      and exists (select from check_ins c where c.diary_id = $2 and c.check_in_id = alerts.check_in_id and c.superseded_at is null)),
  'relapses', (select json_agg(json_build_array(status, started_on, started_at, ended_on, ended_at) order by started_at)
    from relapses where diary_id = $2 and removed_at is null),
  'medicines', (select json_agg(json_build_array(name, started_on, last_dose_on, stopped_on) order by name, medicine_id)
    from medicines where diary_id = $2 and removed_at is null))`;

function toCheckIn([recordedAt, day, timeZone, fatigue, numbness, vision, walking, details]: CheckInRow): JudgedCheckIn {
  return { ...details, recordedAt: new Date(recordedAt), day, timeZone, scores: { fatigue, numbness, vision, walking } };
}

function toMedication([name, startedOn, lastDoseOn, stoppedOn]: NonNullable<Found["medicines"]>[number]): Medication {
  return { name, ...(startedOn && { startedOn }), ...(lastDoseOn && { lastDoseOn }), ...(stoppedOn && { stoppedOn }) };
}
