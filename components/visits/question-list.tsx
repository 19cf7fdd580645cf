"use client";

import { useState } from "react";
import { FieldError, fieldProps } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { MOST_QUESTIONS, moveQuestion } from "@/lib/domain/visits/visit";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type QuestionListProps = {
  id: string;
  words: Messages["visits"]["form"];
  questions: readonly string[];
  errorOf: (place: number) => string | undefined;
  onChange: (questions: string[]) => void;
};

/** Up to three questions, the most important first. They are put in order by buttons; what moved is said, and the button keeps the focus. */
export function QuestionList({ id, words, questions, errorOf, onChange }: QuestionListProps) {
  const [moved, setMoved] = useState("");
  const move = (from: number, by: -1 | 1) => {
    onChange(moveQuestion(questions, from, by));
    setMoved(fill(words.moved, { from: from + 1, to: from + 1 + by }));
    // The button of the question, at its new place; at an end the other one, since its own is not there.
    requestAnimationFrame(() => {
      const to = from + by;
      const [wanted, other] = by === -1 ? ["up", "down"] : ["down", "up"];
      (document.getElementById(`${id}-${to}-${wanted}`) ?? document.getElementById(`${id}-${to}-${other}`))?.focus();
    });
  };
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0" aria-describedby={`${id}-hint`}>
      <legend className="p-0 font-semibold">{words.questions}</legend>
      <p id={`${id}-hint`} className="mb-2 text-sm text-ink-2">{words.questionsHint}</p>
      <ol className="grid gap-4">
        {Array.from({ length: MOST_QUESTIONS }, (_, place) => {
          const field = `${id}-${place}`;
          const number = place + 1;
          const error = errorOf(place);
          return (
            <li key={place} className="field">
              <label htmlFor={field} className="text-sm">{fill(words.question, { number })}</label>
              <textarea {...fieldProps(field, { error })} className="input min-h-22" rows={2} value={questions[place] ?? ""}
                onChange={(event) => onChange(questions.map((each, at) => (at === place ? event.target.value : each)))} />
              <FieldError id={field} error={error} />
              {questions.filter((each) => each.trim()).length > 1 && (
                <div className="mt-1 flex flex-wrap gap-2">
                  {place > 0 && <button id={`${field}-up`} type="button" className="btn text" aria-label={fill(words.upLong, { number })} onClick={() => move(place, -1)}><Icon name="up" size={20} />{words.up}</button>}
                  {place < MOST_QUESTIONS - 1 && <button id={`${field}-down`} type="button" className="btn text" aria-label={fill(words.downLong, { number })} onClick={() => move(place, 1)}><Icon name="down" size={20} />{words.down}</button>}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <p role="status" className="vh">{moved}</p>
    </fieldset>
  );
}
