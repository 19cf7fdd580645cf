import type { Answers } from "@/lib/domain/check-in/check-in";
import type { Question } from "@/lib/domain/check-in/vocabulary";

export type AnswerValue = string | number | boolean | readonly string[];

/** The answer to a question; undefined when it was not answered. */
export function readAnswer(answers: Answers, question: string): AnswerValue | undefined {
  const [part, key] = question.split(".") as [string, string | undefined];
  const value = (answers as Record<string, unknown>)[part];
  return (key === undefined ? value : (value as Record<string, unknown> | undefined)?.[key]) as AnswerValue | undefined;
}

/** Writes an answer, or takes it back when `value` is undefined. An answered question is no longer a skipped one. */
export function writeAnswer(answers: Answers, question: Question, value: AnswerValue | undefined): Answers {
  const [part, key] = question.split(".") as [string, string | undefined];
  const { [part]: before, ...others } = answers as Record<string, unknown>;
  const next = key === undefined ? value : withKey(before as Record<string, unknown> | undefined, key, value);
  const written = (next === undefined ? others : { ...others, [part]: next }) as Answers;
  return withSkipped(written, (written.skipped ?? []).filter((skipped) => skipped !== question));
}

/** Marks a question as shown and skipped: asked, not answered. An answer given before is taken back. */
export function skipQuestion(answers: Answers, question: Question): Answers {
  const without = writeAnswer(answers, question, undefined);
  return withSkipped(without, [...(without.skipped ?? []), question]);
}

/** True when a question needs no asking any more: it was answered or skipped. */
export function isSettled(answers: Answers, question: Question): boolean {
  return readAnswer(answers, question) !== undefined || (answers.skipped ?? []).includes(question);
}

function withKey(before: Record<string, unknown> | undefined, key: string, value: AnswerValue | undefined) {
  const { [key]: _taken, ...others } = before ?? {};
  const next = value === undefined ? others : { ...others, [key]: value };
  return Object.keys(next).length === 0 ? undefined : next;
}

function withSkipped(answers: Answers, skipped: Question[]): Answers {
  const { skipped: _before, ...others } = answers;
  return skipped.length === 0 ? others : { ...others, skipped };
}
