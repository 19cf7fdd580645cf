"use client";

import { useRef, type KeyboardEvent } from "react";

export type Choice = { value: string; label: string };

type ChoiceListProps = { labelledBy: string; choices: readonly Choice[]; value: string | null; onPick: (value: string) => void; columns?: 1 | 2 };

/** One answer of several: arrows move, Space or a tap picks. Nothing is preset, and a pick can be changed. */
export function ChoiceList({ labelledBy, choices, value, onPick, columns = 1 }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const reachable = Math.max(0, choices.findIndex((choice) => choice.value === value));

  function onKeyDown(event: KeyboardEvent, at: number) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll("button")[(at + by + choices.length) % choices.length]?.focus();
  }

  return (
    <div ref={list} role="radiogroup" aria-labelledby={labelledBy} className={`choices mt-[10px] ${columns === 1 ? "one" : ""}`}>
      {choices.map((choice, index) => (
        <button
          key={choice.value} type="button" role="radio" aria-checked={choice.value === value} tabIndex={index === reachable ? 0 : -1}
          className={`choice ${columns === 1 ? "start text-start" : ""}`}
          onClick={() => onPick(choice.value)} onKeyDown={(event) => onKeyDown(event, index)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

type CheckListProps = { labelledBy: string; choices: readonly Choice[]; values: readonly string[]; onToggle: (value: string, isTicked: boolean) => void };

/** Several answers: native checkboxes as full-width rows. */
export function CheckList({ labelledBy, choices, values, onToggle }: CheckListProps) {
  return (
    <div role="group" aria-labelledby={labelledBy} className="choices one mt-[10px]">
      {choices.map(({ value, label }) => (
        <label key={value} className="choice start cursor-pointer text-start has-checked:bg-primary has-checked:border-primary has-checked:text-on-primary has-focus-visible:outline-3 has-focus-visible:outline-offset-2">
          <input type="checkbox" className="size-6 shrink-0 accent-[var(--dm-ink)]" checked={values.includes(value)} onChange={(event) => onToggle(value, event.currentTarget.checked)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
