"use client";

import { useId, useState, type KeyboardEvent } from "react";
import type { ChartModel } from "@/components/charts/chart-model";
import { wordReading, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

type DayReaderProps = {
  model: ChartModel;
  symptom: ScoreName;
  texts: TrendTexts;
  cursor: number | null;
  onMove: (day: number | null) => void;
};

const WEEK_DAYS = 7;

/** The cursor mode: Enter begins at the newest day, Left and Right move by a day and read it, Escape ends. A tap on a chart shows the same words. */
export function DayReader({ model, symptom, texts, cursor, onMove }: DayReaderProps) {
  const id = useId();
  const [isReading, setReading] = useState(false);
  const last = model.window.days - 1;
  const stop = () => { setReading(false); onMove(null); };
  const start = () => { setReading(true); onMove(cursor ?? newestEntry(model, symptom)); };
  const move = (event: KeyboardEvent) => {
    if (!isReading) return;
    const next = nextDay(event.key, cursor ?? last, last);
    if (next === null) return;
    event.preventDefault();
    if (next === "stop") stop();
    else onMove(next);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <button type="button" className="btn text px-0" aria-pressed={isReading} aria-describedby={`${id}-hint`} onClick={() => (isReading ? stop() : start())} onKeyDown={move} onBlur={() => isReading && stop()}>
        <Icon name="list" size={22} />{texts.read}
      </button>
      <p id={`${id}-hint`} className="vh">{texts.readHint}</p>
      <p className="small min-h-11 flex-1 basis-60 content-center min-[900px]:min-h-6" aria-live={isReading ? "polite" : "off"}>
        {cursor === null ? <span className="muted">{texts.readTouch}</span> : wordReading(model, symptom, cursor, texts)}
      </p>
    </div>
  );
}

function newestEntry(model: ChartModel, symptom: ScoreName): number {
  const newest = model.lines[symptom].findLastIndex((value) => value !== null);
  return newest < 0 ? model.window.days - 1 : newest;
}

function nextDay(key: string, from: number, last: number): number | "stop" | null {
  const to = (day: number) => Math.min(last, Math.max(0, day));
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
