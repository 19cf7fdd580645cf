"use client";

import { useState } from "react";
import { CodeSheet, type MadeCodes } from "@/components/account/code-sheet";
import { makeRecoveryCodes } from "@/components/account/second-step-api";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type RecoveryCodesProps = {
  texts: Messages["secondStep"];
  left: number;
  /** codes were made before, whether or not one is left */
  hasMade: boolean;
  /** how to sign in with a code, as it stands on the paper */
  how: string;
};

/** How many codes are left, and new ones. They are shown once, right after they are made. */
export function RecoveryCodes({ texts: { recovery, problems }, left, hasMade, how }: RecoveryCodesProps) {
  const [made, setMade] = useState<MadeCodes | null>(null);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await makeRecoveryCodes();
    setBusy(false);
    if (answer.kind === "ok") return setMade({ codes: answer.value.codes, at: new Date() });
    if (answer.kind !== "leaving") setProblem(answer.kind === "conflict" ? problems.server : problems[answer.kind]);
  };
  if (made) return <CodeSheet texts={recovery} made={made} how={how} />;
  const count = left > 1 ? fill(recovery.left, { count: left }) : left === 1 ? recovery.leftOne : hasMade ? recovery.allUsed : recovery.none;
  return (
    <>
      <p className={left > 1 ? "note ok mb-4 font-semibold" : "note urgent mb-4 font-semibold"}>{count}</p>
      <div className="stack">
        <p>{recovery.how}</p>
        <p>{recovery.oneStep}</p>
        <p className="text-ink-2">{left > 0 ? `${recovery.makeNewHint} ${recovery.othersOut}` : recovery.othersOut}</p>
      </div>
      <button type="button" className="btn primary wide mt-6" aria-disabled={isBusy} onClick={() => void make()}>
        {isBusy ? recovery.making : left > 0 ? recovery.makeNew : recovery.make}
      </button>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
    </>
  );
}
