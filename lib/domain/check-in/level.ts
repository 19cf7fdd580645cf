export const LEVELS = ["none", "mild", "moderate", "severe"] as const;
export type Level = (typeof LEVELS)[number];

/** The word of a score: none 0, mild 1 to 3, moderate 4 to 6, severe 7 to 10. Source: the design's score slider. */
export function levelOf(score: number): Level {
  if (score <= 0) return "none";
  if (score <= 3) return "mild";
  return score <= 6 ? "moderate" : "severe";
}
