import { unpackMarks, unpackPoints, unpackSeries } from "@/lib/domain/trends/compact";
import type { DaySeries } from "@/lib/domain/trends/day-series";
import { fiveDayMean } from "@/lib/domain/trends/five-day-mean";
import { LINE_NAMES, type LineName } from "@/lib/domain/trends/lines";
import type { Mark } from "@/lib/domain/trends/marks";
import type { MeanPoint } from "@/lib/domain/trends/points";
import { isMeanRange } from "@/lib/domain/trends/range";
import type { TrendLine, Trends } from "@/lib/domain/trends/trends";

/** A point of a drawn line, `x` in days of the window; a null value lifts the pen. */
export type LinePoint = { x: number; y: number | null };

/** One line made ready to draw. */
export type ChartLine = Omit<TrendLine, "year" | "points"> & {
  /** what is read and stands in the table: the days, or the mean of each week or four weeks, oldest first */
  cells: MeanPoint[];
  /** the drawn line: real days for a month, else the 5-day mean, or the means of a longer time */
  points: LinePoint[];
  /** the days of the year that ends today */
  year: DaySeries;
};

/** `Trends` made ready to draw. Server and browser make the same from the same data. */
export type ChartModel = Omit<Trends, "lines" | "marks" | "summary" | "compare" | "goodDays" | "front"> & {
  lines: ChartLine[];
  marks: Mark[];
  isMean: boolean;
  /** real days as dots beside the mean */
  hasDayDots: boolean;
  /** the others' lines stand behind the one in front; over a longer time four lines would hide each other */
  hasOthers: boolean;
  /** more than a year: days are named with their year */
  isLong: boolean;
};

const YEAR_DAYS = 366;
const MOST_OVERLAY_DAYS = 100;

/** What a drawing is made of; the rest of `Trends` is words and numbers beside it. */
export type Drawn = Pick<Trends, "range" | "window" | "step" | "lines" | "year" | "relapses" | "marks">;

export function chartModel(trends: Drawn): ChartModel {
  const { window, step } = trends;
  const isMean = isMeanRange(window.days);
  return {
    range: trends.range, window, step, year: trends.year, relapses: trends.relapses, marks: unpackMarks(trends.marks),
    isMean, hasDayDots: isMean, isLong: window.days > YEAR_DAYS, hasOthers: window.days <= MOST_OVERLAY_DAYS,
    lines: trends.lines.map(({ year: packedYear, points, ...line }) => {
      const year = unpackSeries(packedYear);
      const cells = points === undefined ? year.slice(-window.days).map((value) => ({ value, days: value === null ? 0 : 1 })) : unpackPoints(points);
      const values = cells.map(({ value }) => value);
      const drawn = isMean ? fiveDayMean(values) : values;
      return { ...line, year, cells, points: drawn.map((y, place) => ({ x: middleOf(place, step), y })) };
    }),
  };
}

/** The day in the middle of a cell, as a place on the time axis. */
const middleOf = (cell: number, step: number) => cell * step + (step - 1) / 2;

/** The cell a day lies in. */
export const cellOf = (model: Pick<ChartModel, "step">, day: number): number => Math.floor(day / model.step);

/** The first and the last day of a cell. */
export const daysOfCell = ({ step }: Pick<ChartModel, "step">, cell: number): { first: number; last: number } => ({ first: cell * step, last: cell * step + step - 1 });

/** @throws RangeError when there is no such line */
export function lineOf(model: ChartModel, name: LineName): ChartLine {
  const line = model.lines.find((each) => each.name === name);
  if (!line) throw new RangeError("No such line");
  return line;
}

export const hasEntries = (model: ChartModel): boolean => model.lines.some(({ cells }) => cells.some(({ days }) => days > 0));

/** The newest day with an entry, of a drawn line. */
export function newestPoint(points: readonly LinePoint[]): { x: number; y: number } | null {
  const point = points.findLast(({ y }) => y !== null);
  return point ? { x: point.x, y: point.y as number } : null;
}

const MARKERS = { front: 10, small: 6 };

/** Points that carry the line's shape: a few, away from the newest; each line a little further on, so that they do not meet. */
export function markerPoints(points: readonly LinePoint[], name: LineName, days: number, isFront: boolean): { x: number; y: number }[] {
  const step = Math.max(1, Math.round(days / (isFront ? MARKERS.front : MARKERS.small)));
  const offset = Math.round(((LINE_NAMES.indexOf(name) % 4) * step) / 4) + Math.ceil(step / 4);
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
