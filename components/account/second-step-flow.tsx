"use client";

import { useState } from "react";
import { DigitsStep } from "@/components/account/digits-step";
import { ScanStep } from "@/components/account/scan-step";
import { SecondStepDone } from "@/components/account/second-step-done";
import { beginTotp, type TotpKey } from "@/components/account/second-step-api";
import { SecondStepOn } from "@/components/account/second-step-on";
import { StepHead } from "@/components/account/step-head";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SecondStepFlowProps = { texts: Messages["secondStep"]; isOn: boolean; codesLeft: number };
type Screen = { at: "on" } | { at: "what"; said: string; isFirst: boolean } | { at: "scan"; key: TotpKey } | { at: "type"; key: TotpKey } | { at: "done" };

/** Switches the second step on, one thing a screen, or off. The key is asked for when the person starts, not by looking. */
export function SecondStepFlow({ texts, isOn, codesLeft }: SecondStepFlowProps) {
  const [screen, setScreen] = useState<Screen>(isOn ? { at: "on" } : { at: "what", said: "", isFirst: true });
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const place = (number: number) => fill(texts.step, { number });
  const startAgain = (said: string) => setScreen({ at: "what", said, isFirst: false });

  const begin = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const answer = await beginTotp();
    setBusy(false);
    if (answer.kind === "ok") return setScreen({ at: "scan", key: answer.value });
    if (answer.kind === "conflict") return setScreen({ at: "on" }); // switched on meanwhile, in another window
    if (answer.kind !== "leaving") setProblem(texts.problems[answer.kind]);
  };

  if (screen.at === "on") return <SecondStepOn texts={texts} codesLeft={codesLeft} onOff={() => startAgain(texts.on.isOff)} />;
  if (screen.at !== "what") {
    return (
      <div data-hide-tabs="">
        {screen.at === "scan" && <ScanStep texts={texts} place={place(2)} totpKey={screen.key} onNext={() => setScreen({ at: "type", key: screen.key })} />}
        {screen.at === "type" && (
          <DigitsStep texts={texts} place={place(3)} onDone={() => setScreen({ at: "done" })} onBack={() => setScreen({ at: "scan", key: screen.key })}
            onExpired={() => startAgain(texts.problems.expired)} />
        )}
        {screen.at === "done" && <SecondStepDone texts={texts} codesLeft={codesLeft} />}
      </div>
    );
  }
  return (
    <>
      {screen.said && <p role="status" className="note info mb-4">{screen.said}</p>}
      <StepHead key={screen.said} title={texts.what.title} lead={texts.what.lead} place={place(1)} takesFocus={!screen.isFirst} />
      <div className="stack">
        <p>{texts.what.why}</p>
        <p>{texts.what.need}</p>
        <p className="text-ink-2">{texts.what.others}</p>
      </div>
      <button type="button" className="btn primary wide mt-6" aria-disabled={isBusy} onClick={() => void begin()}>{isBusy ? texts.what.busy : texts.what.go}</button>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
    </>
  );
}
