import type { DaySeries } from "@/lib/domain/trends/day-series";

/** More points than this on a line are more than a screen can show. */
export const MOST_POINTS = 400;

type Point = { index: number; value: number };

/**
 * Which days of a long line are drawn: largest-triangle-three-buckets, which keeps the points that shape the line. Its
 * ends, its lowest and highest day, and both sides of every gap are kept on top, so that a gap stays where it is.
 * @returns positions in `series`, ascending, of days with an entry; all of them up to `most` days.
 */
export function thin(series: DaySeries, most: number = MOST_POINTS): number[] {
  const points = series.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  if (points.length <= most) return points.map((point) => point.index);
  const beside = points.map((point) => point.index).filter((index) => series[index - 1] === null || series[index + 1] === null);
  const shaping = largestTriangles(points, Math.max(most / 2, most - beside.length));
  return [...new Set([...shaping.map((point) => point.index), ...extremes(points), ...beside])].sort((a, b) => a - b);
}

/** First and last point, and of each bucket between them the point that makes the largest triangle with its neighbours. */
function largestTriangles(points: Point[], most: number): Point[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  const width = (points.length - 2) / (most - 2);
  const bucket = (number: number) => points.slice(Math.floor(number * width) + 1, Math.floor((number + 1) * width) + 1);
  const kept = [first];
  for (let number = 0; number < most - 2; number++) {
    const next = number === most - 3 ? [last] : bucket(number + 1);
    const ahead = { index: mean(next.map((point) => point.index)), value: mean(next.map((point) => point.value)) };
    const behind = kept.at(-1)!;
    const largest = bucket(number).reduce((best, point) => (area(behind, point, ahead) > area(behind, best, ahead) ? point : best));
    kept.push(largest);
  }
  return [...kept, last];
}

function extremes(points: Point[]): number[] {
  const lowest = points.reduce((best, point) => (point.value < best.value ? point : best));
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  return [lowest.index, highest.index];
}

const area = (a: Point, b: Point, c: Point) =>
  Math.abs((a.index - c.index) * (b.value - a.value) - (a.index - b.index) * (c.value - a.value));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
