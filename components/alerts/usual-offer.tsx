"use client";

import { useState } from "react";
import { wordEvidence } from "@/components/alerts/evidence-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";

export type SaveOutcome = "saved" | "offline" | "failed";
export type UsualOfferProps = { findings: readonly Evidence[]; texts: Pick<FlowTexts, "checkIn" | "alerts">; timeZone: string; onAdd: () => Promise<SaveOutcome> };

/** "This is my usual" may go into the profile, so that it is not alerted for again. The present alert stays as it is. */
export function UsualOffer({ findings, texts, timeZone, onAdd }: UsualOfferProps) {
  const words = texts.alerts.usual;
  const [outcome, setOutcome] = useState<SaveOutcome | "busy" | null>(null);
  const isDone = outcome !== null && outcome !== "busy";
  const add = async () => {
    if (outcome !== null) return;
    setOutcome("busy");
    setOutcome(await onAdd().catch(() => "failed" as const));
  };
  return (
    <section className="card text-ink" aria-label={words.title}>
      <p className="b">{fill(words.add, { findings: wordEvidence(texts, findings, timeZone).join(", ") })}</p>
      <p className="muted mt-1">{words.effect}</p>
      <p role="status" className={isDone ? "b mt-3" : ""}>{isDone && words[outcome]}</p>
      {!isDone && <button type="button" className="btn line wide mt-3" aria-disabled={outcome === "busy"} onClick={() => void add()}>{words.yes}</button>}
    </section>
  );
}
