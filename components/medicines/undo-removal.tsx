"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { saveMedicine } from "@/components/medicines/call-medicines";
import { toMedicineInput } from "@/components/medicines/medicine-input";
import type { MedicineRecord } from "@/lib/domain/medicines/medicine";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type UndoRemovalProps = { diary: DiaryOf; medicine: MedicineRecord; words: { removed: string; undo: string }; problems: Record<string, string> };

/** What was just removed, with the way back. It takes the focus, since the page that removed it is gone. */
export function UndoRemoval({ diary, medicine, words, problems }: UndoRemovalProps) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => box.current?.focus(), []);
  const undo = async () => {
    if (isBusy) return;
    setBusy(true);
    const outcome = await saveMedicine(diary, toMedicineInput(medicine));
    setBusy(false);
    if (outcome.kind !== "saved") return setProblem(problems[outcome.kind === "invalid" ? "field.invalid" : outcome.kind] ?? "");
    router.replace("/medicines");
    router.refresh();
  };
  return (
    <div ref={box} tabIndex={-1} className="note info mb-4 flex flex-wrap items-center justify-between gap-x-3">
      <p role="status" className="b wrap-anywhere">{words.removed}</p>
      <button type="button" className="btn text" aria-disabled={isBusy} onClick={() => void undo()}>{words.undo}</button>
      <p role="alert" className="basis-full empty:hidden">{problem}</p>
    </div>
  );
}
