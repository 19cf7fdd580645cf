"use client";

import { useId, useRef, useState } from "react";
import { callAccount } from "@/components/account/call-account";
import type { Messages } from "@/lib/i18n/messages";

type EndSessionsProps = {
  path: string;
  label: string;
  /** names which one, where several buttons look alike */
  fullLabel?: string;
  busy: string;
  words: { title: string; text: string; yes: string; no: string };
  problems: Messages["sessions"]["problems"];
  onBegin: () => void;
  onDone: () => void;
};

/** Ends one session, or all others, after one question. The server refuses them from its answer on, so nothing is said before it. */
export function EndSessions({ path, label, fullLabel, busy, words, problems, onBegin, onDone }: EndSessionsProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const ask = () => {
    onBegin();
    setProblem("");
    dialog.current?.showModal();
  };
  const end = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const { kind } = await callAccount("DELETE", path);
    setBusy(false);
    if (kind === "leaving") return;
    if (kind !== "ok") return setProblem(problems[kind === "conflict" ? "server" : kind]);
    dialog.current?.close();
    onDone();
  };
  return (
    <>
      <button type="button" className="btn line wide mt-3.5" aria-label={fullLabel} aria-haspopup="dialog" onClick={ask}>{label}</button>
      <dialog ref={dialog} className="card m-auto w-[min(30rem,92vw)] p-5 text-ink backdrop:bg-black/50" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`} className="wrap-anywhere">{words.title}</h2>
        <p id={`${id}-text`} className="mt-2">{words.text}</p>
        <p role="alert" className={problem ? "note urgent mt-3" : ""}>{problem}</p>
        <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-2.5">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>{words.no}</button>
          <button type="button" className="btn line border-emergency-ink text-emergency-ink" aria-disabled={isBusy} onClick={() => void end()}>{isBusy ? busy : words.yes}</button>
        </div>
      </dialog>
    </>
  );
}
