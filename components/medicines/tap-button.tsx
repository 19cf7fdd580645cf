"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { removeEvent, saveEvent } from "@/components/medicines/call-medicines";
import { Icon } from "@/components/ui/icon";
import { dayOf } from "@/lib/domain/time";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type TapButtonProps = {
  diary: DiaryOf;
  medicineId: string;
  kind: "missed" | "taken";
  timeZone: string;
  /** the newest one of today, which Undo takes back; null when there is none */
  todays: { id: string } | null;
  /** `count`: what is noted of today */
  words: { button: string; named: string; undo: string; undoNamed: string; undone: string; count: string };
  problems: Record<string, string>;
};

/** One tap writes today down, and Undo takes it back. A missed dose is one a day; what is taken as needed can be more. */
export function TapButton({ diary, medicineId, kind, timeZone, todays, words, problems }: TapButtonProps) {
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState({ text: "", isProblem: false });
  const act = async (isUndo: boolean) => {
    if (isBusy) return;
    setBusy(true);
    const outcome = isUndo && todays
      ? await removeEvent(diary, medicineId, { id: todays.id, kind })
      : await saveEvent(diary, medicineId, { id: uuidv7(), kind, day: dayOf(new Date(), timeZone) });
    setBusy(false);
    if (outcome.kind !== "saved") return setSaid({ text: problems[outcome.kind === "invalid" ? "field.invalid" : outcome.kind] ?? "", isProblem: true });
    setSaid({ text: isUndo ? words.undone : "", isProblem: false });
    if (isUndo) button.current?.focus(); // the button that was pressed may be gone
    router.refresh();
  };
  const isMissed = kind === "missed" && todays !== null;
  return (
    <div>
      <button ref={button} type="button" className="btn line wide" aria-label={isMissed ? words.undoNamed : words.named} aria-disabled={isBusy} onClick={() => void act(isMissed)}>
        {!isMissed && <Icon name={kind === "missed" ? "clock" : "check"} size={20} />}{isMissed ? words.undo : words.button}
      </button>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
        <p role="status" className={`small b py-1.5 empty:hidden ${said.isProblem ? "text-urgent-ink" : ""}`}>{said.text || (todays ? words.count : "")}</p>
        {kind === "taken" && todays && <button type="button" className="btn text" aria-label={words.undoNamed} aria-disabled={isBusy} onClick={() => void act(true)}>{words.undo}</button>}
      </div>
    </div>
  );
}
