"use client";

import type { WhenDraft } from "@/components/relapse/relapse-draft";
import { RadioChoices, type Option } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import type { Messages } from "@/lib/i18n/messages";

type WhenFieldProps<Known extends string> = {
  id: string;
  legend: string;
  hint?: string;
  options: readonly Option<Known>[];
  value: WhenDraft<Known>;
  /** the last day that can be chosen */
  today: string;
  error: string | undefined;
  words: Messages["relapseForm"]["form"];
  onChange: (value: WhenDraft<Known>) => void;
};

/** A day, or a month and a year where the day is not known. */
export function WhenField<Known extends string>({ id, legend, hint, options, value, today, error, words, onChange }: WhenFieldProps<Known>) {
  const described = error ? { "aria-describedby": `${id}-error`, "aria-invalid": true as const } : {};
  const change = (changes: Partial<WhenDraft<Known>>) => onChange({ ...value, ...changes });
  return (
    <div id={id} className="grid gap-3">
      <RadioChoices id={`${id}-known`} legend={legend} options={options} value={value.known ?? undefined} columns={options.length === 2 ? 2 : 1} onChange={(known) => change({ known: known ?? null })} />
      {value.known === "day" && (
        <div className="field">
          <label htmlFor={`${id}-day`}>{words.day}</label>
          <input id={`${id}-day`} className="input max-w-60" type="date" max={today} value={value.day} {...described} onChange={(event) => change({ day: event.target.value })} />
        </div>
      )}
      {value.known === "month" && (
        <div className="grid max-w-[26rem] grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] gap-3">
          <div className="field">
            <label htmlFor={`${id}-month`}>{words.month}</label>
            <select id={`${id}-month`} className="input" value={value.month} {...described} onChange={(event) => change({ month: event.target.value })}>
              <option value="">{words.chooseMonth}</option>
              {words.months.map((name, index) => <option key={name} value={String(index + 1).padStart(2, "0")}>{name}</option>)}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-year`}>{words.year}</label>
            <input id={`${id}-year`} className="input" type="text" inputMode="numeric" autoComplete="off" maxLength={4} value={value.year} {...described} onChange={(event) => change({ year: event.target.value })} />
          </div>
        </div>
      )}
      <FieldError id={id} error={error} />
      {hint && <p className="small muted">{hint}</p>}
    </div>
  );
}
