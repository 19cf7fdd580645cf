"use client";

import { useId, useRef, useState } from "react";
import { removePasskey, type ListedPasskey } from "@/components/account/passkey-api";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type RemovePasskeyProps = {
  texts: Messages["passkeys"];
  passkey: ListedPasskey;
  /** what it means that the last one goes; null when there are others */
  afterLast: string | null;
  confirmHref: string | null;
  onBegin: () => void;
  onDone: (said: string) => void;
};

/** Removes a device after one question that names it and says what follows. */
export function RemovePasskey({ texts, passkey: { id: passkeyId, name }, afterLast, confirmHref, onBegin, onDone }: RemovePasskeyProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { item, remove: words } = texts;

  const ask = () => {
    if (confirmHref) return location.assign(confirmHref);
    onBegin();
    setProblem("");
    dialog.current?.showModal();
  };
  const remove = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const { kind } = await removePasskey(passkeyId);
    setBusy(false);
    if (kind === "leaving") return;
    if (kind !== "done") return setProblem(texts.problems.change[kind]);
    dialog.current?.close();
    onDone(item.removed);
  };
  return (
    <>
      <button type="button" className="btn line" aria-label={fill(item.removeNamed, { name })} aria-haspopup="dialog" onClick={ask}>{item.remove}</button>
      <dialog ref={dialog} className="card m-auto w-[min(30rem,92vw)] p-5 text-ink backdrop:bg-black/50" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`} className="wrap-anywhere">{fill(words.title, { name })}</h2>
        <p id={`${id}-text`} className="mt-2">{words.text}{afterLast && ` ${afterLast}`}</p>
        <p role="alert" className={problem ? "note urgent mt-3" : ""}>{problem}</p>
        <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-2.5">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>{words.no}</button>
          <button type="button" className="btn line border-emergency-ink text-emergency-ink" aria-disabled={isBusy} onClick={() => void remove()}>{isBusy ? words.busy : words.yes}</button>
        </div>
      </dialog>
    </>
  );
}
