/** How the values of one series become whole numbers from 0 (none) to 10 (worst). */
export type Scale =
  /** `best` is "none" and `worst` is "as bad as can be"; best above worst turns the direction round */
  | { kind: "numbers"; best: number; worst: number }
  /** each word in lower case; null leaves it out */
  | { kind: "words"; words: Record<string, number | null> };

export type ScoreOf = { score: number } | { problem: "notANumber" | "outsideScale" | "unknownWord" | "notPlaced" } | null;

/** Words that other diaries use, on the scale of this one: none 0, mild 1-3, moderate 4-6, severe 7-10. */
export const KNOWN_WORDS: Record<string, number> = {
  none: 0, mild: 3, moderate: 5, severe: 8, unbearable: 10, extreme: 10,
  rad: 0, good: 3, meh: 5, bad: 8, awful: 10,
};

/** The number of a cell, with a point or a comma; null when it is none. Never guessed from other text. */
export function readNumber(cell: string): number | null {
  const text = cell.trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

/**
 * The score of a cell. Null for an empty cell: unknown, never 0. A word that was given no place is a problem, so that it is not left out
 * silently; and so is a value beyond the ends of the scale, it is not pressed into it. A half is rounded to the worse score.
 */
export function toScore(cell: string, scale: Scale): ScoreOf {
  const text = cell.trim();
  if (text === "") return null;
  if (scale.kind === "words") {
    const score = scale.words[text.toLowerCase()];
    return score === undefined ? { problem: "unknownWord" } : score === null ? { problem: "notPlaced" } : { score };
  }
  const value = readNumber(text);
  if (value === null) return { problem: "notANumber" };
  const share = (value - scale.best) / (scale.worst - scale.best);
  if (!(share >= 0 && share <= 1)) return { problem: "outsideScale" };
  return { score: roundToWorse(share * 10) };
}

/** The median of scores as a whole number, a half rounded to the worse score. @throws RangeError for none */
export function wholeMedian(scores: readonly number[]): number {
  if (scores.length === 0) throw new RangeError("There is no median of nothing");
  const sorted = [...scores].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : roundToWorse((sorted[middle - 1]! + sorted[middle]!) / 2);
}

/** The small number keeps 6.4999999 of a division from hiding the half that it is. */
const roundToWorse = (value: number) => Math.floor(value + 0.5 + 1e-9);
