"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeEvent, saveEvent } from "@/components/medicines/call-medicines";
import { wordDay } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import type { MedicineEvent } from "@/lib/domain/medicines/medicine";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type EventListProps = {
  diary: DiaryOf;
  title: string;
  /** newest first */
  events: readonly MedicineEvent[];
  older: string;
  today: CalendarDay;
  words: Messages["medicines"]["events"] & { undo: string };
  problems: Record<string, string>;
};

/** The days, folded. Each can be removed, and brought back as long as the page stands. */
export function EventList({ diary, title, events, older, today, words, problems }: EventListProps) {
  const router = useRouter();
  const [gone, setGone] = useState<readonly MedicineEvent[]>([]);
  const [problem, setProblem] = useState("");
  const isGone = (event: MedicineEvent) => gone.some(({ id }) => id === event.id);
  const shown = [...events.filter((event) => !isGone(event)), ...gone].sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id));
  const toggle = async (event: MedicineEvent) => {
    setProblem("");
    const { id, medicineId, kind, day, note } = event;
    const wasGone = isGone(event);
    const outcome = wasGone ? await saveEvent(diary, medicineId, { id, kind, day, ...(note && { note }) }) : await removeEvent(diary, medicineId, event);
    if (outcome.kind !== "saved") return setProblem(problems[outcome.kind === "invalid" ? "field.invalid" : outcome.kind] ?? "");
    setGone((before) => (wasGone ? before.filter((each) => each.id !== id) : [...before, event]));
    router.refresh();
  };
  return (
    <details className="group mt-1">
      <summary>{title}<Icon name="down" size={20} className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary>
      <p role="alert" className="small b text-urgent-ink empty:hidden">{problem}</p>
      <ul className="list">
        {shown.map((event) => {
          const date = wordDay(event.day, today);
          return (
            <li key={event.id}>
              <span className="grow">
                <span className={`num block ${isGone(event) ? "text-ink-2 line-through" : ""}`}>{date}</span>
                {event.note && <span className="small muted block wrap-anywhere">{event.note}</span>}
                {isGone(event) && <span className="small muted block">{words.gone}</span>}
              </span>
              <button type="button" className="btn text" aria-label={fill(isGone(event) ? words.undoDay : words.removeDay, { date })} onClick={() => void toggle(event)}>{isGone(event) ? words.undo : words.remove}</button>
            </li>
          );
        })}
      </ul>
      {older && <p className="small muted mt-1">{older}</p>}
    </details>
  );
}
