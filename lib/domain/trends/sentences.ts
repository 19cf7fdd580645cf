import type { ChangeRow, Comparison } from "@/lib/domain/trends/compare";
import { countDays, type DaySeries } from "@/lib/domain/trends/day-series";
import type { Distribution, GoodDays } from "@/lib/domain/trends/distribution";
import type { LineName } from "@/lib/domain/trends/lines";
import { countWorse, type Usual } from "@/lib/domain/trends/worse";

/**
 * The sentence of a chart, as a key and numbers: `components/charts/words.ts` and the summary word it. `of` is always the number of days
 * with an entry that the figures rest on, `days` the calendar days they were looked for in.
 */
export type Sentence =
  | { key: "none"; name: LineName; days: number }
  | { key: "worse"; name: LineName; count: number; of: number; days: number }
  | { key: "notWorse"; name: LineName; of: number; days: number }
  | { key: "noUsual"; name: LineName; low: number; high: number; of: number; days: number }
  | { key: "levels"; name: LineName; severe: number; moderate: number; of: number }
  | { key: "noLevels"; name: LineName }
  | { key: "compare"; comparison: Comparison; better: LineName[]; worse: LineName[]; same: LineName[]; tooFew: LineName[] }
  | { key: "goodDays"; good: number; of: number }
  | { key: "goodDaysUnknown" };

/**
 * A line beside one's own usual: "Walking: worse than your usual on 9 of the last 14 days." Days without an entry are not counted
 * as usual ones; without a usual only the range of the values is told.
 */
export function lineSentence(name: LineName, series: DaySeries, usual: Usual | null): Sentence {
  const days = series.length;
  const of = countDays(series);
  if (of === 0) return { key: "none", name, days };
  if (!usual) {
    const values = series.filter((value) => value !== null);
    return { key: "noUsual", name, low: values.reduce((low, value) => Math.min(low, value)), high: values.reduce((high, value) => Math.max(high, value)), of, days };
  }
  const { worse } = countWorse(name, series, usual);
  return worse === 0 ? { key: "notWorse", name, of, days } : { key: "worse", name, count: worse, of, days };
}

/** How many of the days were severe and moderate: the calendar and the bars in one sentence. */
export function levelsSentence(name: LineName, { days, levels }: Pick<Distribution, "days" | "levels">): Sentence {
  return days === 0 ? { key: "noLevels", name } : { key: "levels", name, severe: levels.severe, moderate: levels.moderate, of: days };
}

/** What is better, worse and the same in the newer of two periods. What rests on too few days is named as such. */
export function compareSentence(rows: readonly ChangeRow[], comparison: Comparison): Sentence {
  const named = (change: ChangeRow["change"]) => rows.filter((row) => row.change === change).map(({ name }) => name);
  return { key: "compare", comparison, better: named("better"), worse: named("worse"), same: named("same"), tooFew: named("too-few") };
}

/** The share of good days, as `goodDays` defines them. */
export function goodDaysSentence(found: GoodDays): Sentence {
  return found ? { key: "goodDays", good: found.good, of: found.days } : { key: "goodDaysUnknown" };
}
