"use client";

import type { SetUpTexts } from "@/components/setup/section-props";
import type { ProblemState } from "@/components/setup/use-problems";
import { ErrorSummary } from "@/components/ui/error-summary";

type SaveProblemsProps = { texts: SetUpTexts; problems: { state: ProblemState }; idFor: (field: string) => string };

/** The summary on top of a form. When the session has ended, signing in happens in another tab, so that nothing typed is lost. */
export function SaveProblems({ texts, problems: { state }, idFor }: SaveProblemsProps) {
  const items = itemsOf(state, idFor);
  return (
    <ErrorSummary title={texts.problems.title} items={items}>
      {state.isSignedOut && <a className="btn line mt-2 px-4" href="/sign-in" target="_blank" rel="noopener">{texts.problems.signIn}</a>}
    </ErrorSummary>
  );
}

const kept = new WeakMap<ProblemState, { id?: string; text: string }[]>();

/** The same list for the same problems: the summary takes the focus when the list changes, not at each keystroke. */
function itemsOf(state: ProblemState, idFor: (field: string) => string) {
  let items = kept.get(state);
  if (!items) {
    items = [...(state.whole ? [{ text: state.whole }] : []), ...Object.entries(state.fields).map(([field, text]) => ({ id: idFor(field), text }))];
    kept.set(state, items);
  }
  return items;
}
