import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { DaySeries } from "@/lib/domain/trends/day-series";

export const CHANGE_DAYS = 30;
/** In tenths. A change of this or less counts as the same. */
const SAME_TENTHS = 5;
/** Fewer days than this on either side say nothing: as many as a baseline needs. */
const FEWEST_DAYS = 5;

export type Change = "better" | "same" | "worse" | "too-few";
/** Means are rounded to one decimal; null when there is no day. `…Days` is how many days with an entry each rests on. */
export type ChangeRow = { symptom: ScoreName; before: number | null; now: number | null; beforeDays: number; nowDays: number; change: Change };

/**
 * The last 30 days beside the 30 before.
 * @param lines the newest 60 days or more, ending today.
 */
export function changeTable(lines: Record<ScoreName, DaySeries>): ChangeRow[] {
  return SCORE_NAMES.map((symptom) => {
    const now = meanOf(lines[symptom].slice(-CHANGE_DAYS));
    const before = meanOf(lines[symptom].slice(-2 * CHANGE_DAYS, -CHANGE_DAYS));
    return {
      symptom, before: before.mean, now: now.mean, beforeDays: before.days, nowDays: now.days,
      change: before.days < FEWEST_DAYS || now.days < FEWEST_DAYS ? "too-few" : compare(before.mean, now.mean),
    };
  });
}

/** Compares what is shown, so that 2.0 and 2.5 never read as more than 0.5 apart. */
function compare(before: number | null, now: number | null): Change {
  if (before === null || now === null) return "too-few";
  const tenths = Math.round(now * 10) - Math.round(before * 10);
  if (Math.abs(tenths) <= SAME_TENTHS) return "same";
  return tenths < 0 ? "better" : "worse";
}

function meanOf(series: DaySeries): { mean: number | null; days: number } {
  const values = series.filter((value) => value !== null);
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: values.length === 0 ? null : Math.round((sum / values.length) * 10) / 10, days: values.length };
}
