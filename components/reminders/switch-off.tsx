"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { ask } from "@/components/account/ask";
import type { Messages } from "@/lib/i18n/messages";

/**
 * Switches reminders off with the link of a mail: its token stands behind "#", which no server sees. Nothing happens before the button is
 * pressed, so that mail programs, which open links by themselves, change nothing.
 */
export function SwitchOff({ texts }: { texts: Messages["reminders"]["switchOff"] }) {
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const given = location.hash.slice(1);
    if (!given) return;
    history.replaceState(history.state, "", location.pathname); // the token stays in no history
    queueMicrotask(() => setToken(given));
  }, []);
  useEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  const switchOff = async () => {
    if (isBusy) return;
    if (!token) return setProblem(texts.unknown);
    setBusy(true);
    setProblem("");
    const answer = await ask<{ kind: "off" | "unknown" }>("/api/reminders-off", { token });
    setBusy(false);
    if (answer.kind === "off") return setDone(true);
    setProblem(answer.kind === "unknown" || answer.kind === "invalid" ? texts.unknown : texts.problems[answer.kind]);
  };
  return isDone ? (
    <>
      <h1 ref={heading} tabIndex={-1}>{texts.doneTitle}</h1>
      <p className="mt-2 mb-6">{texts.done}</p>
      <Link className="btn primary wide" href="/today">{texts.open}</Link>
    </>
  ) : (
    <>
      <h1>{texts.title}</h1>
      <p className="mt-2">{texts.text}</p>
      <p role="alert" className="mt-3 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <button type="button" className="btn primary wide mt-5" aria-disabled={isBusy} onClick={() => void switchOff()}>{isBusy ? texts.busy : texts.button}</button>
      <Link className="btn text wide mt-2.5" href="/more/reminders">{texts.toReminders}</Link>
    </>
  );
}
