"use client";

import { useState } from "react";

type CopyButtonProps = { text: string; label: string; done: string; /** what to do instead, when the browser refuses */ failed: string; className?: string };

/** Copies a text, and says so in the button itself. */
export function CopyButton({ text, label, done, failed, className = "btn line" }: CopyButtonProps) {
  const [state, setState] = useState<"new" | "done" | "failed">("new");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("done");
    } catch {
      setState("failed"); // no permission, or a page without https
    }
  };
  return (
    <>
      <button type="button" className={className} onClick={() => void copy()}>{state === "done" ? done : label}</button>
      <p role="status" className="vh">{state === "done" ? done : ""}</p>
      <p role="alert" className="col-span-full font-semibold text-urgent-ink empty:hidden">{state === "failed" ? failed : ""}</p>
    </>
  );
}
