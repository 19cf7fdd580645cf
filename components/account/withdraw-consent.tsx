"use client";

import Link from "next/link";
import { useState } from "react";
import { callAccount } from "@/components/account/call-account";
import type { Messages } from "@/lib/i18n/messages";

/** Takes the consent back, and then shows what can be done with the data. */
export function WithdrawConsent({ texts, backHref }: { texts: Messages["consent"]["withdraw"]; backHref: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const withdraw = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await callAccount("DELETE", "/api/account/consent");
    if (answer.kind === "ok") return location.assign("/withdrawn");
    if (answer.kind === "leaving") return;
    setBusy(false);
    setProblem(answer.kind === "conflict" ? texts.problems.server : texts.problems[answer.kind]);
  };
  return (
    <>
      <p role="alert" className="mb-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <Link className="btn primary wide" href={backHref}>{texts.no}</Link>
      <button type="button" className="btn line wide mt-2.5" aria-disabled={isBusy} onClick={() => void withdraw()}>{isBusy ? texts.busy : texts.yes}</button>
    </>
  );
}
