import type { Day } from "./course";
import type { Draw } from "./draw";

/** How a person uses the app. */
export type Habits = {
  /** minutes after midnight, and how far it spreads */
  minute: number;
  spread: number;
  /** chance of an ordinary day without an entry */
  missing: number;
  /** chance of a second entry on an ordinary day */
  second: number;
  /** chance of "Same as yesterday" when it is about the same */
  same: number;
  /** chance that a question that was asked is answered */
  answers: number;
  /** whether "When did this start?" is ever answered: no in one of the comparisons */
  saysOnset: boolean;
  /** chance that a new illness or symptom is told of one's own accord, on the safety question */
  tells: number;
  /** does the timed walk about every fortnight */
  walks: boolean;
  /** days away from the diary */
  away: readonly { from: Day; to: Day }[];
};

export function drawHabits(draw: Draw, span: { from: Day; to: Day }): Habits {
  const years = (span.to - span.from) / 365;
  const spells = (perYear: number, low: number, high: number) => Array.from({ length: draw.poisson(perYear * years) }, () => {
    const from = draw.between(span.from, span.to);
    return { from, to: from + draw.between(low, high) };
  });
  return {
    minute: draw.weighted([[8 * 60, 35], [13 * 60, 10], [20 * 60 + 30, 55]] as const) + draw.whole(-60, 60),
    spread: draw.between(20, 120),
    // Most log nearly daily; one in seven every second or third day.
    missing: draw.chance(1 / 7) ? draw.between(0.4, 0.65) : draw.between(0.03, 0.2),
    second: draw.between(0.005, 0.06),
    same: draw.between(0.1, 0.4),
    answers: draw.between(0.6, 0.97),
    saysOnset: true,
    tells: draw.between(0.5, 0.95),
    walks: draw.chance(0.35),
    away: [...spells(1.5, 4, 14), ...spells(0.3, 15, 40)],
  };
}
