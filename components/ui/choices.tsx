"use client";

import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

export type Option<T extends string> = { value: T; label: string };

/** 4: short words, as many beside each other as there is room for */
type Columns = 1 | 2 | 4;

type GroupProps = { id: string; legend: string; error?: string | undefined; columns?: Columns; children: ReactNode };

function Group({ id, legend, error, columns = 1, children }: GroupProps) {
  return (
    <fieldset id={id} className="m-0 min-w-0 border-0 p-0" {...(error && { "aria-describedby": `${id}-error` })}>
      <legend className="mb-2 p-0 font-semibold">{legend}</legend>
      <div className={GRIDS[columns]}>{children}</div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

const GRIDS = { 1: "choices one", 2: "choices", 4: "choices grid-cols-[repeat(auto-fill,minmax(4.4rem,1fr))]!" };
const LOOKS = { 1: "start text-start", 2: "", 4: "gap-1.5! px-1!" };
const CARD = "choice relative cursor-pointer has-checked:border-primary has-checked:bg-primary has-checked:text-on-primary "
  + "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--dm-focus-in)] has-focus-visible:shadow-[0_0_0_8px_var(--dm-focus-out)]";
const HIDDEN_INPUT = "absolute inset-0 m-0 cursor-pointer appearance-none opacity-0";

type RadioChoicesProps<T extends string> = {
  id: string;
  legend: string;
  options: readonly Option<T>[];
  /** undefined: not answered, nothing is preset */
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  /** takes the answer back, since a radio button cannot be unset */
  clearLabel?: string;
  columns?: Columns;
  error?: string | undefined;
};

/** One of several. Native radio buttons: arrows move, Space picks, voice control reads the words. */
export function RadioChoices<T extends string>({ id, legend, options, value, onChange, clearLabel, columns = 1, error }: RadioChoicesProps<T>) {
  return (
    <div>
      <Group id={id} legend={legend} error={error} columns={columns}>
        {options.map((option) => (
          <label key={option.value} className={`${CARD} ${LOOKS[columns]}`}>
            <input type="radio" name={id} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} className={HIDDEN_INPUT} />
            {value === option.value && <Icon name="check" size={20} />}
            {option.label}
          </label>
        ))}
      </Group>
      {clearLabel && value !== undefined && (
        <button type="button" className="btn text min-h-12" aria-label={`${clearLabel}: ${legend}`} onClick={() => onChange(undefined)}>{clearLabel}</button>
      )}
    </div>
  );
}

type CheckChoicesProps<T extends string> = {
  id: string;
  legend: string;
  options: readonly Option<T>[];
  values: readonly T[];
  onChange: (values: T[]) => void;
  columns?: Columns;
  error?: string | undefined;
  /** more choices of the same group, after these */
  children?: ReactNode;
};

/** Any of several. */
export function CheckChoices<T extends string>({ id, legend, options, values, onChange, columns = 1, error, children }: CheckChoicesProps<T>) {
  return (
    <Group id={id} legend={legend} error={error} columns={columns}>
      <CheckCards options={options} values={values} onChange={onChange} columns={columns} />
      {children}
    </Group>
  );
}

type CheckCardsProps<T extends string> = Pick<CheckChoicesProps<T>, "options" | "values" | "onChange" | "columns">;

export function CheckCards<T extends string>({ options, values, onChange, columns = 1 }: CheckCardsProps<T>) {
  return options.map(({ value, label }) => {
    const isChecked = values.includes(value);
    return (
      <label key={value} className={`${CARD} ${LOOKS[columns]}`}>
        <input type="checkbox" checked={isChecked} onChange={() => onChange(isChecked ? values.filter((each) => each !== value) : [...values, value])} className={HIDDEN_INPUT} />
        {isChecked && <Icon name="check" size={20} />}
        {label}
      </label>
    );
  });
}
