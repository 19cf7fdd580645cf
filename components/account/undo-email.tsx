"use client";

import Link from "next/link";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { undoChange } from "@/components/account/email-api";
import { Field, fieldProps } from "@/components/ui/field";
import { readTypedCode, showTypedCode } from "@/lib/domain/account/typed-code";
import type { Messages } from "@/lib/i18n/messages";

type Texts = Messages["emailChange"]["undo"];

/**
 * Puts an old address back with the code of a mail: from the part of the link behind "#", which no server sees, or typed by hand.
 * Nothing happens before the button is pressed, so that opening a link, which mail programs do by themselves, changes nothing.
 */
export function UndoEmail({ texts }: { texts: Texts }) {
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<"undone" | "undone-before" | "expired" | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const fromLink = readTypedCode(location.hash.slice(1));
    if (!fromLink) return;
    history.replaceState(history.state, "", location.pathname); // the code stays in no history
    queueMicrotask(() => setCode(showTypedCode(fromLink)));
  }, []);
  const refuse = (text: string) => {
    setError(text);
    input.current?.focus();
  };
  const undo = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!code.trim()) return refuse(texts.problems.codeMissing);
    const typed = readTypedCode(code);
    if (!typed) return refuse(texts.problems.badCode);
    setBusy(true);
    setError(undefined);
    const undone = await undoChange(typed);
    setBusy(false);
    const { problems } = texts;
    if (undone.kind !== "ok") return refuse(undone.kind === "tooMany" || undone.kind === "offline" ? problems[undone.kind] : problems.server);
    if (undone.value.kind === "unknown") return refuse(problems.unknown);
    setOutcome(undone.value.kind);
  };
  if (outcome === "expired") {
    return (
      <Outcome title={texts.expiredTitle}>
        <p className="mt-2">{texts.expired}</p>
        <Link className="btn primary wide mt-6" href="/imprint">{texts.imprint}</Link>
        <Link className="btn line wide mt-2.5" href="/someone-else">{texts.someoneElse}</Link>
      </Outcome>
    );
  }
  if (outcome) {
    return (
      <Outcome title={outcome === "undone" ? texts.doneTitle : texts.beforeTitle}>
        <p className="mt-2">{outcome === "undone" ? texts.done : texts.beforeText}</p>
        <h2 className="mt-5">{texts.nextTitle}</h2>
        <ol className="mt-2 grid list-decimal gap-1.5 ps-6">{texts.next.map((line) => <li key={line}>{line}</li>)}</ol>
        <Link className="btn primary wide mt-6" href="/sign-in?returnTo=%2Fmore%2Faccount">{texts.signIn}</Link>
        <Link className="btn line wide mt-2.5" href="/someone-else">{texts.someoneElse}</Link>
      </Outcome>
    );
  }
  return (
    <form method="post" onSubmit={(event) => void undo(event)} noValidate>
      <h1>{texts.title}</h1>
      <p className="mt-1.5">{texts.lead}</p>
      <ul className="mt-3 mb-5 grid list-disc gap-1.5 ps-6">{texts.does.map((line) => <li key={line}>{line}</li>)}</ul>
      <Field id="undo-code" label={texts.code} hint={texts.codeHint} error={error}>
        <input ref={input} {...fieldProps("undo-code", { hint: texts.codeHint, error })} className="input num min-h-15 font-semibold" type="text" name="code"
          autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} required value={code} onChange={(event) => setCode(event.target.value)} />
      </Field>
      <button type="submit" className="btn primary wide mt-3.5" aria-disabled={isBusy}>{isBusy ? texts.busy : texts.button}</button>
      <noscript><p className="note info mt-3">{texts.noScript}</p></noscript>
    </form>
  );
}

/** What happened, in place of the form; its title takes the focus. */
function Outcome({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <section><h1 ref={heading} tabIndex={-1}>{title}</h1>{children}</section>;
}
