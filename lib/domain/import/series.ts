import { KNOWN_WORDS, readNumber, type Scale } from "@/lib/domain/import/scale";
import type { ImportSource, Reading } from "@/lib/domain/import/table";
import { guessTarget, type Target } from "@/lib/domain/import/targets";

/** One symptom of the file. `words` are its values that are no numbers, in lower case; `low` and `high` the ends of those that are. */
export type Series = { name: string; count: number; low: number | null; high: number | null; words: string[] };

/** What becomes of a series; `target` null leaves it out. */
export type Choice = { target: Target | null; scale: Scale };
export type Mapping = Record<string, Choice>;

const MOST_WORDS = 30;

/** The symptoms of a file, those with the most values first. */
export function seriesOf(readings: readonly Reading[]): Series[] {
  const found = new Map<string, Series & { seen: Set<string> }>();
  for (const { series: name, cell } of readings) {
    const series = found.get(name) ?? { name, count: 0, low: null, high: null, words: [], seen: new Set() };
    found.set(name, series);
    series.count += 1;
    const value = readNumber(cell);
    if (value === null) series.seen.add(cell.toLowerCase());
    else [series.low, series.high] = [Math.min(series.low ?? value, value), Math.max(series.high ?? value, value)];
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ seen, ...series }) => ({ ...series, words: [...seen].sort().slice(0, MOST_WORDS) }));
}

/** A first proposal for each series. The person sees it and can change it before anything is stored. */
export function proposeMapping(source: ImportSource, series: readonly Series[]): Mapping {
  return Object.fromEntries(series.map((each) => [each.name, { target: guessTarget(each.name), scale: proposeScale(source, each) }]));
}

function proposeScale(source: ImportSource, { name, low, high, words }: Series): Scale {
  if (high === null) return { kind: "words", words: Object.fromEntries(words.map((word) => [word, KNOWN_WORDS[word] ?? null])) };
  if (source === "flaredown") return { kind: "numbers", best: 0, worst: 4 };
  const [least, most] = [low !== null && low >= 1 && high <= 5 ? 1 : 0, high <= 5 ? 5 : high <= 10 ? 10 : 100];
  return isGoodWhenHigh(source, name) ? { kind: "numbers", best: most, worst: least } : { kind: "numbers", best: least, worst: most };
}

/** Much energy is good in any diary, "low energy" is not; a high mood is good in Bearable, and elsewhere may be either. */
function isGoodWhenHigh(source: ImportSource, name: string): boolean {
  if (/energy/i.test(name)) return !/\b(no|low|lower|less|lack|loss|poor|little)\b/i.test(name);
  return source === "bearable" && /mood/i.test(name);
}
