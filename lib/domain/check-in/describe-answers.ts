import { readAnswer, type AnswerValue } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import type { Question } from "@/lib/domain/check-in/vocabulary";

/** Where a text stands below the texts of the check-in. A path and not a dotted key: the names of questions hold dots themselves. */
export type TextPath = readonly string[];

export type DescribedAnswer =
  /** shown and skipped: asked, not answered */
  | { kind: "skipped" }
  /** asked, and nothing of it: an empty list */
  | { kind: "nothing" }
  /** weak somewhere, but the person did not say where */
  | { kind: "unnamed-area" }
  | { kind: "chosen"; texts: TextPath[] }
  | { kind: "number"; unit: NumberUnit; value: number };

export type NumberUnit = "celsius" | "seconds" | "falls";

export type DescribedQuestion = {
  id: Question;
  question: TextPath;
  /** what "When did this start?" is about */
  about?: TextPath;
  answer: DescribedAnswer;
};

/** The safety question first, then topic by topic, each with when it began. */
export const READING_ORDER = [
  "signs", "onset.signs",
  "vision.eyes", "vision.loss", "vision.eyePain", "vision.doubleVision", "onset.vision",
  "numbness.areas", "onset.numbness",
  "weakness.severity", "weakness.areas", "onset.weakness",
  "walking.ability", "walking.falls", "walking.timed25FootSeconds", "onset.walking",
  "bladder", "bowel", "temperatureC", "infection", "onset.fatigue", "triggers",
] as const satisfies readonly Question[];

const UNITS: Partial<Record<Question, NumberUnit>> = {
  temperatureC: "celsius", "walking.timed25FootSeconds": "seconds", "walking.falls": "falls",
};

/**
 * What a check-in says beside its scores, as keys of the texts the person saw. Answered and skipped questions have a line; a
 * question that was not asked has none, so that the three never look alike.
 */
export function describeAnswers(answers: Answers): DescribedQuestion[] {
  return READING_ORDER.flatMap((id) => {
    const value = readAnswer(answers, id);
    if (value !== undefined) return [{ id, ...wordQuestion(id), answer: describeValue(id, value) }];
    return answers.skipped?.includes(id) ? [{ id, ...wordQuestion(id), answer: { kind: "skipped" } as const }] : [];
  });
}

/** False when the safety question was neither answered nor skipped: then nothing is known of danger signs. */
export function wasAskedForSigns({ signs, skipped }: Answers): boolean {
  return signs !== undefined || (skipped ?? []).includes("signs");
}

function wordQuestion(id: Question): { question: TextPath; about?: TextPath } {
  const about = onsetKeyOf(id);
  return about ? { question: ["questions", "onset"], about: ["onsetOf", about] } : { question: ["questions", id] };
}

function describeValue(id: Question, value: AnswerValue): DescribedAnswer {
  const unit = UNITS[id];
  if (unit && typeof value === "number") return { kind: "number", unit, value };
  if (typeof value !== "object") return { kind: "chosen", texts: [[...listOf(id), String(value)]] };
  if (value.length === 0) return { kind: id === "weakness.areas" ? "unnamed-area" : "nothing" };
  return { kind: "chosen", texts: value.map((item) => [...listOf(id), item]) };
}

/** The list of texts that words the values of a question. */
function listOf(id: Question): TextPath {
  if (id === "signs") return ["signs"];
  if (id === "numbness.areas" || id === "weakness.areas") return ["answers", "areas"];
  return ["answers", onsetKeyOf(id) ? "onset" : id];
}

const onsetKeyOf = (id: Question) => (id.startsWith("onset.") ? id.slice("onset.".length) : undefined);
