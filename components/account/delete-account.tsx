"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { callAccount } from "@/components/account/call-account";
import { Icon } from "@/components/ui/icon";
import type { Messages } from "@/lib/i18n/messages";

/** Asks for the deletion after a tick that says so; the page that follows says until when one can come back. */
export function DeleteAccount({ texts, backHref }: { texts: Messages["consent"]["delete"]; backHref: string }) {
  const [isTicked, setTicked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const remove = async () => {
    if (isBusy) return;
    if (!isTicked) {
      setProblem(texts.tickMissing);
      return box.current?.focus();
    }
    setBusy(true);
    setProblem("");
    const answer = await callAccount("DELETE", "/api/account", { confirm: "delete-everything" });
    if (answer.kind === "ok") return location.assign("/leaving");
    if (answer.kind === "leaving") return;
    setBusy(false);
    setProblem(answer.kind === "conflict" ? texts.problems.server : texts.problems[answer.kind]);
  };
  return (
    <>
      <label className="choice start relative mt-5 cursor-pointer text-start has-checked:border-primary has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--dm-focus-in)] has-focus-visible:shadow-[0_0_0_8px_var(--dm-focus-out)]">
        <input ref={box} type="checkbox" className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0" checked={isTicked} onChange={(event) => setTicked(event.target.checked)}
          aria-invalid={problem === texts.tickMissing} aria-describedby="delete-problem" />
        <span className="grid size-7 flex-none place-items-center rounded-[8px] border-2 border-line-strong" aria-hidden="true">{isTicked && <Icon name="check" size={20} />}</span>
        {texts.tick}
      </label>
      <p id="delete-problem" role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <Link className="btn primary wide mt-4" href={backHref}>{texts.no}</Link>
      <button type="button" className="btn line wide mt-2.5" aria-disabled={isBusy} onClick={() => void remove()}>{isBusy ? texts.busy : texts.yes}</button>
    </>
  );
}
