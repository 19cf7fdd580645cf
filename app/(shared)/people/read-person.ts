import "server-only";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { groupAlerts, type AlertGroup } from "@/lib/domain/sharing/describe-alerts";
import { describeChange, type Change, type UsualByScore } from "@/lib/domain/sharing/describe-change";
import { describeLatest, readScores, type LatestState, type ScoreReading } from "@/lib/domain/sharing/describe-latest";
import { addDays, dayOf, type CalendarDay } from "@/lib/domain/time";
import { daySeries, type DaySeries } from "@/lib/domain/trends/day-series";
import { listAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import type { SharedDiary } from "@/lib/server/data/diaries";
import { listImportedDays } from "@/lib/server/data/imported-days";
import { listRelapses, type RelapseRecord } from "@/lib/server/data/relapses";
import { env } from "@/lib/server/env";
import type { Viewer } from "@/lib/server/viewer";

/** The usual of a score looks back 180 days; the lists below show less. */
const HISTORY_DAYS = 190;
const ALERT_DAYS = 84;
const MINI_DAYS = 14;

/** A shared diary as its page shows it. What is not shared is null, never empty: "none" and "not shared" are not the same. In a plain diary alerts are null too. */
export type SharedPerson = {
  diary: SharedDiary;
  timeZone: string;
  /** the owner's own date */
  today: CalendarDay;
  checkIns: CheckIn[] | null;
  latest: CheckIn | null;
  state: LatestState | null;
  readings: ScoreReading[];
  /** the 14 days that end with the newest entry */
  minis: Record<ScoreName, DaySeries> | null;
  change: Change | null;
  usual: UsualByScore;
  /** newest first */
  alerts: AlertGroup[] | null;
  relapses: RelapseRecord[] | null;
};

/** Reads what a grant opens of one diary, and puts it into words' reach. */
export async function readPerson(viewer: Viewer, diary: SharedDiary, now: Date): Promise<SharedPerson> {
  const { diaryId, scopes } = diary;
  const may = (scope: SharedDiary["scopes"][number]) => scopes.includes(scope);
  const timeZone = diary.timeZone ?? "UTC";
  const today = dayOf(now, timeZone);
  const history = { diaryId, from: addDays(today, -HISTORY_DAYS), to: addDays(today, 1) };
  const [checkIns, importedDays, alertRows, relapses] = await Promise.all([
    may("check-ins:read") ? listCheckIns(viewer, history) : null,
    may("check-ins:read") ? listImportedDays(viewer, history) : [],
    may("alerts:read") && env().DAYMARK_ALERTS ? listAlerts(viewer, { diaryId, from: addDays(today, -ALERT_DAYS), to: addDays(today, 1) }) : null,
    may("relapses:read") ? listRelapses(viewer, diaryId) : null,
  ]);
  const alerts = alertRows && groupAlerts(alertRows, now);
  const latest = checkIns?.at(-1) ?? null;
  const readings = latest && checkIns ? readScores(latest, checkIns, recordedOf(relapses), diary.usualScores, importedDays) : [];
  const usual = Object.fromEntries(SCORE_NAMES.map((score) => [score, readings.find((each) => each.score === score)?.usual ?? null])) as UsualByScore;
  return {
    diary, timeZone, today, checkIns, latest, readings, usual, alerts, relapses,
    state: checkIns && describeLatest({ checkIns, readings, today, alertTiers: alerts && pressing(alerts, latest).map(({ tier }) => tier) }),
    minis: checkIns && daySeries(checkIns, addDays(latest?.day ?? today, 1 - MINI_DAYS), MINI_DAYS, importedDays),
    change: checkIns && describeChange({ checkIns, importedDays, usual, relapses, today }),
  };
}

/** Alerts beside which nothing reassuring may stand: those of the newest check-in, and open ones. */
function pressing(alerts: readonly AlertGroup[], latest: CheckIn | null): AlertGroup[] {
  return alerts.filter((alert) => alert.isOpen || alert.checkInId === latest?.id);
}

function recordedOf(relapses: readonly RelapseRecord[] | null) {
  return (relapses ?? [])
    .filter(({ status }) => status.startsWith("confirmed"))
    .map(({ startedAt, endedAt }) => ({ startedAt, ...(endedAt && { endedAt }) }));
}
