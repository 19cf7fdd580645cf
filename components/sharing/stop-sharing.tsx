"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { fill } from "@/lib/i18n/fill";

type StopSharingProps = {
  href: string;
  grantId: string;
  name: string;
  texts: { title: string; text: string; yes: string; busy: string; no: string; failed: string; offline: string };
  label: string;
  fullLabel: string;
};

/** Ends a grant after one question that names the person. The server refuses them from its answer on, so nothing is said before it. */
export function StopSharing({ href, grantId, name, texts, label, fullLabel }: StopSharingProps) {
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function stop() {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      const response = await fetch(href, { method: "DELETE" });
      if (response.status === 401) return router.push("/session-ended");
      if (!response.ok) throw new Error(String(response.status));
      dialog.current?.close();
      router.replace(`/share?stopped=${grantId}`);
    } catch (error) {
      setProblem(error instanceof TypeError ? texts.offline : texts.failed); // fetch throws a TypeError when nothing was reached
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <button type="button" className="btn line wide mt-3.5" aria-label={fullLabel} aria-haspopup="dialog" onClick={() => { setProblem(null); dialog.current?.showModal(); }}>{label}</button>
      <dialog ref={dialog} className="card m-auto w-[min(30rem,92vw)] p-5 text-ink backdrop:bg-black/50" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`}>{fill(texts.title, { name })}</h2>
        <p id={`${id}-text`} className="mt-2">{fill(texts.text, { name })}</p>
        <p role="alert" className={problem ? "note urgent mt-3" : ""}>{problem}</p>
        <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>{texts.no}</button>
          <button type="button" className="btn line border-emergency-ink text-emergency-ink" aria-disabled={isBusy} onClick={() => void stop()}>{isBusy ? texts.busy : texts.yes}</button>
        </div>
      </dialog>
    </>
  );
}
