"use client";

import { useState } from "react";
import { signInAsDemo, type DemoRole } from "@/components/account/sign-in-api";
import type { Messages } from "@/lib/i18n/messages";

type DemoDoorsProps = {
  texts: Messages["landing"]["demo"];
  labels: Record<DemoRole, string>;
  /** large: the landing page, patient first. small: three equal buttons */
  size: "large" | "small";
};

const HOMES: Record<DemoRole, string> = { owner: "/today", caregiver: "/people", clinician: "/patients" };

/** One tap opens a demo. A full load follows, so that every part of the page knows who is signed in. */
export function DemoDoors({ texts, labels, size }: DemoDoorsProps) {
  const [opening, setOpening] = useState<DemoRole | null>(null);
  const [problem, setProblem] = useState("");
  const open = async (role: DemoRole) => {
    if (opening) return;
    setOpening(role);
    setProblem("");
    const outcome = await signInAsDemo(role);
    if (outcome.kind === "signedIn") return location.assign(HOMES[role]);
    setOpening(null);
    setProblem(outcome.kind === "offline" ? texts.offline : outcome.kind === "tooMany" ? texts.tooMany : texts.failed);
  };
  const door = (role: DemoRole, look: string) => (
    <button type="button" className={`btn ${look}`} aria-disabled={opening !== null} onClick={() => void open(role)}>
      {opening === role ? texts.busy : labels[role]}
    </button>
  );
  return (
    <>
      {size === "large" ? (
        <>
          {door("owner", "primary wide")}
          <div className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.25rem),1fr))] gap-2.5">
            {door("caregiver", "line min-h-14 px-2")}
            {door("clinician", "line min-h-14 px-2")}
          </div>
        </>
      ) : (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,5.5rem),1fr))] gap-2">
          {door("owner", "line px-1 text-sm")}
          {door("caregiver", "line px-1 text-sm")}
          {door("clinician", "line px-1 text-sm")}
        </div>
      )}
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <noscript><p className="mt-2">{texts.noScript}</p></noscript>
    </>
  );
}
