"use client";

import { useState, type ReactNode } from "react";

type NumberFieldProps = {
  id: string;
  label: string;
  unit: ReactNode;
  initial: string;
  error: string;
  /** the value to keep, or null when the text is not one */
  parse: (text: string) => number | null;
  onChange: (value: number | undefined) => void;
};

/** A number that few people type. Empty is "not answered"; what cannot be read is said at once and never kept. */
export function NumberField({ id, label, unit, initial, error, parse, onChange }: NumberFieldProps) {
  const [text, setText] = useState(initial);
  const isWrong = text.trim() !== "" && parse(text) === null;
  return (
    <div className="field mt-[10px]">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id} className="input max-w-40" inputMode="decimal" autoComplete="off" value={text} aria-invalid={isWrong} aria-describedby={isWrong ? `${id}-error` : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange(parse(event.currentTarget.value) ?? undefined);
          }}
        />
        {unit}
      </div>
      {isWrong && <p id={`${id}-error`} className="text-urgent-ink mt-1 text-sm font-semibold">{error}</p>}
    </div>
  );
}
