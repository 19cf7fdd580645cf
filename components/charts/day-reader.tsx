"use client";

import { useId, useState, type FocusEvent, type KeyboardEvent } from "react";
import { daysOfCell, type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { wordReading, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { addDays } from "@/lib/domain/time";
import { entriesOf } from "@/lib/domain/trends/marks";

type DayReaderProps = {
  model: ChartModel;
  line: ChartLine;
  texts: TrendTexts;
  /** the cell being read */
  cursor: number | null;
  onMove: (cell: number | null) => void;
};

const WEEK_DAYS = 7;

/** The cursor mode: Enter begins at the newest day, Left and Right move by a day and read it, Escape ends. A tap on a chart shows the same words, and the way to that day's entries. */
export function DayReader({ model, line, texts, cursor, onMove }: DayReaderProps) {
  const id = useId();
  const [isReading, setReading] = useState(false);
  const last = line.cells.length - 1;
  const stop = () => { setReading(false); onMove(null); };
  const start = () => { setReading(true); onMove(cursor ?? newestEntry(line)); };
  const move = (event: KeyboardEvent) => {
    if (!isReading) return;
    const next = nextCell(event.key, cursor ?? last, last);
    if (next === null) return;
    event.preventDefault();
    if (next === "stop") stop();
    else onMove(next);
  };
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (isReading && !event.currentTarget.contains(event.relatedTarget)) stop();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4" onBlur={leave}>
      <button type="button" className="btn text px-0" aria-pressed={isReading} aria-describedby={`${id}-hint`} onClick={() => (isReading ? stop() : start())} onKeyDown={move}>
        <Icon name="list" size={22} />{texts.read}
      </button>
      <p id={`${id}-hint`} className="vh">{texts.readHint}</p>
      <p className="small min-h-11 flex-1 basis-60 content-center min-[900px]:min-h-6" aria-live={isReading ? "polite" : "off"}>
        {cursor === null ? <span className="muted">{texts.readTouch}</span> : wordReading(model, line, cursor, texts)}
      </p>
      {cursor !== null && model.step === 1 && (
        <a className="btn text px-0" href={entriesOf(addDays(model.window.from, daysOfCell(model, cursor).first))}>{texts.openDay}<Icon name="chev" size={18} /></a>
      )}
    </div>
  );
}

function newestEntry(line: ChartLine): number {
  const newest = line.cells.findLastIndex(({ value }) => value !== null);
  return newest < 0 ? line.cells.length - 1 : newest;
}

function nextCell(key: string, from: number, last: number): number | "stop" | null {
  const to = (cell: number) => Math.min(last, Math.max(0, cell));
  switch (key) {
    case "ArrowRight": case "ArrowUp": return to(from + 1);
    case "ArrowLeft": case "ArrowDown": return to(from - 1);
    case "PageUp": return to(from + WEEK_DAYS);
    case "PageDown": return to(from - WEEK_DAYS);
    case "Home": return 0;
    case "End": return last;
    case "Escape": return "stop";
    default: return null;
  }
}
