"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { wordTime, wordWeekday } from "@/components/diary/history-words";
import { Field, fieldProps } from "@/components/ui/field";
import { daysToChoose, instantOf, problemOf } from "@/lib/domain/check-in/earlier";
import { dayOf } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";
import type { SentEntry } from "@/lib/offline/send-entry";
import type { CheckInInput } from "@/lib/schemas/check-in";

type MoveEntryProps = {
  userId: string;
  diaryId: string;
  /** the next revision of the entry, as it stands */
  next: Omit<CheckInInput, "enteredAt" | "removed">;
  /** ISO: when its first version was typed; it is kept, and says how far back the entry may go */
  firstTyped: string;
  words: Messages["history"]["move"];
  outcomes: Messages["history"]["remove"]["outcomes"];
};

const focus = (element: HTMLElement | null) => element?.focus();

/** Files an entry under another day and time: the same limits as the check-in and the server have, counted from when it was typed. */
export function MoveEntry({ userId, diaryId, next, firstTyped, words, outcomes }: MoveEntryProps) {
  const router = useRouter();
  const typed = new Date(firstTyped);
  const { timeZone } = next;
  const standsAt = new Date(next.recordedAt);
  const [isOpen, setIsOpen] = useState(false);
  const [day, setDay] = useState(() => dayOf(standsAt, timeZone));
  const [time, setTime] = useState(() => wordTime(standsAt, timeZone));
  const [problem, setProblem] = useState<"same" | "future" | "tooOld" | "time-missing" | null>(null);
  const [said, setSaid] = useState<"busy" | Exclude<SentEntry, "sent"> | "failed" | null>(null);
  const days = daysToChoose(typed, timeZone);
  const choices = days.includes(day) ? days : [day, ...days];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (said === "busy") return;
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return setProblem("time-missing");
    const instant = instantOf(day, time, timeZone);
    const found = day === dayOf(standsAt, timeZone) && time === wordTime(standsAt, timeZone) ? "same" : problemOf(instant, typed);
    if (found) return setProblem(found);
    setProblem(null);
    setSaid("busy");
    try {
      const { sendEntry } = await import("@/lib/offline/send-entry");
      const outcome = await sendEntry(userId, diaryId, { ...next, recordedAt: instant.toISOString(), enteredAt: firstTyped } as CheckInInput);
      if (outcome !== "sent") return setSaid(outcome);
      setSaid(null);
      setIsOpen(false);
      router.refresh();
    } catch {
      setSaid("failed");
    }
  };
  if (!isOpen) return <div><button type="button" className="btn text -ms-2" onClick={() => setIsOpen(true)}>{words.button}</button></div>;
  const error = problem ? words[problem] : undefined;
  return (
    <form method="post" noValidate className="card mt-3" aria-labelledby="move-title" onSubmit={(event) => void save(event)}>
      <h2 id="move-title" tabIndex={-1} ref={focus}>{words.title}</h2>
      <p className="muted mt-1">{words.lead}</p>
      <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-4">
        <Field id="move-day" label={words.day}>
          <select id="move-day" className="input" value={day} onChange={(event) => setDay(event.target.value)}>
            {choices.map((each) => <option key={each} value={each}>{wordWeekday(each)}</option>)}
          </select>
        </Field>
        <Field id="move-time" label={words.time} error={error}>
          <input {...fieldProps("move-time", { error })} type="time" className="input" value={time} onChange={(event) => setTime(event.target.value)} />
        </Field>
      </div>
      <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
        <button type="submit" className="btn line" aria-disabled={said === "busy"}>{said === "busy" ? words.busy : words.save}</button>
        <button type="button" className="btn line" onClick={() => setIsOpen(false)}>{words.cancel}</button>
      </div>
      <p role="status" className={said && said !== "busy" ? "b mt-2" : ""}>{said && said !== "busy" && outcomes[said]}</p>
      <p role="alert" className="vh">{error}</p>
    </form>
  );
}
