"use client";

import { useState } from "react";
import type { SaveOutcome } from "@/components/setup/save";
import type { SetUpTexts } from "@/components/setup/section-props";
import { fill } from "@/lib/i18n/fill";

export type ProblemState = {
  /** by field, in words */
  fields: Record<string, string>;
  /** not about a field: no signal, session ended, the server */
  whole: string;
  isSignedOut: boolean;
};

const NONE: ProblemState = { fields: {}, whole: "", isSignedOut: false };

/** What is wrong with a form, in words: from our own look at it or from the server's answer. */
export function useProblems(texts: SetUpTexts) {
  const [state, setState] = useState<ProblemState>(NONE);
  const word = (key: string, values: Record<string, string>) =>
    fill((texts.problems as Record<string, string>)[key] ?? texts.problems["field.invalid"], values);
  const show = (fields: Record<string, string>, values: Record<string, string> = {}) =>
    setState({ ...NONE, fields: Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, word(key, values)])) });
  return {
    ...state,
    clear: () => setState(NONE),
    show,
    showOutcome: (outcome: Exclude<SaveOutcome, { kind: "saved" }>) => {
      if (outcome.kind === "invalid") show(outcome.fields);
      else setState({ ...NONE, whole: texts.problems[outcome.kind], isSignedOut: outcome.kind === "signedOut" });
    },
    state,
  };
}
