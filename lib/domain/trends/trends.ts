import type { ImportedScores, JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineDates, baselineFrom, type Baseline } from "@/lib/domain/red-flags/baseline";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";
import { packMarks, packPoints, packSeries } from "@/lib/domain/trends/compact";
import { compareLines, twoPeriods, type ChangeRow, type Comparison, type TwoPeriods } from "@/lib/domain/trends/compare";
import { dayLine, newestDays, type DayRow, type DaySeries } from "@/lib/domain/trends/day-series";
import { distributionOf, goodDays, type Distribution } from "@/lib/domain/trends/distribution";
import { isScore, type LineName } from "@/lib/domain/trends/lines";
import {
  alertMarks, isConfirmed, medicineMarks, relapseSpans, spellMarks,
  type AlertEntry, type DoseEntry, type Mark, type RelapseEntry, type RelapseSpan,
} from "@/lib/domain/trends/marks";
import { meanPoints } from "@/lib/domain/trends/points";
import { stepOf, windowOf, type Range, type Step, type Window } from "@/lib/domain/trends/range";
import { compareSentence, goodDaysSentence, levelsSentence, lineSentence, type Sentence } from "@/lib/domain/trends/sentences";
import { summarise, type SummaryPart } from "@/lib/domain/trends/summary";
import { drawnUsual, trackerUsual, type UsualRange } from "@/lib/domain/trends/usual";

/** A relapse as the chart and the baseline need it. Only a confirmed one is recorded to the rules. */
export type TrendRelapse = RelapseEntry & { startedAt: Date; endedAt?: Date | null };

/** Every day of the year that ends today has a square in the calendar. */
export const YEAR_DAYS = 365;

/** The widest a usual looks back is 180 days; a day more, since instants decide. */
export const OLDEST_USUAL_DAYS = 182;

export type TrendsInput = {
  range: Range;
  comparison: Comparison;
  today: CalendarDay;
  now: Date;
  timeZone: string;
  /** every check-in and imported day from `from` on; days before it count as days without an entry */
  from: CalendarDay;
  rows: readonly DayRow[];
  /** the check-ins that the usual may rest on: those of the last half year at most */
  checkIns: readonly JudgedCheckIn[];
  /** only the newest 60 days of check-ins were read: a usual that must look further back is null, since half of its days would be missing */
  isNearOnly?: boolean;
  /** the trackers that are switched on, in their order */
  trackers: readonly TrackerName[];
  /** each list is empty when the viewer may not see it */
  alerts: readonly AlertEntry[];
  relapses: readonly TrendRelapse[];
  medicines: readonly Medication[];
  doses: readonly DoseEntry[];
  profile: Profile;
};

/** One line of the screen: a symptom, or a tracker that is switched on. */
export type TrendLine = {
  name: LineName;
  /** the days of the year that ends today, packed with `packSeries` */
  year: string;
  /** the line of a longer time, a point for `step` days, packed with `packPoints`; absent when the days of the year hold it */
  points?: string;
  /** null until there are enough days; a usual told in the profile has no strip */
  usual: UsualRange | null;
  /** of the chart, and of the calendar */
  sentence: Sentence;
  yearSentence: Sentence;
  spread: Distribution;
};

/** Everything a trends screen draws and says, small enough to be sent to the browser once: ten years are hardly more than one. */
export type Trends = {
  range: Range;
  window: Window;
  step: Step;
  summary: SummaryPart[];
  front: LineName;
  /** the four symptoms, then the trackers */
  lines: TrendLine[];
  year: Window;
  relapses: RelapseSpan[];
  /** what happened, oldest first, packed with `packMarks` */
  marks: string;
  compare: TwoPeriods & { rows: ChangeRow[]; sentence: Sentence };
  goodDays: Sentence;
};

/** The first day that is needed for a range; null: all there is. */
export function neededFrom(range: Range, comparison: Comparison, today: CalendarDay): CalendarDay | null {
  if (range === "all") return null;
  const starts = [addDays(today, 1 - YEAR_DAYS), windowOf(range, today, null).from, twoPeriods(range, comparison, today).before.from];
  return starts.reduce((first, each) => (each < first ? each : first));
}

/** Puts together what a trends screen shows. The usual is as of `now`, the same that the sentences compare with. */
export function trendsOf(input: TrendsInput): Trends {
  const { range, today, comparison, trackers } = input;
  const window = windowOf(range, today, firstDay(input));
  const step = stepOf(window.days);
  const year = { from: addDays(today, 1 - YEAR_DAYS), days: YEAR_DAYS };
  const periods = twoPeriods(range, comparison, today);
  const from = [window.from, year.from, periods.before.from].reduce((first, each) => (each < first ? each : first));
  const skipped = daysBetween(input.from, from);
  const days = daysBetween(from, today) + 1;
  const lines = [...SCORE_NAMES, ...trackers].map((name) => ({ name, values: dayLine(input.rows, name, days, skipped) }));
  const baselines = usualOf(input, lines, from);
  const shown = lines.map(({ name, values }) => ({ name, values: newestDays(values, window.days), usual: baselines.get(name) ?? null }));
  const four = Object.fromEntries(shown.map(({ name, values }) => [name, values])) as Record<ScoreName, DaySeries>;
  const usualOfFour = Object.fromEntries(SCORE_NAMES.map((score) => [score, baselines.get(score) ?? null])) as Record<ScoreName, Baseline | null>;
  const { parts, front } = summarise(four, usualOfFour, window);
  const changes = compareLines(lines, from, periods);
  return {
    range, window, step, summary: parts, front, year,
    lines: shown.map(({ name, values, usual }, place): TrendLine => {
      const ofYear = newestDays(lines[place]!.values, YEAR_DAYS);
      return {
        name, year: packSeries(ofYear), ...(step > 1 && { points: packPoints(meanPoints(values, step)) }), usual: drawnUsual(usual),
        sentence: lineSentence(name, values, usual), yearSentence: levelsSentence(name, distributionOf(ofYear, year)), spread: distributionOf(values, window),
      };
    }),
    relapses: relapseSpans(input.relapses, window),
    marks: packMarks(marksOf(input, window)),
    compare: { ...periods, rows: changes, sentence: compareSentence(changes, comparison) },
    goodDays: goodDaysSentence(goodDays(four, usualOfFour)),
  };
}

function marksOf({ rows, from, alerts, medicines, doses, timeZone }: TrendsInput, window: Window): Mark[] {
  const skipped = daysBetween(from, window.from);
  const hot: number[] = [];
  const infected: number[] = [];
  for (const { at, isHot, isInfected } of rows) {
    if (isHot) hot.push(at - skipped);
    if (isInfected) infected.push(at - skipped);
  }
  return [...spellMarks("heat", hot, window), ...spellMarks("infection", infected, window), ...medicineMarks(medicines, doses, window), ...alertMarks(alerts, timeZone, window)]
    .sort((a, b) => a.first - b.first);
}

/** The usual of every line. Trackers rest on the same days as the four: without fever, infection, heat and recorded relapses. */
function usualOf(input: TrendsInput, lines: readonly { name: LineName; values: DaySeries }[], from: CalendarDay): Map<LineName, Baseline | null> {
  const { now, profile } = input;
  const recorded = input.relapses.filter(({ status }) => isConfirmed(status)).map(recordedRelapse);
  const found = baselineDates(now.getTime(), input.checkIns.filter((checkIn) => checkIn.recordedAt < now), recorded, profile, importedScores(input));
  const dates = input.isNearOnly ? { near: found.near, wide: () => found.near } : found;
  return new Map(lines.map(({ name, values }) => [name, isScore(name) ? baselineFrom(name, dates, profile) : trackerUsual(values, dates, from)]));
}

/** Days out of other diaries that are young enough for the usual; what one did not hold stays unknown. */
function importedScores({ rows, from, today }: TrendsInput): ImportedScores[] {
  const youngest = daysBetween(from, today) - OLDEST_USUAL_DAYS;
  return rows.filter(({ isImported, at }) => isImported && at >= youngest).map(({ at, scores }) => ({
    day: addDays(from, at), scores: Object.fromEntries(SCORE_NAMES.flatMap((score) => (scores[score] === null ? [] : [[score, scores[score]]]))),
  }));
}

function firstDay({ rows, from }: TrendsInput): CalendarDay | null {
  let first = Infinity;
  for (const { at } of rows) if (at < first) first = at;
  return first === Infinity ? null : addDays(from, first);
}

function recordedRelapse({ startedAt, endedAt }: TrendRelapse): RecordedRelapse {
  return endedAt ? { startedAt, endedAt } : { startedAt };
}
