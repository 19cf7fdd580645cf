"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { planNextDose, removeEvent, saveEvent } from "@/components/medicines/call-medicines";
import type { SaveOutcome } from "@/components/setup/save";
import { wordDay } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import { Field, fieldProps } from "@/components/ui/field";
import type { MedicineRecord, NextDose } from "@/lib/domain/medicines/medicine";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type InfusionPanelProps = {
  diary: DiaryOf;
  medicine: Pick<MedicineRecord, "id" | "name">;
  next: NextDose;
  /** the days that are on the list already */
  days: readonly CalendarDay[];
  today: CalendarDay;
  /** `planned`, `had`: in the words of this medicine, an infusion, a dose or a refill */
  words: Messages["medicines"]["infusion"] & { planned: string; had: string; undo: string; undone: string };
  problems: Record<string, string>;
};

/** day: which day it was; next and moved: when the next one is, after one was had or when one was not */
type Mode = "idle" | "day" | "next" | "moved";

/** "Did you have it?" when the day has come, and a way to write one down at any time. Each answer is one tap or one date. */
export function InfusionPanel({ diary, medicine, next, days, today, words, problems }: InfusionPanelProps) {
  const router = useRouter();
  const id = useId();
  const [mode, setMode] = useState<Mode>("idle");
  const [date, setDate] = useState("");
  const [error, setError] = useState("");
  const [said, setSaid] = useState("");
  const [noted, setNoted] = useState<{ id: string; day: CalendarDay } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (mode !== "idle") field.current?.focus();
    else if (wasOpen.current) status.current?.focus();
    wasOpen.current = mode !== "idle";
  }, [mode]);

  const open = (to: Mode, day = "") => {
    setError("");
    setSaid("");
    setDate(day);
    setMode(to);
  };
  const attempt = async (work: () => Promise<SaveOutcome>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setError("");
    const outcome = await work();
    setBusy(false);
    if (outcome.kind === "saved") {
      router.refresh();
      return true;
    }
    const key = outcome.kind === "invalid" ? Object.values(outcome.fields)[0] ?? "field.invalid" : outcome.kind;
    setError(problems[key] ?? problems["field.invalid"] ?? "");
    return false;
  };
  const had = async (day: CalendarDay) => {
    const event = { id: uuidv7(), kind: "infusion" as const, day };
    if (!(await attempt(() => saveEvent(diary, medicine.id, event)))) return;
    setNoted(event);
    open("next");
    setSaid(fill(words.noted, { date: wordDay(day, today) }));
  };
  const takeBack = async () => {
    if (!noted || !(await attempt(() => removeEvent(diary, medicine.id, { id: noted.id, kind: "infusion" })))) return;
    setNoted(null);
    setMode("idle");
    setSaid(words.undone);
  };
  const saveDate = async (event: FormEvent) => {
    event.preventDefault();
    if (mode === "day") return !date ? setError(words.dayMissing) : days.includes(date) ? setError(words.already) : had(date);
    if (!(await attempt(() => planNextDose(diary, medicine.id, date || null)))) return;
    setMode("idle");
    setSaid(words.dated);
  };
  const isDue = next.kind === "passed" || next.kind === "today";
  const label = { idle: "", day: words.day, next: words.next, moved: words.moved }[mode];
  const hint = mode === "next" || mode === "moved" ? words.nextHint : undefined;
  return (
    <div className="mt-3">
      {mode === "idle" && isDue && (
        <section className="note info" aria-label={words.planned}>
          <p className="b">{words.planned}</p>
          <p>{words.ask}</p>
          <div className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
            <button type="button" className="btn line" aria-label={fill(words.yesNamed, { name: medicine.name })} aria-disabled={isBusy} onClick={() => void had(next.on)}>{isBusy ? words.saving : words.yes}</button>
            <button type="button" className="btn line" onClick={() => open("day", today)}>{words.anotherDay}</button>
            <button type="button" className="btn line" onClick={() => open("moved")}>{words.notYet}</button>
          </div>
        </section>
      )}
      {mode === "idle" && !isDue && (
        <button type="button" className="btn line wide" aria-label={fill(words.buttonNamed, { button: words.had, name: medicine.name })} onClick={() => open("day", today)}><Icon name="drop" size={20} />{words.had}</button>
      )}
      <p ref={status} tabIndex={-1} role="status" className="small b mt-2 empty:hidden">{said}</p>
      {noted && mode !== "day" && <button type="button" className="btn text -ms-2" aria-disabled={isBusy} onClick={() => void takeBack()}>{words.undo}</button>}
      {mode === "idle" && <p role="alert" className="small b mt-2 text-urgent-ink empty:hidden">{error}</p>}
      {mode !== "idle" && (
        <form method="post" noValidate className="mt-2 grid gap-3" onSubmit={(event) => void saveDate(event)}>
          <Field id={`${id}-date`} label={label} {...(hint && { hint })} error={error || undefined}>
            <input ref={field} {...fieldProps(`${id}-date`, { hint, error: error || undefined })} className="input max-w-60" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          </Field>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
            <button type="submit" className="btn line" aria-disabled={isBusy}>{isBusy ? words.saving : words.save}</button>
            <button type="button" className="btn line" onClick={() => setMode("idle")}>{mode === "next" ? words.skip : words.cancel}</button>
          </div>
        </form>
      )}
    </div>
  );
}
