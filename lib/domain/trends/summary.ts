import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { lastEntryIndex, type DaySeries } from "@/lib/domain/trends/day-series";
import type { Window } from "@/lib/domain/trends/range";
import { isWorse, worseSpells, type Spell, type Usual } from "@/lib/domain/trends/worse";

/** A spell of fewer entered days is not told as one: a single bad day is the diary's, not the trend's. */
const SHORTEST_SPELL_DAYS = 3;
const RECENT_DAYS = 14;

/** What the trend says in words, in the order it is read. Worded with `trends.summary` of the messages. */
export type SummaryPart =
  | { key: "noEntries" }
  | { key: "silent"; day: CalendarDay }
  | { key: "notEnough" }
  | { key: "worseNow"; symptom: ScoreName; count: number; of: number }
  | { key: "worseLatest"; symptom: ScoreName; day: CalendarDay }
  | { key: "backToUsual"; symptom: ScoreName }
  | { key: "wasWorse"; days: number; day: CalendarDay }
  | { key: "closeToUsual" };

export type Summary = {
  parts: SummaryPart[];
  /** whose panel comes first */
  front: ScoreName;
};

type Told = { symptom: ScoreName; series: DaySeries; usual: Usual; spells: Spell[]; hasRecent: boolean; recentWorse: number; isWorseLatest: boolean };

/**
 * The trend in one or two sentences: what is worse now, else the largest spell that is over, else that all four are close to the
 * usual, when that is known of all four. It compares with the person's own usual as it is today, the same that is drawn, and never
 * says that nothing is wrong.
 */
export function summarise(lines: Record<ScoreName, DaySeries>, usual: Record<ScoreName, Usual | null>, window: Window): Summary {
  const last = Math.max(...SCORE_NAMES.map((score) => lastEntryIndex(lines[score]) ?? -1));
  if (last === -1) return { parts: [{ key: "noEntries" }], front: "fatigue" };
  const told = SCORE_NAMES.flatMap((symptom) => {
    const own = usual[symptom];
    return own ? [tell(symptom, lines[symptom], own)] : [];
  });
  if (window.days - 1 - last >= RECENT_DAYS) {
    return { parts: [{ key: "silent", day: addDays(window.from, last) }], front: largestOver(told)?.symptom ?? "fatigue" };
  }
  // A symptom without a usual, or without a value of late, is unknown: it is not close to anything.
  const isAllKnown = told.length === SCORE_NAMES.length && told.every(({ hasRecent }) => hasRecent);
  return now(told, window) ?? over(told, window) ?? { parts: [{ key: isAllKnown ? "closeToUsual" : "notEnough" }], front: "fatigue" };
}

function tell(symptom: ScoreName, series: DaySeries, usual: Usual): Told {
  const recent = series.slice(-RECENT_DAYS).filter((value) => value !== null);
  const latest = recent.at(-1);
  return {
    symptom, series, usual,
    spells: worseSpells(symptom, series, usual),
    hasRecent: latest !== undefined,
    recentWorse: recent.filter((value) => isWorse(symptom, value, usual)).length,
    isWorseLatest: latest !== undefined && isWorse(symptom, latest, usual),
  };
}

/** Symptoms that are worse now, the one with most days first: two at most, the rest is in the panels. */
function now(told: Told[], window: Window): Summary | null {
  const worse = told.filter((each) => each.isWorseLatest || (isOpen(each) && each.recentWorse >= SHORTEST_SPELL_DAYS));
  const [first, second] = worse.toSorted((a, b) => b.recentWorse - a.recentWorse);
  if (!first) return null;
  return { parts: [first, ...(second ? [second] : [])].map((each) => partNow(each, window)), front: first.symptom };
}

function partNow({ symptom, series, recentWorse }: Told, window: Window): SummaryPart {
  if (recentWorse < SHORTEST_SPELL_DAYS) {
    return { key: "worseLatest", symptom, day: addDays(window.from, lastEntryIndex(series) ?? 0) };
  }
  const entered = series.slice(-RECENT_DAYS).filter((value) => value !== null).length;
  return { key: "worseNow", symptom, count: recentWorse, of: entered };
}

function over(told: Told[], window: Window): Summary | null {
  const largest = largestOver(told);
  if (!largest) return null;
  const { symptom, spell } = largest;
  const days = spell.last - spell.first + 1;
  return {
    parts: [{ key: "backToUsual", symptom }, { key: "wasWorse", days, day: addDays(window.from, spell.first) }],
    front: symptom,
  };
}

/** The spell that added up to most, of those that are over; of two alike the later. */
function largestOver(told: Told[]): { symptom: ScoreName; spell: Spell } | null {
  const found = told.flatMap(({ symptom, spells }) =>
    spells.filter((spell) => spell.isOver && spell.worseDays >= SHORTEST_SPELL_DAYS).map((spell) => ({ symptom, spell })));
  return found.toSorted((a, b) => b.spell.excess - a.spell.excess || b.spell.last - a.spell.last)[0] ?? null;
}

const isOpen = ({ spells }: Told) => spells.at(-1)?.isOver === false;
