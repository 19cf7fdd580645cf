import type { DaySeries } from "@/lib/domain/trends/day-series";

const REACH_DAYS = 2;

/**
 * The centred 5-day mean of each day with an entry. It looks two days each way and stops at a day without one, so that it
 * never bridges a gap; at a gap and at the ends it rests on fewer days.
 */
export function fiveDayMean(series: DaySeries): DaySeries {
  return series.map((value, index) => {
    if (value === null) return null;
    const near = [value, ...walk(series, index, 1), ...walk(series, index, -1)];
    return near.reduce((sum, each) => sum + each, 0) / near.length;
  });
}

function walk(series: DaySeries, from: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let away = 1; away <= REACH_DAYS; away++) {
    const value = series[from + away * step];
    if (value === null || value === undefined) break;
    found.push(value);
  }
  return found;
}
