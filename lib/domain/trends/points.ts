import { meanBetween, type DaySeries } from "@/lib/domain/trends/day-series";
import type { Step } from "@/lib/domain/trends/range";

/** One point of a thinned line: the mean of the days in it that have an entry, and how many these are. `value` is null for none. */
export type MeanPoint = { value: number | null; days: number };

/**
 * A line thinned to one point for `step` days, oldest first. Its length must be a whole number of steps. A point without any
 * entry is a gap; one with few rests on those, and says on how many.
 */
export function meanPoints(series: DaySeries, step: Step): MeanPoint[] {
  return Array.from({ length: Math.ceil(series.length / step) }, (_, place) => {
    const { mean, days } = meanBetween(series, place * step, (place + 1) * step);
    return { value: mean, days };
  });
}
