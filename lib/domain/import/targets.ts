import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { TRACKERS, type TrackerName } from "@/lib/domain/check-in/trackers";

/** What a column or a symptom of another diary can become: one of the four, or an optional tracker. */
export const TARGETS = [...SCORE_NAMES, ...TRACKERS] as const;
export type Target = ScoreName | TrackerName;

export const isScore = (target: Target): target is ScoreName => (SCORE_NAMES as readonly string[]).includes(target);

/** Words in a name that tell what it is, the first that fits counts. Only a proposal: the person sees it and can change it. */
const WORDS: readonly (readonly [Target, RegExp])[] = [
  ["fatigue", /fatigue|tired|exhaust|energy|lassitude/],
  ["numbness", /numb|tingl|pins and needles|paraesthe|paresthe|sensation/],
  ["vision", /vision|eyesight|blurr|optic|double sight|\bsight\b/],
  ["walking", /walk|gait|balance|mobility|foot drop/],
  ["spasms", /spasm|spastic|cramp/],
  ["bladder", /bladder|urin|incontinen/],
  ["thinking", /brain ?fog|cogni|thinking|memory|concentrat/],
  ["heat", /heat|uhthoff/],
  ["mood", /mood|depress|anxi/],
  ["pain", /pain|ache|neuralgia/],
];

/** What a name most likely stands for; null when nothing fits. */
export function guessTarget(name: string): Target | null {
  const lower = name.toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}
