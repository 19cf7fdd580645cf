"use client";

import { useId, useRef, useState } from "react";
import { removeTotp } from "@/components/account/second-step-api";
import { LinkList } from "@/components/ui/link-list";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SecondStepOnProps = { texts: Messages["secondStep"]; codesLeft: number; onOff: () => void };

/** The second step is on: what it does, the codes that stand in for the phone, and a way to turn it off after one question. */
export function SecondStepOn({ texts, codesLeft, onOff }: SecondStepOnProps) {
  const { on, problems } = texts;
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const turnOff = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await removeTotp();
    setBusy(false);
    if (answer.kind === "leaving") return;
    if (answer.kind !== "ok") return setProblem(answer.kind === "conflict" ? problems.server : problems[answer.kind]);
    dialog.current?.close();
    onOff();
  };
  const left = codesLeft === 0 ? on.noCodes : codesLeft === 1 ? on.codeLeft : fill(on.codesLeft, { count: codesLeft });
  return (
    <>
      <div className="note ok mb-4">
        <h2>{on.title}</h2>
        <p className="mt-1">{on.text}</p>
      </div>
      <LinkList items={[{ href: "/more/account/recovery-codes", icon: "list", label: on.codes, hint: left }]} />
      <p className="mt-4 text-ink-2">{on.newPhone}</p>
      <button type="button" className="btn line wide mt-4" aria-haspopup="dialog" onClick={() => { setProblem(""); dialog.current?.showModal(); }}>{on.off}</button>
      <dialog ref={dialog} className="card m-auto w-[min(30rem,92vw)] p-5 text-ink backdrop:bg-black/50" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`}>{on.offTitle}</h2>
        <p id={`${id}-text`} className="mt-2">{on.offText}</p>
        <p role="alert" className={problem ? "note urgent mt-3" : ""}>{problem}</p>
        <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>{on.offNo}</button>
          <button type="button" className="btn line border-emergency-ink text-emergency-ink" aria-disabled={isBusy} onClick={() => void turnOff()}>{isBusy ? on.offBusy : on.offYes}</button>
        </div>
      </dialog>
    </>
  );
}
