import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Scores } from "@/lib/domain/check-in/check-in";

/** What two versions of an entry are compared by. */
export type Version = {
  /** ISO */
  recordedAt: string;
  scores: Scores;
  answers: object;
  trackers: object;
  note: string | null;
  isRemoved: boolean;
};

export type Difference = ScoreName | "time" | "answers" | "trackers" | "note" | "removed";

/** In what two versions differ, in the order of the page. An unanswered question differs from every answer. Empty when they say the same. */
export function differencesOf(one: Version, other: Version): Difference[] {
  const differ: [Difference, boolean][] = [
    ["removed", one.isRemoved !== other.isRemoved],
    ["time", Date.parse(one.recordedAt) !== Date.parse(other.recordedAt)],
    ...SCORE_NAMES.map((name): [Difference, boolean] => [name, one.scores[name] !== other.scores[name]]),
    ["trackers", inOrder(one.trackers) !== inOrder(other.trackers)],
    ["answers", inOrder(one.answers) !== inOrder(other.answers)],
    ["note", (one.note ?? "") !== (other.note ?? "")],
  ];
  return differ.filter(([, isSo]) => isSo).map(([name]) => name);
}

/** The same text for the same content, whatever order its keys came in. */
const inOrder = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) =>
  typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b))) : part);
