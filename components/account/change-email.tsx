"use client";

import Link from "next/link";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { askToChange, changeEmail, type Changed } from "@/components/account/email-api";
import { MailboxHint } from "@/components/account/mailbox-hint";
import { looksLikeEmail } from "@/components/account/step-fields";
import { Field, fieldProps } from "@/components/ui/field";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type Texts = Messages["emailChange"];
type ChangeEmailProps = {
  texts: Texts;
  /** the address of the account now */
  email: string;
  /** where the message can be read when no mail is sent; null when mail is sent */
  mailboxHref: string | null;
};

/** New address, then the code that was mailed to it, then what happened: one page, three steps. What was typed is kept on the way back. */
export function ChangeEmail({ texts, email, mailboxHref }: ChangeEmailProps) {
  const [newEmail, setNewEmail] = useState("");
  const [step, setStep] = useState<"email" | "code" | "done">("email");
  switch (step) {
    case "email": return <NewEmailStep texts={texts} email={email} newEmail={newEmail} setNewEmail={setNewEmail} onSent={() => setStep("code")} />;
    case "code": return <NewEmailCode texts={texts} newEmail={newEmail} mailboxHref={mailboxHref} onAgain={() => setStep("email")} onDone={() => setStep("done")} />;
    case "done": return <EmailChanged texts={texts} newEmail={newEmail} />;
  }
}

type StepProps = { texts: Texts; newEmail: string };

function NewEmailStep({ texts, email, newEmail, setNewEmail, onSent }: StepProps & { email: string; setNewEmail: (email: string) => void; onSent: () => void }) {
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const refuse = (text: string) => {
    setError(text);
    input.current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const address = newEmail.trim();
    if (!address) return refuse(texts.problems.emailMissing);
    if (!looksLikeEmail(address)) return refuse(texts.problems.badEmail);
    if (address.toLowerCase() === email) return refuse(texts.problems.sameEmail);
    setBusy(true);
    setError(undefined);
    const asked = await askToChange(address);
    setBusy(false);
    setNewEmail(address);
    if (asked.kind === "ok") return onSent();
    if (asked.kind === "leaving") return;
    const { problems } = texts;
    if (asked.fields?.email) return refuse(asked.fields.email === "email.same" ? problems.sameEmail : problems.badEmail);
    refuse(asked.kind === "conflict" ? problems.server : problems[asked.kind]);
  };
  return (
    // POST: sent before the scripts are up, an address must not land in the page's URL.
    <form method="post" onSubmit={(event) => void send(event)} noValidate>
      <p className="mb-4 wrap-anywhere">{fill(texts.now, { email })}</p>
      <Field id="new-email" label={texts.newEmail} error={error}>
        <input ref={input} {...fieldProps("new-email", { error })} className="input min-h-15" type="email" name="email" autoComplete="email" inputMode="email"
          autoCapitalize="none" spellCheck={false} maxLength={254} required value={newEmail} onChange={(event) => setNewEmail(event.target.value)} />
      </Field>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.sending : texts.send}</button>
      <div className="note info mt-6">
        <h2>{texts.beforeTitle}</h2>
        <ul className="mt-1.5 grid list-disc gap-1.5 ps-5">{texts.before.map((line) => <li key={line}>{line}</li>)}</ul>
        <Link className="mt-1.5 inline-flex min-h-12 items-center font-semibold underline" href="/someone-else">{texts.othersRead}</Link>
      </div>
    </form>
  );
}

function NewEmailCode({ texts, newEmail, mailboxHref, onAgain, onDone }: StepProps & { mailboxHref: string | null; onAgain: () => void; onDone: () => void }) {
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const refuse = (text: string) => {
    setError(text);
    input.current?.focus();
    input.current?.select();
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const digits = code.replace(/\D/g, "");
    if (digits.length !== 6) return refuse(texts.problems.codeMissing);
    setBusy(true);
    setError(undefined);
    const changed = await changeEmail(digits);
    setBusy(false);
    if (changed.kind === "leaving") return;
    if (changed.kind !== "ok") return refuse(changed.kind === "conflict" ? texts.problems.server : texts.problems[changed.kind]);
    if (changed.value.kind === "done") return onDone();
    refuse(wordRefused(changed.value, texts));
  };
  return (
    <form method="post" onSubmit={(event) => void check(event)} noValidate>
      <h2>{texts.codeTitle}</h2>
      <p id="code-hint" className="mt-1.5 mb-4 text-ink-2 wrap-anywhere">{fill(texts.codeHint, { email: newEmail })}</p>
      <Field id="code" label={texts.code} error={error}>
        <input ref={input} {...fieldProps("code", { hint: texts.codeHint, error })} className="input num min-h-15 text-xl font-semibold tracking-[0.3em]" type="text" name="code"
          inputMode="numeric" autoComplete="one-time-code" maxLength={12} required value={code} onChange={(event) => setCode(event.target.value)} />
      </Field>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.changing : texts.change}</button>
      {mailboxHref && <MailboxHint texts={texts} href={mailboxHref} />}
      <button type="button" className="btn text wide mt-3" onClick={onAgain}>{texts.again}</button>
    </form>
  );
}

function wordRefused(changed: Exclude<Changed, { kind: "done" }>, { problems }: Texts): string {
  if (changed.kind !== "refused") return problems[changed.kind];
  if (changed.triesLeft <= 0) return problems.noTriesLeft;
  return changed.triesLeft === 1 ? problems.wrongCodeOneLeft : fill(problems.wrongCode, { count: changed.triesLeft });
}

function EmailChanged({ texts, newEmail }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="note ok">
        <h2 ref={heading} tabIndex={-1}>{texts.doneTitle}</h2>
        <p className="mt-1.5 wrap-anywhere">{fill(texts.done, { email: newEmail })}</p>
        <p className="mt-1.5">{texts.doneOthers}</p>
      </div>
      <Link className="btn primary wide mt-5" href="/more/account">{texts.back}</Link>
    </>
  );
}
