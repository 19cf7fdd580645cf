"use client";

import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { RadioChoices } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, fieldProps } from "@/components/ui/field";
import { callMeasure, type MeasureOutcome } from "@/components/walk/call-measures";
import { fieldsOf, NO_FIELDS, readFields, type ListedResult, type ResultFields } from "@/components/walk/result-input";
import { CLINIC_KINDS, NEW_LESIONS, type ClinicKind } from "@/lib/domain/measures/measure";
import { dayOf } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";

type ResultFormProps = { diaryId: string; words: Messages["walk"]["clinic"]; stored: ListedResult | null; onSaved: () => void; onCancel: () => void };
type Problems = { fields: Record<string, string>; whole: string; isSignedOut: boolean };

const LAB_NAMES = ["Neurofilament light", "Vitamin D"];
const UNITS = ["pg/mL", "nmol/L", "ng/mL"];
const NONE: Problems = { fields: {}, whole: "", isSignedOut: false };

/** One result, new or to be changed. What was typed stays until it is saved. */
export function ResultForm({ diaryId, words, stored, onSaved, onCancel }: ResultFormProps) {
  const id = useId();
  const [kind, setKind] = useState<ClinicKind | undefined>(stored?.kind);
  const [fields, setFields] = useState<ResultFields>(() => (stored ? fieldsOf(stored) : NO_FIELDS));
  const [problems, setProblems] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  /** made once, so that saving again after a failure stores nothing twice */
  const ids = useRef<Record<string, string>>({});
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const word = (key: string) => (words.problems as Record<string, string>)[key] ?? words.problems["field.invalid"];
  const items = useMemo(() => [
    ...(problems.whole ? [{ text: problems.whole }] : []), ...Object.entries(problems.fields).map(([field, text]) => ({ id: `${id}-${field}`, text })),
  ], [problems, id]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !kind) return;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const read = readFields(kind, fields, dayOf(new Date(), timeZone));
    if (read.kind === "problems") return setProblems({ ...NONE, fields: Object.fromEntries(Object.entries(read.fields).map(([field, key]) => [field, word(key)!])) });
    setBusy(true);
    setProblems(NONE);
    for (const value of read.values) {
      const hand = "hand" in value.details ? value.details.hand : "";
      const own = stored && (stored.details.hand ?? "") === hand ? stored : null;
      const measureId = own?.id ?? (ids.current[`${kind}${hand}`] ??= uuidv7());
      const outcome = await callMeasure("PUT", diaryId, measureId, { ...value, id: measureId, recordedAt: new Date().toISOString(), timeZone, ...(own && { updatedAt: own.updatedAt }) });
      if (outcome.kind !== "saved") {
        setBusy(false);
        return setProblems(problemsOf(outcome, words, word));
      }
    }
    setBusy(false);
    onSaved();
  };
  const text = (field: Exclude<keyof ResultFields, "newLesions">, label: string, { hint, list, mode = "decimal", isWide = false }: { hint?: string; list?: readonly string[]; mode?: "decimal" | "numeric" | "text"; isWide?: boolean } = {}) => (
    <Field id={`${id}-${field}`} label={label} {...(hint && { hint })} error={problems.fields[field]}>
      <input {...fieldProps(`${id}-${field}`, { hint, error: problems.fields[field] })} className={`input ${isWide ? "" : "max-w-48"}`} type={field === "day" ? "date" : "text"} autoComplete="off"
        {...(field !== "day" && { inputMode: mode })} {...(list && { list: `${id}-${field}-list` })} value={fields[field]} onChange={(event) => setFields({ ...fields, [field]: event.target.value })} />
      {list && <datalist id={`${id}-${field}-list`}>{list.map((item) => <option key={item} value={item} />)}</datalist>}
    </Field>
  );
  const hands = stored?.details.hand ? [stored.details.hand] : (["right", "left"] as const);

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="card grid gap-5" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={title} tabIndex={-1} className="outline-none">{stored ? words.editTitle : words.add}</h2>
      <ErrorSummary title={words.problems.title} items={items}>
        {problems.isSignedOut && <a className="btn line mt-2 px-4" href="/sign-in" target="_blank" rel="noopener">{words.problems.signIn}</a>}
      </ErrorSummary>
      {!stored && <RadioChoices id={`${id}-kind`} legend={words.which} options={CLINIC_KINDS.map((value) => ({ value, label: words.kinds[value] }))} value={kind} onChange={(value) => {
        setKind(value);
        setProblems(NONE);
      }} />}
      {kind === "edss" && text("value", words.edss.label, { hint: words.edss.hint })}
      {kind === "nine-hole-peg" && <div className="grid gap-4">{hands.map((hand) => <div key={hand}>{text(hand, words.peg[hand], { ...(!stored && { hint: words.peg.hint }) })}</div>)}</div>}
      {kind === "sdmt" && text("value", words.sdmt.label, { hint: words.sdmt.hint, mode: "numeric" })}
      {kind === "lab" && (
        <>
          {text("name", words.lab.name, { hint: words.lab.nameHint, list: LAB_NAMES, mode: "text", isWide: true })}
          {text("value", words.lab.value, { hint: words.lab.valueHint, mode: "text" })}
          {text("unit", words.lab.unit, { hint: words.lab.unitHint, list: UNITS, mode: "text" })}
        </>
      )}
      {kind === "mri" && <RadioChoices id={`${id}-newLesions`} legend={words.mri.legend} options={NEW_LESIONS.map((value) => ({ value, label: words.mri.answers[value] }))} value={fields.newLesions}
        error={problems.fields.newLesions} onChange={(newLesions) => setFields({ ...fields, newLesions })} />}
      {kind && text("day", kind === "mri" ? words.dayMri : words.day)}
      <div className="grid gap-2.5">
        {kind && <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? words.saving : words.save}</button>}
        <button type="button" className="btn line wide" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}

/** The server names a field by its place in the request; a form has the last part of it, or all of it stands on top. */
function problemsOf(outcome: Exclude<MeasureOutcome, { kind: "saved" }>, words: ResultFormProps["words"], word: (key: string) => string | undefined): Problems {
  if (outcome.kind !== "invalid") return { fields: {}, whole: words.problems[outcome.kind], isSignedOut: outcome.kind === "signedOut" };
  return { ...NONE, fields: Object.fromEntries(Object.entries(outcome.fields).map(([field, key]) => [field.split(".").at(-1)!, word(key)!])) };
}
