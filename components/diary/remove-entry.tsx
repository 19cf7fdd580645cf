"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Messages } from "@/lib/i18n/messages";
import type { SentEntry } from "@/lib/offline/send-entry";
import type { CheckInInput } from "@/lib/schemas/check-in";

export type RemoveEntryProps = {
  userId: string;
  diaryId: string;
  /** the next revision of the entry, as it stands */
  next: Omit<CheckInInput, "enteredAt" | "removed">;
  isRemoved: boolean;
  words: Messages["history"]["remove"];
};

type State = "idle" | "asking" | "busy" | Exclude<SentEntry, "sent"> | "failed";

/** "Remove this entry", asked once more, and "Undo". It is kept on the device first, like every other change of the diary. */
export function RemoveEntry({ userId, diaryId, next, isRemoved, words }: RemoveEntryProps) {
  const router = useRouter();
  const [state, setState] = useState<State>("idle");
  const send = async (removed: boolean) => {
    setState("busy");
    try {
      const { sendEntry } = await import("@/lib/offline/send-entry");
      const outcome = await sendEntry(userId, diaryId, { ...next, enteredAt: new Date().toISOString(), ...(removed && { removed }) } as CheckInInput);
      if (outcome !== "sent") return setState(outcome);
      setState("idle");
      router.refresh();
    } catch {
      setState("failed");
    }
  };
  const isDone = state !== "idle" && state !== "asking" && state !== "busy";
  return (
    <div className="mt-4 max-w-[46rem]">
      {isRemoved && state !== "busy" && !isDone && (
        <button type="button" className="btn primary wide min-[900px]:w-auto min-[900px]:px-8" onClick={() => void send(false)}>{words.undo}</button>
      )}
      {!isRemoved && state === "idle" && <button type="button" className="btn text -ms-2" onClick={() => setState("asking")}>{words.button}</button>}
      {!isRemoved && state === "asking" && (
        <section className="card" aria-labelledby="remove-title">
          <h2 id="remove-title" tabIndex={-1} ref={(title) => title?.focus()}>{words.title}</h2>
          <p className="mt-1">{words.effect}</p>
          <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px]">
            <button type="button" className="btn line" onClick={() => void send(true)}>{words.yes}</button>
            <button type="button" className="btn line" onClick={() => setState("idle")}>{words.keep}</button>
          </div>
        </section>
      )}
      <p role="status" className={isDone || state === "busy" ? "b mt-2" : ""}>{state === "busy" ? words.busy : isDone && words.outcomes[state]}</p>
    </div>
  );
}
