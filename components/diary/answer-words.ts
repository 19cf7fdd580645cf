import type { FlowTexts } from "@/components/diary/flow-props";
import { readAnswer, type AnswerValue } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import type { BodyArea } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

type Words = FlowTexts["checkIn"];
type ByValue = Record<string, string>;

/** What a person answered, as one short line: "Left eye.", "Numb: left arm and hand." Empty when it was not answered. */
export function wordAnswer(words: Words, answers: Answers, question: string): string {
  const value = readAnswer(answers, question);
  return value === undefined ? "" : wordValue(words, question, value);
}

export function wordValue(words: Words, question: string, value: AnswerValue): string {
  const said = (words.said as Record<string, string | ByValue>)[question];
  const listed = (words.answers as Record<string, ByValue>)[question.startsWith("onset.") ? "onset" : question];
  if (question.endsWith(".areas")) return fill(said as string, { value: lower(asList(value).map((area) => words.answers.areas[area as BodyArea])) });
  if (question === "signs") return asList(value).map((sign) => words.signs[sign as keyof Words["signs"]]).join(", ");
  if (Array.isArray(value)) return value.length === 0 ? words.said.nothing : value.map((each) => listed?.[each] ?? each).join(", ");
  if (typeof said === "string") return fill(said, { value: String(value) });
  return said?.[String(value)] ?? listed?.[String(value)] ?? String(value);
}

const asList = (value: AnswerValue): readonly string[] => (Array.isArray(value) ? value : [String(value)]);
const lower = (words: (string | undefined)[]) => words.map((word) => (word ? word.charAt(0).toLowerCase() + word.slice(1) : "")).join(", ");
