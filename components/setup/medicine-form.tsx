"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { putMedicine } from "@/components/setup/save";
import type { SetUpTexts } from "@/components/setup/section-props";
import { useProblems } from "@/components/setup/use-problems";
import { SaveProblems } from "@/components/setup/save-problems";
import { Field, fieldProps } from "@/components/ui/field";
import { MEDICINE_CLASSES, type MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { findMedicineClass, KNOWN_MEDICINES, namesOf } from "@/lib/domain/medicines/known-medicines";
import type { MedicineInput } from "@/lib/schemas/medicine";

type MedicineFormProps = { texts: SetUpTexts; diaryId: string; initial: MedicineInput; onSaved: (saved: MedicineInput) => void; onCancel: () => void };

const DATES = ["startedOn", "lastDoseOn", "stoppedOn"] as const;

export function MedicineForm({ texts, diaryId, initial, onSaved, onCancel }: MedicineFormProps) {
  const { medicines: words } = texts;
  const [name, setName] = useState(initial.name);
  const [chosenClass, setChosenClass] = useState<MedicineClass | "">(initial.class ?? "");
  const [isOwnChoice, setOwnChoice] = useState(initial.class !== undefined);
  const [dates, setDates] = useState({ startedOn: initial.startedOn ?? "", lastDoseOn: initial.lastDoseOn ?? "", stoppedOn: initial.stoppedOn ?? "" });
  const [isBusy, setBusy] = useState(false);
  const problems = useProblems(texts);
  const nameInput = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => nameInput.current?.focus(), []);

  const typeName = (value: string) => {
    setName(value);
    // A class the person chose is never changed behind their back.
    if (!isOwnChoice) setChosenClass(findMedicineClass(value) ?? "");
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!name.trim()) return problems.show({ name: "medicine.missing" });
    if (dates.startedOn && dates.stoppedOn && dates.stoppedOn < dates.startedOn) return problems.show({ stoppedOn: "medicine.stopsBeforeStart" });
    const { class: _class, relapseId, startedOn: _startedOn, lastDoseOn: _lastDoseOn, stoppedOn: _stoppedOn, ...others } = initial; // what this short form does not show stays
    const medicine: MedicineInput = {
      ...others, name: name.trim(),
      ...(chosenClass && { class: chosenClass }),
      ...(relapseId && chosenClass === "steroid-course" && { relapseId }),
      ...(dates.startedOn && { startedOn: dates.startedOn }),
      ...(dates.lastDoseOn && { lastDoseOn: dates.lastDoseOn }),
      ...(dates.stoppedOn && { stoppedOn: dates.stoppedOn }),
    };
    setBusy(true);
    const outcome = await putMedicine(diaryId, medicine);
    setBusy(false);
    if (outcome.kind === "saved") onSaved(medicine);
    else problems.showOutcome(outcome);
  };
  const idFor = (field: string) => `${id}-${field}`;

  return (
    <form method="post" onSubmit={(event) => void save(event)} noValidate className="card grid gap-4">
      <SaveProblems texts={texts} problems={problems} idFor={idFor} />
      <Field id={idFor("name")} label={words.name} hint={words.nameHint} error={problems.fields.name}>
        <input ref={nameInput} {...fieldProps(idFor("name"), { hint: words.nameHint, error: problems.fields.name })} className="input" type="text" autoComplete="off"
          maxLength={120} list={`${id}-known`} value={name} onChange={(event) => typeName(event.target.value)} />
        <datalist id={`${id}-known`}>{KNOWN_MEDICINES.flatMap(namesOf).map((known) => <option key={known} value={known} />)}</datalist>
      </Field>
      <Field id={idFor("class")} label={words.class} hint={words.classHint} error={problems.fields.class}>
        <select {...fieldProps(idFor("class"), { hint: words.classHint, error: problems.fields.class })} className="input" value={chosenClass}
          onChange={(event) => {
            setOwnChoice(true);
            setChosenClass(event.target.value as MedicineClass | "");
          }}>
          <option value="">{words.classUnknown}</option>
          {MEDICINE_CLASSES.map((value) => <option key={value} value={value}>{`${words.classes[value].name}: ${words.classes[value].examples}`}</option>)}
        </select>
      </Field>
      <details open={DATES.some((key) => initial[key]) || undefined}>
        <summary>{words.dates}</summary>
        <div className="grid gap-4 pt-1">
          {DATES.map((key) => (
            <Field key={key} id={idFor(key)} label={words[key]} error={problems.fields[key]}>
              <input {...fieldProps(idFor(key), { error: problems.fields[key] })} className="input max-w-60" type="date" value={dates[key]}
                onChange={(event) => setDates({ ...dates, [key]: event.target.value })} />
            </Field>
          ))}
        </div>
      </details>
      <div className="grid gap-2.5">
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? texts.saving : words.save}</button>
        <button type="button" className="btn line wide" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
