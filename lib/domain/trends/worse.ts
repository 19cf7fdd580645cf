import type { DaySeries } from "@/lib/domain/trends/day-series";
import type { LineName } from "@/lib/domain/trends/lines";

/** The person's own usual, as `Baseline` gives it. */
export type Usual = { median: number; top: number };

/** How far above the usual a day counts as worse. The clinical definition "elevated", told from day values alone; a tracker is told like the others. */
const worseBy = (name: LineName) => (name === "fatigue" ? 3 : 2);
/** A spell is over after this many entered days in a row that are not worse. */
const DAYS_TO_END = 3;
/** A spell does not reach over a longer silence than this: nobody knows what was in between. */
const LONGEST_SILENCE_DAYS = 14;

/** Positions of its first and last worse day, how many worse days were entered, and how far above the usual they add up to. */
export type Spell = { first: number; last: number; worseDays: number; excess: number; isOver: boolean };

/** Whether a day's value stands above the person's own usual and outside what usually happens. */
export function isWorse(name: LineName, value: number, usual: Usual): boolean {
  return value >= usual.median + worseBy(name) && value > usual.top;
}

/**
 * Stretches of days that are worse than the usual, oldest first. Days without an entry neither make nor end one; three
 * entered days in a row that are not worse do, and so does a silence of more than 14 days.
 */
export function worseSpells(name: LineName, series: DaySeries, usual: Usual): Spell[] {
  const spells: Spell[] = [];
  let current: Spell | null = null;
  let better = 0;
  let lastEntry = 0;
  series.forEach((value, index) => {
    if (value === null) return;
    if (current && index - lastEntry > LONGEST_SILENCE_DAYS + 1) current = close(current);
    lastEntry = index;
    if (isWorse(name, value, usual)) {
      better = 0;
      if (!current) spells.push((current = { first: index, last: index, worseDays: 0, excess: 0, isOver: false }));
      current.last = index;
      current.worseDays += 1;
      current.excess += value - usual.median;
    } else if (current && ++better === DAYS_TO_END) {
      current = close(current);
      better = 0;
    }
  });
  return spells;
}

function close(spell: Spell): null {
  spell.isOver = true;
  return null;
}

/** On how many days the value stands above the usual, of how many that have one. */
export function countWorse(name: LineName, series: DaySeries, usual: Usual): { worse: number; days: number } {
  let worse = 0;
  let days = 0;
  for (const value of series) {
    if (value === null) continue;
    days += 1;
    if (isWorse(name, value, usual)) worse += 1;
  }
  return { worse, days };
}
