"use client";

import { useState } from "react";
import { callAccount } from "@/components/account/call-account";
import type { Messages } from "@/lib/i18n/messages";

type ConsentFormProps = {
  texts: Messages["consent"];
  /** of the text on the screen */
  version: string;
  /** a path of this site, already checked */
  returnTo: string;
};

/** The one button of the consent screen. A full load follows, so that every part of the page knows of it. */
export function ConsentForm({ texts, version, returnTo }: ConsentFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [isOld, setOld] = useState(false);
  const agree = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await callAccount("POST", "/api/account/consent", { version });
    if (answer.kind === "ok") return location.assign(returnTo);
    if (answer.kind === "leaving") return;
    setBusy(false);
    setOld(answer.kind === "conflict");
    setProblem(answer.kind === "conflict" ? texts.reload : texts.problems[answer.kind]);
  };
  return (
    <>
      <button type="button" className="btn primary wide" aria-disabled={isBusy} onClick={() => void agree()}>{isBusy ? texts.agreeing : texts.screen.agree}</button>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      {isOld && <button type="button" className="btn line wide mt-2" onClick={() => location.reload()}>{texts.reloadLink}</button>}
    </>
  );
}
