"use client";

import { useId, type FormEvent, type ReactNode } from "react";
import { EmailField, looksLikeEmail } from "@/components/account/step-fields";
import { useStep } from "@/components/account/use-step";
import type { Messages } from "@/lib/i18n/messages";

type EmailStepProps = {
  texts: Messages["signIn"];
  words: { title: string; lead: string; button: string };
  email: string;
  setEmail: (email: string) => void;
  /** a step that follows another one takes the focus; the first of a page leaves it to the person */
  focusFirst: boolean;
  /** goes on with an address; returns what is wrong with it, or null */
  onGo: (email: string) => Promise<string | null>;
  /** between the field and the button */
  options?: ReactNode;
  /** below the button */
  children?: ReactNode;
};

/** Asks for the address, and for nothing else. */
export function EmailStep({ texts, words, email, setEmail, focusFirst, onGo, options, children }: EmailStepProps) {
  const step = useStep({ focusFirst });
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!address) return step.refuse(texts.problems.emailMissing);
    if (!looksLikeEmail(address)) return step.refuse(texts.problems.badEmail);
    setEmail(address);
    void step.run(() => onGo(address));
  };
  return (
    <>
      {/* POST: sent before the scripts are up, an address must not land in the page's URL. */}
      <form method="post" onSubmit={send} noValidate>
        <h1>{words.title}</h1>
        <p id={`${id}-lead`} className="mt-1.5 mb-5 text-ink-2">{words.lead}</p>
        <EmailField step={step} label={texts.email} value={email} onChange={setEmail} describedBy={`${id}-lead`} />
        {options}
        <button type="submit" className="btn primary wide mt-3.5" aria-disabled={step.isBusy}>{step.isBusy ? texts.sending : words.button}</button>
        <noscript><p className="note info mt-3">{texts.noScript}</p></noscript>
      </form>
      {children}
    </>
  );
}
