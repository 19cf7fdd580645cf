"use client";

import { useId, useRef, useState } from "react";

export type Outcome = "done" | "leaving" | { problem: string };

type ConfirmDialogProps = {
  label: string;
  /** names which one, where several buttons look alike */
  fullLabel?: string;
  /** where the button that asks stands */
  className?: string;
  /** the button that asks: with an edge, or as a link where many stand below each other */
  look?: "line" | "text";
  words: { title: string; text: string; yes: string; busy: string; no: string };
  /** before the question; false when it is not to be asked */
  onAsk?: () => boolean | void;
  onYes: () => Promise<Outcome>;
  /** after the dialog closed, so that the focus can go where it belongs */
  onDone: () => void;
};

/** A button that acts after one question. What went wrong stands in the dialog, which stays open. */
export function ConfirmDialog({ label, fullLabel, className = "", look = "line", words, onAsk, onYes, onDone }: ConfirmDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const ask = () => {
    if (onAsk?.() === false) return;
    setProblem("");
    dialog.current?.showModal();
  };
  const act = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const outcome = await onYes();
    setBusy(false);
    if (outcome === "leaving") return;
    if (outcome !== "done") return setProblem(outcome.problem);
    dialog.current?.close();
    onDone();
  };
  return (
    <>
      <button type="button" className={`btn ${look} ${className}`} aria-label={fullLabel} aria-haspopup="dialog" onClick={ask}>{label}</button>
      <dialog ref={dialog} className="card m-auto w-[min(30rem,92vw)] p-5 text-ink backdrop:bg-black/50" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`} className="wrap-anywhere">{words.title}</h2>
        <p id={`${id}-text`} className="mt-2">{words.text}</p>
        <p role="alert" className={problem ? "note urgent mt-3" : ""}>{problem}</p>
        <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-2.5">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>{words.no}</button>
          <button type="button" className="btn line" aria-disabled={isBusy} onClick={() => void act()}>{isBusy ? words.busy : words.yes}</button>
        </div>
      </dialog>
    </>
  );
}
