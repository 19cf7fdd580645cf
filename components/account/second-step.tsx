"use client";

import { useState } from "react";
import { CodeForm } from "@/components/account/code-form";
import { useStep } from "@/components/account/use-step";
import type { Messages } from "@/lib/i18n/messages";

type Kind = "digits" | "letters";

type SecondStepProps = {
  texts: Messages["signIn"];
  /** a recovery code stands in for one step, never for both */
  mayUseRecovery: boolean;
  onCheck: (code: string, kind: Kind) => Promise<string | null>;
  onStartOver: () => void;
};

/** After the code from the mail: the authenticator app, or a recovery code in its place. What was typed in one stays when the other is tried. */
export function SecondStep({ texts, mayUseRecovery, onCheck, onStartOver }: SecondStepProps) {
  const [kind, setKind] = useState<Kind>("digits");
  const [typed, setTyped] = useState({ digits: "", letters: "" });
  const { secondStep, recovery, problems } = texts;
  const words = kind === "digits"
    ? { title: secondStep.title, lead: secondStep.lead, code: secondStep.code, missing: problems.digitsMissing }
    : { title: recovery.title, lead: secondStep.recoveryLead, code: recovery.code, missing: problems.recoveryMissing };
  return (
    <OneCode key={kind} kind={kind} words={{ ...words, button: texts.check, busy: texts.checking }}
      code={typed[kind]} setCode={(code) => setTyped({ ...typed, [kind]: code })} onGo={(code) => onCheck(code, kind)}>
      <div className="mt-3 grid gap-1">
        {mayUseRecovery && (
          <button type="button" className="btn text wide" onClick={() => setKind(kind === "digits" ? "letters" : "digits")}>
            {kind === "digits" ? secondStep.useRecovery : secondStep.useApp}
          </button>
        )}
        <button type="button" className="btn text wide font-normal" onClick={onStartOver}>{secondStep.startOver}</button>
      </div>
    </OneCode>
  );
}

type OneCodeProps = Omit<Parameters<typeof CodeForm>[0], "step" | "name"> & { /** false where the page itself has just come */ focusFirst?: boolean };

/** A form of its own for each kind of code: it takes the focus when it comes, and brings no error along. */
export function OneCode({ focusFirst = true, ...props }: OneCodeProps) {
  return <CodeForm {...props} step={useStep({ focusFirst })} name={props.kind === "digits" ? "code" : "recovery-code"} />;
}
