"use client";

import { useId, useRef, useState, type FormEvent } from "react";
import { requestCode } from "@/components/account/sign-in-api";
import { Icon } from "@/components/ui/icon";
import type { Messages } from "@/lib/i18n/messages";

type EmailStepProps = { texts: Messages["signIn"]; email: string; setEmail: (email: string) => void; onSent: () => void };

export function EmailStep({ texts, email, setEmail, onSent }: EmailStepProps) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const refuse = (text: string) => {
    setProblem(text);
    input.current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const address = email.trim();
    if (!address) return refuse(texts.problems.emailMissing);
    if (!/^\S+@\S+\.\S+$/.test(address)) return refuse(texts.problems.badEmail);
    setBusy(true);
    setProblem("");
    const outcome = await requestCode(address);
    setBusy(false);
    if (outcome.kind === "sent") {
      setEmail(address);
      onSent();
    } else refuse(texts.problems[outcome.kind]);
  };

  return (
    // POST: sent before the scripts are up, an address must not land in the page's URL.
    <form method="post" onSubmit={(event) => void send(event)} noValidate>
      <h1>{texts.title}</h1>
      <p className="mt-1.5 mb-5 text-ink-2">{texts.lead}</p>
      <div className="field">
        <label htmlFor={id}>{texts.email}</label>
        <span className="relative block">
          <Icon name="mail" className="pointer-events-none absolute start-4 top-1/2 -translate-y-1/2" />
          <input ref={input} id={id} className="input min-h-15 ps-13" type="email" name="email" autoComplete="email" inputMode="email"
            autoCapitalize="none" spellCheck={false} maxLength={254} required value={email} onChange={(event) => setEmail(event.target.value)}
            aria-invalid={problem !== ""} aria-describedby={`${id}-problem`} />
        </span>
        <p id={`${id}-problem`} role="alert" className="mt-2 font-semibold text-emergency-ink empty:hidden">{problem}</p>
      </div>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.sending : texts.sendCode}</button>
      <noscript><p className="note info mt-3">{texts.noScript}</p></noscript>
    </form>
  );
}
