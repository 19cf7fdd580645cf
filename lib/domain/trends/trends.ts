import type { JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineDates, baselineFrom, type Baseline } from "@/lib/domain/red-flags/baseline";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { CHANGE_DAYS, changeTable, type ChangeRow } from "@/lib/domain/trends/change";
import { packDays, packSeries } from "@/lib/domain/trends/compact";
import { daySeries, type DaySeries } from "@/lib/domain/trends/day-series";
import { fiveDayMean } from "@/lib/domain/trends/five-day-mean";
import {
  alertMarks, heatSpells, isConfirmed, medicineMarks, relapseSpans,
  type AlertEntry, type AlertMark, type MedicineMark, type RelapseEntry, type RelapseSpan, type Span,
} from "@/lib/domain/trends/marks";
import { windowOf, type Range, type Window } from "@/lib/domain/trends/range";
import { summarise, type SummaryPart } from "@/lib/domain/trends/summary";
import { MOST_POINTS, thin } from "@/lib/domain/trends/thin";

/** A relapse as the chart and the baseline need it. Only a confirmed one is recorded to the rules. */
export type TrendRelapse = RelapseEntry & { startedAt: Date; endedAt?: Date | null };

export type TrendsInput = {
  range: Range;
  today: CalendarDay;
  now: Date;
  timeZone: string;
  /** oldest first or not; may reach further back than the range */
  checkIns: readonly JudgedCheckIn[];
  /** each list is empty when the viewer may not see it */
  alerts: readonly AlertEntry[];
  relapses: readonly TrendRelapse[];
  medicines: readonly Medication[];
  profile: Profile;
};

/** The usual as drawn: its middle and the edges of the strip. */
export type UsualRange = { median: number; low: number; high: number };

/** Everything a trends screen draws and says, small enough to be sent to the browser once. */
export type Trends = {
  range: Range;
  window: Window;
  summary: SummaryPart[];
  front: ScoreName;
  /** packed with `packSeries` */
  lines: Record<ScoreName, string>;
  /** which days of a long line are drawn, packed with `packDays`; absent when all are */
  drawn?: Record<ScoreName, string>;
  /** null until there are enough days; a usual told in the profile has no strip */
  usual: Record<ScoreName, UsualRange | null>;
  relapses: RelapseSpan[];
  heat: Span[];
  medicines: MedicineMark[];
  alerts: AlertMark[];
  changes: ChangeRow[];
};

/** Puts together what a trends screen shows. The usual is as of `now`, the same that the sentence compares with. */
export function trendsOf(input: TrendsInput): Trends {
  const { range, today, now, checkIns, profile } = input;
  const window = windowOf(range, today, firstDay(checkIns));
  const lines = daySeries(checkIns, window.from, window.days);
  const recorded = input.relapses.filter(({ status }) => isConfirmed(status)).map(recordedRelapse);
  const earlier = checkIns.filter((checkIn) => checkIn.recordedAt < now);
  const usualDates = baselineDates(now.getTime(), earlier, recorded, profile);
  const baselines = eachScore((score) => baselineFrom(score, usualDates, profile));
  const { parts, front } = summarise(lines, baselines, window);
  return {
    range, window, summary: parts, front,
    lines: eachScore((score) => packSeries(lines[score])),
    ...(window.days > MOST_POINTS && { drawn: eachScore((score) => packDays(thin(fiveDayMean(lines[score])), window.days)) }),
    usual: eachScore((score) => drawnUsual(baselines[score])),
    relapses: relapseSpans(input.relapses, window),
    heat: heatSpells(checkIns, window),
    medicines: medicineMarks(input.medicines, window),
    alerts: alertMarks(input.alerts, input.timeZone, window),
    changes: changeTable(newestDays(lines, checkIns, window, today)),
  };
}

/** The change table needs 60 days whatever is shown. */
function newestDays(lines: Record<ScoreName, DaySeries>, checkIns: readonly JudgedCheckIn[], window: Window, today: CalendarDay) {
  const days = 2 * CHANGE_DAYS;
  return window.days >= days ? lines : daySeries(checkIns, addDays(today, 1 - days), days);
}

function firstDay(checkIns: readonly JudgedCheckIn[]): CalendarDay | null {
  return checkIns.reduce<CalendarDay | null>((first, { day }) => (first === null || day < first ? day : first), null);
}

function recordedRelapse({ startedAt, endedAt }: TrendRelapse): RecordedRelapse {
  return endedAt ? { startedAt, endedAt } : { startedAt };
}

function drawnUsual(baseline: Baseline | null): UsualRange | null {
  return baseline?.from === "diary" ? { median: baseline.median, low: baseline.low, high: baseline.high } : null;
}

function eachScore<Value>(work: (score: ScoreName) => Value): Record<ScoreName, Value> {
  return Object.fromEntries(SCORE_NAMES.map((score) => [score, work(score)])) as Record<ScoreName, Value>;
}
