"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { checkCode, finishSignIn, requestCode } from "@/components/account/sign-in-api";
import { TRIES, wordRefusal } from "@/components/account/word-refusal";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

const RESEND_AFTER_SECONDS = 30;

type CodeStepProps = {
  texts: Messages["signIn"];
  email: string;
  mailboxHref: string | null;
  onSignedIn: () => void;
  onOtherEmail: () => void;
};

export function CodeStep({ texts, email, mailboxHref, onSignedIn, onOtherEmail }: CodeStepProps) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { secondsLeft, restart } = useCountdown(RESEND_AFTER_SECONDS);
  const tries = useRef({ left: TRIES, sentAt: 0 });
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    tries.current.sentAt = Date.now();
    input.current?.focus();
  }, []);

  const refuse = (text: string) => {
    setProblem(text);
    input.current?.focus();
    input.current?.select();
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const digits = code.replace(/\D/g, "");
    if (digits.length !== 6) return refuse(texts.problems.codeMissing);
    setBusy(true);
    setProblem("");
    setSaid("");
    const step = await checkCode(digits);
    const outcome = step.kind === "done" ? await finishSignIn() : step;
    if (outcome.kind === "signedIn") return onSignedIn();
    setBusy(false);
    if (outcome.kind === "expired" || outcome.kind === "second-step") return refuse(texts.problems.codeExpired);
    if (outcome.kind !== "refused") return refuse(texts.problems[outcome.kind]);
    tries.current.left = (step.kind === "refused" ? step.triesLeft : undefined) ?? tries.current.left - 1;
    refuse(wordRefusal({ triesLeft: tries.current.left, ageMs: Date.now() - tries.current.sentAt }, texts.problems));
  };
  const resend = async () => {
    if (secondsLeft > 0 || isBusy) return;
    setProblem("");
    const outcome = await requestCode(email);
    if (outcome.kind !== "sent") return refuse(texts.problems[outcome.kind]);
    restart();
    tries.current = { left: TRIES, sentAt: Date.now() };
    setCode("");
    setSaid(texts.resent);
    input.current?.focus();
  };

  return (
    <form method="post" onSubmit={(event) => void check(event)} noValidate>
      <h1>{texts.codeTitle}</h1>
      <p id={`${id}-hint`} className="mt-1.5 mb-5 text-ink-2 wrap-anywhere">{fill(texts.codeHint, { email })}</p>
      <div className="field">
        <label htmlFor={id}>{texts.code}</label>
        <input ref={input} id={id} className="input num min-h-15 text-xl font-semibold tracking-[0.3em]" type="text" name="code" inputMode="numeric"
          autoComplete="one-time-code" maxLength={12} required value={code} onChange={(event) => setCode(event.target.value)}
          aria-invalid={problem !== ""} aria-describedby={`${id}-problem ${id}-hint`} />
        <p id={`${id}-problem`} role="alert" className="mt-2 font-semibold text-emergency-ink empty:hidden">{problem}</p>
        <p role="status" className="mt-2 text-ink-2 empty:hidden">{said}</p>
      </div>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.checking : texts.check}</button>
      {mailboxHref && (
        <p className="note ok mt-4 text-sm">
          {texts.mailboxHint}{" "}
          <a className="inline-flex min-h-12 items-center gap-2 font-semibold text-ok-ink underline" href={mailboxHref} target="_blank" rel="opener">
            <Icon name="mail" size={20} /><span>{texts.mailbox} <span className="vh">{texts.opens}</span></span>
          </a>
        </p>
      )}
      <div className="mt-3 grid gap-1">
        <button type="button" className="btn text wide num" aria-disabled={secondsLeft > 0} onClick={() => void resend()}>
          {secondsLeft > 0 ? fill(texts.resendIn, { seconds: secondsLeft }) : texts.resend}
        </button>
        <button type="button" className="btn text wide" onClick={onOtherEmail}>{texts.otherEmail}</button>
      </div>
    </form>
  );
}

/** Whole seconds left of `from`, by the clock: a phone that slept has waited too. It holds nothing back but a button. */
function useCountdown(from: number) {
  const [secondsLeft, setSecondsLeft] = useState(from);
  const startedAt = useRef(0);
  useEffect(() => {
    startedAt.current = Date.now();
    const timer = setInterval(() => setSecondsLeft(Math.max(0, from - Math.floor((Date.now() - startedAt.current) / 1000))), 1000);
    return () => clearInterval(timer);
  }, [from]);
  const restart = () => {
    startedAt.current = Date.now();
    setSecondsLeft(from);
  };
  return { secondsLeft, restart };
}
