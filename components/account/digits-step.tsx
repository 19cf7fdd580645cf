"use client";

import { useId, useRef, useState, type FormEvent } from "react";
import { confirmTotp } from "@/components/account/second-step-api";
import { StepHead } from "@/components/account/step-head";
import { readTotpCode } from "@/lib/domain/account/totp";
import type { Messages } from "@/lib/i18n/messages";

type DigitsStepProps = { texts: Messages["secondStep"]; place: string; onDone: () => void; onBack: () => void; onExpired: () => void };

/** The first code from the app: it shows that the key has arrived there. */
export function DigitsStep({ texts, place, onDone, onBack, onExpired }: DigitsStepProps) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const refusals = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const refuse = (text: string) => {
    setProblem(text);
    input.current?.focus();
    input.current?.select();
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const digits = readTotpCode(code);
    if (!digits) return refuse(texts.problems.codeMissing);
    setBusy(true);
    setProblem("");
    const answer = await confirmTotp(digits);
    setBusy(false);
    if (answer.kind === "leaving") return;
    if (answer.kind !== "ok") return refuse(answer.kind === "conflict" ? texts.problems.alreadyOn : texts.problems[answer.kind]);
    if (answer.value.kind === "done") return onDone();
    if (answer.value.kind === "expired") return onExpired();
    refusals.current += 1;
    refuse(refusals.current === 1 ? texts.problems.refused : texts.problems.refusedAgain);
  };

  return (
    // POST: sent before the scripts are up, a code must not land in the page's URL.
    <form method="post" onSubmit={(event) => void check(event)} noValidate>
      <StepHead title={texts.type.title} lead={texts.type.lead} place={place} />
      <div className="field">
        <label htmlFor={id}>{texts.type.label}</label>
        <input ref={input} id={id} className="input num min-h-15 text-xl font-semibold tracking-[0.3em]" type="text" name="code" inputMode="numeric"
          autoComplete="one-time-code" maxLength={12} required value={code} onChange={(event) => setCode(event.target.value)}
          aria-invalid={problem !== ""} aria-describedby={`${id}-problem`} />
        <p id={`${id}-problem`} role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      </div>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.type.busy : texts.type.go}</button>
      <button type="button" className="btn text wide mt-1" onClick={onBack}>{texts.type.again}</button>
    </form>
  );
}
