"use client";

import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { ScoreMark } from "@/components/charts/score-mark";
import { levelOf, LEVELS, type Level } from "@/lib/domain/check-in/level";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

export type ScoreSliderTexts = { unset: string; value: string; usual: string; last: string; openKeys: string };

type ScoreSliderProps = {
  symptom: ScoreName | TrackerName;
  /** for a tracker; one of the four has its own */
  mark?: ReactNode;
  label: string;
  /** null is not set: nothing is ever preset */
  value: number | null;
  /** the person's usual, marked on the scale */
  usual: number | null;
  last: { label: string; value: number } | null;
  texts: ScoreSliderTexts;
  levels: Record<Level, string>;
  error?: string | undefined;
  onChange: (value: number | null) => void;
  onOpenKeys?: (() => void) | undefined;
};

const GROUPS: readonly { level: Level; values: readonly number[] }[] = LEVELS.map((level) => ({
  level, values: Array.from({ length: 11 }, (_, value) => value).filter((value) => levelOf(value) === level),
}));
/** A finger that slips this far off the scale still means it. */
const SLIP_PX = 48;
/** Below this a movement is a tap, so that scrolling over the scale sets nothing. */
const DRAG_PX = 6;
/** 10 is typed as 1 then 0 within this time. */
const TEN_WITHIN_MS = 600;

/** One score, 0 to 10, as a single slider: tap, drag or type. Its words and the shape of the symptom carry it without colour. */
export function ScoreSlider({ symptom, mark: ownMark, label, value, usual, last, texts, levels, error, onChange, onOpenKeys }: ScoreSliderProps) {
  const scale = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; before: number | null; isDragging: boolean } | null>(null);
  const typedOneAt = useRef(0);
  const mark = usual === null ? null : Math.round(usual);
  const describe = [
    value === null ? texts.unset : fill(texts.value, { value, level: levels[levelOf(value)] }),
    value === null && last ? fill(texts.last, { day: capital(last.label), value: last.value }) : null,
    mark === null ? null : fill(texts.usual, { value: mark }),
  ].filter(Boolean).join(". ");

  function valueAt(event: PointerEvent): number | null {
    const box = scale.current!.getBoundingClientRect();
    if (event.clientY < box.top - SLIP_PX || event.clientY > box.bottom + SLIP_PX) return null;
    const cells = [...scale.current!.querySelectorAll<HTMLElement>("[data-value]")];
    const distance = (cell: HTMLElement) => {
      const { left, right } = cell.getBoundingClientRect();
      return Math.abs(event.clientX - (left + right) / 2);
    };
    const nearest = cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best));
    return Number(nearest.dataset.value);
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    drag.current = { x: event.clientX, before: value, isDragging: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function onPointerMove(event: PointerEvent) {
    if (!drag.current) return;
    if (Math.abs(event.clientX - drag.current.x) > DRAG_PX) drag.current.isDragging = true;
    const at = drag.current.isDragging ? valueAt(event) : null;
    if (at !== null && at !== value) onChange(at);
  }
  function onPointerUp(event: PointerEvent) {
    const at = drag.current ? valueAt(event) : null;
    drag.current = null;
    if (at !== null && at !== value) onChange(at);
  }
  function onPointerCancel() {
    if (drag.current?.isDragging) onChange(drag.current.before);
    drag.current = null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = keyed(event);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  }
  /** undefined: not a key of the slider. The first arrow starts at the usual, an explicit act like any other. */
  function keyed(event: KeyboardEvent<HTMLDivElement>): number | null | undefined {
    const { key } = event;
    const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
    const step = (by: number) => (value === null ? (mark ?? 0) : Math.min(10, Math.max(0, value + by)));
    if (key === "Delete" || key === "Backspace") return null;
    if (key === "Home") return 0;
    if (key === "End") return 10;
    if (key === "ArrowUp" || key === (isMirrored ? "ArrowLeft" : "ArrowRight")) return step(1);
    if (key === "ArrowDown" || key === (isMirrored ? "ArrowRight" : "ArrowLeft")) return step(-1);
    if (key === "PageUp") return step(3);
    if (key === "PageDown") return step(-3);
    if (!/^[0-9]$/.test(key)) return undefined;
    const isTen = key === "0" && value === 1 && event.timeStamp - typedOneAt.current < TEN_WITHIN_MS;
    typedOneAt.current = key === "1" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    return isTen ? 10 : Number(key);
  }

  const name = <>{ownMark ?? <ScoreMark symptom={symptom as ScoreName} size={22} />}<span className="name">{label}</span></>;
  // A slider must have a number for assistive technology; "Not set" in the value text is what is read out.
  return (
    <div className={`score s-${symptom}`}>
      <div className="score-head">
        {onOpenKeys
          ? <button type="button" className="-my-3 flex min-h-12 items-center gap-[9px] pe-4" onClick={onOpenKeys} aria-label={fill(texts.openKeys, { name: label })}>{name}</button>
          : name}
        <span className="val">
          {value !== null ? <><b className="num">{value}</b> {levels[levelOf(value)]}</> : last && <>{last.label} <b className="num">{last.value}</b></>}
        </span>
      </div>
      <div
        ref={scale} id={`score-${symptom}`} className="scale cursor-pointer touch-pan-y select-none" role="slider" tabIndex={0} aria-label={label}
        aria-valuemin={0} aria-valuemax={10} aria-valuenow={value ?? 0} aria-valuetext={describe}
        aria-invalid={error ? true : undefined} aria-describedby={error ? `score-${symptom}-error` : undefined}
        onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerCancel} onKeyDown={onKeyDown}
      >
        {GROUPS.map(({ level, values }) => (
          <div key={level} className="grp" aria-hidden="true">
            <div className="segs">
              {values.map((each) => <i key={each} data-value={each} className={cellClass(each, value, mark)}>{each}</i>)}
            </div>
            <span className="word">{levels[level]}</span>
          </div>
        ))}
      </div>
      {error && <p id={`score-${symptom}-error`} className="text-urgent-ink mt-2 text-sm font-semibold">{error}</p>}
    </div>
  );
}

function cellClass(cell: number, value: number | null, usual: number | null): string {
  const state = value === null ? "" : cell === value ? "sel" : cell < value ? "on" : "";
  return `seg ${state} ${cell === usual ? "usual" : ""}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
