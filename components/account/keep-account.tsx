"use client";

import { useState, type ReactNode } from "react";
import { callAccount } from "@/components/account/call-account";
import type { Messages } from "@/lib/i18n/messages";

type KeepAccountProps = { texts: Messages["consent"]["leaving"]; title: string; hasDiary: boolean; children: ReactNode };

/** Coming back, with one button. What did not come back with it, the sharing, is said on the page that follows. */
export function KeepAccount({ texts, title, hasDiary, children }: KeepAccountProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const keep = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await callAccount("POST", "/api/account/keep");
    if (answer.kind === "ok") return location.assign("/kept");
    if (answer.kind === "leaving") return;
    setBusy(false);
    setProblem(answer.kind === "conflict" ? texts.problems.server : texts.problems[answer.kind]);
  };
  return (
    <>
      <h1>{title}</h1>
      {children}
      <p role="alert" className="mt-3 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <button type="button" className="btn primary wide mt-5" aria-disabled={isBusy} onClick={() => void keep()}>{isBusy ? texts.keeping : texts.keep}</button>
      <p className="mt-1.5 mb-4 text-sm text-ink-2">{hasDiary ? texts.keepText : texts.keepTextAccount}</p>
    </>
  );
}
