"use client";

import { useRef, type KeyboardEvent } from "react";
import type { Level } from "@/lib/domain/check-in/level";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

type BigKeysProps = {
  symptom: ScoreName | TrackerName;
  label: string;
  value: number | null;
  usual: number | null;
  levels: Record<Level, string>;
  worst: string;
  onPick: (value: number) => void;
};

const KEYS = Array.from({ length: 11 }, (_, value) => value);
/** The word stands under the first key of its level. */
const FIRST: Partial<Record<number, Level>> = { 0: "none", 1: "mild", 4: "moderate", 7: "severe" };
const COLUMNS = 3;

/** Eleven large keys for numb or shaky hands. Arrows move, Space or a tap picks; nothing is preset. */
export function BigKeys({ symptom, label, value, usual, levels, worst, onPick }: BigKeysProps) {
  const keys = useRef<HTMLDivElement>(null);
  const mark = usual === null ? null : Math.round(usual);

  function onKeyDown(event: KeyboardEvent, at: number) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    const isDigit = /^[0-9]$/.test(event.key);
    if (by === undefined && !isDigit) return;
    event.preventDefault();
    const to = isDigit ? Number(event.key) : Math.min(10, Math.max(0, at + by!));
    keys.current?.querySelectorAll("button")[to]?.focus();
  }

  return (
    <div ref={keys} className={`keys s-${symptom} mt-6`} role="radiogroup" aria-label={label}>
      {KEYS.map((each) => {
        const word = each === 10 ? worst : FIRST[each] ? levels[FIRST[each]] : null;
        const isUsual = each === mark;
        return (
          <button
            key={each} type="button" role="radio" aria-checked={each === value} tabIndex={each === (value ?? 0) ? 0 : -1}
            className={`key ${isUsual ? "usual" : ""} ${each === 10 ? "wide" : ""} ${each === value ? "!bg-primary !text-on-primary !border-primary" : ""}`}
            onClick={() => onPick(each)} onKeyDown={(event) => onKeyDown(event, each)}
          >
            {each}
            {(word || isUsual) && <small className={each === value ? "!text-on-primary" : ""}>{isUsual && "▲ "}{word}</small>}
          </button>
        );
      })}
    </div>
  );
}
