import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { unpackDays, unpackSeries } from "@/lib/domain/trends/compact";
import type { DaySeries } from "@/lib/domain/trends/day-series";
import { fiveDayMean } from "@/lib/domain/trends/five-day-mean";
import { isMeanRange } from "@/lib/domain/trends/range";
import type { Trends } from "@/lib/domain/trends/trends";

/** A point of a drawn line; a null value lifts the pen. */
export type LinePoint = { x: number; y: number | null };

/** `Trends` made ready to draw. Server and browser make the same from the same data. */
export type ChartModel = Omit<Trends, "lines" | "drawn" | "summary" | "changes"> & {
  /** the real days */
  lines: Record<ScoreName, DaySeries>;
  /** the drawn line: real days for a month, else the 5-day mean, thinned when it is long */
  points: Record<ScoreName, LinePoint[]>;
  isMean: boolean;
  /** real days as dots beside the mean; not when there are more of them than a screen can show */
  hasDayDots: boolean;
  /** the others' lines stand behind the one in front; over a longer time four lines would hide each other */
  hasOthers: boolean;
  /** more than a year: days are named with their year */
  isLong: boolean;
};

const YEAR_DAYS = 366;
const MOST_DAY_DOTS = 400;
const MOST_OVERLAY_DAYS = 100;

export function chartModel(trends: Trends): ChartModel {
  const { lines: packed, drawn, ...rest } = trends;
  const days = trends.window.days;
  const isMean = isMeanRange(days);
  const lines = eachScore((score) => unpackSeries(packed[score]));
  return {
    ...rest, lines, isMean, hasDayDots: isMean && days <= MOST_DAY_DOTS, isLong: days > YEAR_DAYS, hasOthers: days <= MOST_OVERLAY_DAYS,
    points: eachScore((score) => {
      const values = isMean ? fiveDayMean(lines[score]) : lines[score];
      return pointsOf(values, drawn ? unpackDays(drawn[score]) : null);
    }),
  };
}

/** The kept days of a line, with a lifted pen wherever a day without an entry lies between two of them. */
export function pointsOf(values: DaySeries, kept: number[] | null): LinePoint[] {
  if (!kept) return values.map((y, x) => ({ x, y }));
  return kept.flatMap((x, place) => {
    const before = kept[place - 1];
    const gap = before === undefined ? -1 : values.indexOf(null, before);
    const point = { x, y: values[x] ?? null };
    return gap > -1 && gap < x ? [{ x: gap, y: null }, point] : [point];
  });
}

/** The newest day with an entry, of a drawn line. */
export function newestPoint(points: readonly LinePoint[]): { x: number; y: number } | null {
  const point = points.findLast(({ y }) => y !== null);
  return point ? { x: point.x, y: point.y as number } : null;
}

const MARKERS = { front: 10, small: 6 };

/** Points that carry the symptom's shape: a few, away from the newest; each symptom a little further on, so that they do not meet. */
export function markerPoints(points: readonly LinePoint[], symptom: ScoreName, days: number, isFront: boolean): { x: number; y: number }[] {
  const step = Math.max(1, Math.round(days / (isFront ? MARKERS.front : MARKERS.small)));
  const offset = Math.round((SCORE_NAMES.indexOf(symptom) * step) / SCORE_NAMES.length) + Math.ceil(step / 4);
  const drawn = points.filter((point) => point.y !== null) as { x: number; y: number }[];
  const last = drawn.at(-1)?.x ?? 0;
  const chosen: { x: number; y: number }[] = [];
  let next = offset;
  for (const point of drawn) {
    if (point.x < next || last - point.x < step / 2) continue;
    chosen.push(point);
    next = offset + Math.ceil((point.x + 1 - offset) / step) * step;
  }
  return chosen;
}

export function eachScore<Value>(work: (score: ScoreName) => Value): Record<ScoreName, Value> {
  return Object.fromEntries(SCORE_NAMES.map((score) => [score, work(score)])) as Record<ScoreName, Value>;
}
