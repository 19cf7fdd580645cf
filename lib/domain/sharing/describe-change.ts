import type { ImportedScores, JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Baseline } from "@/lib/domain/red-flags/baseline";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";
import { daySeries, type DaySeries } from "@/lib/domain/trends/day-series";
import { fiveDayMean } from "@/lib/domain/trends/five-day-mean";
import { worseSpells } from "@/lib/domain/trends/worse";

export const CHANGE_WEEKS = 12;
const CHANGE_DAYS = CHANGE_WEEKS * 7;
/** Fewer days than this in twelve weeks say little. */
const FEW_DAYS = 21;

export type UsualByScore = Record<ScoreName, Baseline | null>;

export type ChangeStatus = "relapse" | "possible-relapse" | "worse" | "as-usual" | "few-entries" | "no-usual";

export type MainChange = {
  /** the symptom that went furthest from its usual in the twelve weeks */
  score: ScoreName;
  /** the furthest distance of its five-day mean, in points above the usual */
  points: number;
};

export type Change = {
  status: ChangeStatus;
  main: MainChange;
  /** the twelve weeks of each symptom as five-day means, oldest first */
  lines: Record<ScoreName, DaySeries>;
};

export type ChangeQuestion = {
  checkIns: readonly JudgedCheckIn[];
  /** days out of other diaries */
  importedDays?: readonly ImportedScores[];
  usual: UsualByScore;
  /** null when relapses are not shared */
  relapses: readonly { status: string; endedOn: CalendarDay | null }[] | null;
  today: CalendarDay;
};

/** What changed most in the last twelve weeks. Fatigue is named when nothing stands out: it is the one most people have. */
export function describeChange({ checkIns, importedDays, usual, relapses, today }: ChangeQuestion): Change {
  const days = daySeries(checkIns, addDays(today, 1 - CHANGE_DAYS), CHANGE_DAYS, importedDays);
  const lines = Object.fromEntries(SCORE_NAMES.map((score) => [score, fiveDayMean(days[score])])) as Record<ScoreName, DaySeries>;
  const changes = SCORE_NAMES.map((score): MainChange => {
    const median = usual[score]?.median;
    const points = median === undefined ? 0 : Math.max(0, ...entries(lines[score]).map((value) => value - median));
    return { score, points };
  });
  const main = changes.reduce((furthest, each) => (each.points > furthest.points ? each : furthest));
  return { status: relapseStatus(relapses, today) ?? diaryStatus(days, usual), main, lines };
}

function relapseStatus(relapses: ChangeQuestion["relapses"], today: CalendarDay): ChangeStatus | null {
  const recent = (relapses ?? []).filter(({ endedOn }) => endedOn === null || daysBetween(endedOn, today) < CHANGE_DAYS);
  if (recent.some(({ status }) => status.startsWith("confirmed"))) return "relapse";
  return recent.some(({ status }) => status === "possible") ? "possible-relapse" : null;
}

function diaryStatus(days: Record<ScoreName, DaySeries>, usual: UsualByScore): ChangeStatus {
  if (entries(days.fatigue).length < FEW_DAYS) return "few-entries";
  const spells = SCORE_NAMES.map((score) => {
    const own = usual[score];
    return own && worseSpells(score, days[score], own);
  });
  if (spells.some((each) => each === null)) return "no-usual";
  return spells.some((each) => each?.some(({ isOver }) => !isOver)) ? "worse" : "as-usual";
}

const STATUS_ORDER: readonly ChangeStatus[] = ["relapse", "possible-relapse", "worse", "as-usual", "no-usual", "few-entries"];

/** Largest change first; equal ones keep their order. */
export function compareChange(one: Pick<Change, "status" | "main">, other: Pick<Change, "status" | "main">): number {
  return STATUS_ORDER.indexOf(one.status) - STATUS_ORDER.indexOf(other.status) || other.main.points - one.main.points;
}

const entries = (series: DaySeries) => series.filter((value) => value !== null);
