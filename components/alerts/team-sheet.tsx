"use client";

import { useState, type FormEvent } from "react";
import type { SaveOutcome } from "@/components/alerts/usual-offer";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Sheet } from "@/components/diary/sheet";
import { PHONE } from "@/lib/domain/phone";

type TeamSheetProps = { words: FlowTexts["alerts"]["team"]; onSave: (number: string) => Promise<SaveOutcome>; onClose: () => void };

/** The number of the person's own team, typed once where it is needed. */
export function TeamSheet({ words, onSave, onClose }: TeamSheetProps) {
  const [number, setNumber] = useState("");
  const [problem, setProblem] = useState<"missing" | "invalid" | "failed" | "offline" | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const typed = number.trim();
    if (!PHONE.test(typed)) {
      setProblem(typed === "" ? "missing" : "invalid");
      return document.getElementById("team-number")?.focus();
    }
    setIsBusy(true);
    const outcome = await onSave(typed).catch(() => "failed" as const);
    setIsBusy(false);
    if (outcome === "saved") onClose();
    else setProblem(outcome);
  };
  return (
    <Sheet title={words.title} close={{ label: words.cancel, onClose }}>
      <form method="post" noValidate onSubmit={(event) => void save(event)}>
        <div className="field">
          <label htmlFor="team-number">{words.label}</label>
          <input id="team-number" className="input" type="tel" autoComplete="off" maxLength={30} value={number} aria-invalid={problem !== null}
            aria-describedby={problem ? "team-problem" : "team-hint"} onChange={(event) => setNumber(event.currentTarget.value)} />
          <p id="team-hint" className="muted small mt-1">{words.hint}</p>
          {problem && <p id="team-problem" role="alert" className="text-urgent-ink mt-1 font-semibold">{words[problem]}</p>}
        </div>
        {problem === "offline"
          ? <button type="button" className="btn primary wide mt-6" onClick={onClose}>{words.goOn}</button>
          : <button type="submit" className="btn primary wide mt-6" aria-disabled={isBusy}>{words.save}</button>}
      </form>
    </Sheet>
  );
}
