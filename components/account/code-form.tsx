"use client";

import { useId, type FormEvent, type ReactNode } from "react";
import { CodeField, digitsOf } from "@/components/account/step-fields";
import type { Step } from "@/components/account/use-step";

export type CodeWords = { /** without one the page has its heading already */ title?: string; lead: string; code: string; button: string; busy: string; missing: string };

type CodeFormProps = {
  step: Step;
  words: CodeWords;
  /** six digits, or letters and digits as they stand on paper */
  kind: "digits" | "letters";
  name: string;
  code: string;
  setCode: (code: string) => void;
  /** returns what is wrong, or null when the page moves on */
  onGo: (code: string) => Promise<string | null>;
  /** said below the field when something was done */
  said?: string;
  /** other ways on */
  children?: ReactNode;
};

/** One code, one button. What was typed stays when it was wrong. */
export function CodeForm({ step, words, kind, name, code, setCode, onGo, said = "", children }: CodeFormProps) {
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const typed = kind === "digits" ? digitsOf(code) : code.trim();
    if (!typed) return step.refuse(words.missing);
    void step.run(() => onGo(typed));
  };
  return (
    // POST: sent before the scripts are up, a code must not land in the page's URL.
    <form method="post" onSubmit={send} noValidate>
      {words.title && <h1>{words.title}</h1>}
      <p id={`${id}-lead`} className="mt-1.5 mb-5 text-ink-2 wrap-anywhere">{words.lead}</p>
      <CodeField step={step} kind={kind} name={name} label={words.code} value={code} onChange={setCode} describedBy={`${id}-lead`}>
        <p role="status" className="mt-2 text-ink-2 empty:hidden">{said}</p>
      </CodeField>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={step.isBusy}>{step.isBusy ? words.busy : words.button}</button>
      {children}
    </form>
  );
}
