"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { saveMedicine } from "@/components/medicines/call-medicines";
import { ClassField } from "@/components/medicines/class-field";
import { asDraft, draftOf, isSame, meantBy, problemsOf, toInput, withName, type MedicineDraft } from "@/components/medicines/medicine-draft";
import { MedicineSearch } from "@/components/medicines/medicine-search";
import { RemoveMedicine } from "@/components/medicines/remove-medicine";
import { SaveProblems } from "@/components/setup/save-problems";
import type { SetUpTexts } from "@/components/setup/section-props";
import { useProblems } from "@/components/setup/use-problems";
import { RadioChoices } from "@/components/ui/choices";
import { Field, fieldProps } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { findKnownMedicine } from "@/lib/domain/medicines/known-medicines";
import { MEDICINE_KINDS } from "@/lib/domain/medicines/medicine";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { forgetFormDraft, keepFormDraft, readFormDraft } from "@/lib/offline/form-draft";
import type { MedicineInput } from "@/lib/schemas/medicine";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type MedicineFormProps = {
  diary: DiaryOf;
  /** null for a new one */
  stored: MedicineInput | null;
  /** in words, when infusions are listed: the last dose is the newest of them */
  lastListed: string | null;
  texts: SetUpTexts;
  words: Messages["medicines"];
};

/** One medicine. What is typed is kept on the device until it is saved, or dropped. */
export function MedicineForm({ diary, stored, lastListed, texts, words }: MedicineFormProps) {
  const router = useRouter();
  const id = useId();
  const draftName = `medicine.${diary.diaryId}.${stored?.id ?? "new"}`;
  const [start] = useState(() => draftOf(stored ?? { id: "", name: "" }));
  const [draft, setDraft] = useState<MedicineDraft>(start);
  const [wasKept, setWasKept] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const isSaved = useRef(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const problems = useProblems(texts);
  const { form } = words;
  useEffect(() => {
    const timer = setTimeout(() => {
      const kept = asDraft(readFormDraft(draftName));
      if (!kept || isSame(kept, start) || (stored && kept.id !== stored.id)) return;
      setDraft(kept);
      setWasKept(true);
    });
    return () => clearTimeout(timer);
  }, [draftName, start, stored]);
  const changeTo = (next: (before: MedicineDraft) => MedicineDraft) => setDraft((before) => {
    const after = { ...next(before), id: before.id || uuidv7() };
    if (!isSaved.current) keepFormDraft(draftName, after);
    return after;
  });
  const change = (part: Partial<MedicineDraft>) => changeTo((before) => ({ ...before, ...part }));
  const forget = () => {
    isSaved.current = true;
    forgetFormDraft(draftName);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = problemsOf(draft, dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone));
    if (Object.keys(found).length > 0) return problems.show(found);
    setBusy(true);
    const outcome = await saveMedicine(diary, toInput({ ...draft, id: draft.id || uuidv7() }, stored ?? { id: draft.id, name: draft.name }));
    if (outcome.kind === "saved") {
      forget();
      router.push("/medicines");
      return router.refresh();
    }
    setBusy(false);
    problems.showOutcome(outcome);
  };
  const dropDraft = () => {
    forgetFormDraft(draftName);
    setDraft(start);
    setWasKept(false);
  };

  const idFor = (field: string) => `${id}-${field}`;
  const known = findKnownMedicine(draft.name);
  const meant = isTyping ? null : meantBy(draft.name);
  const kindOf = (is: keyof typeof texts.medicines.classes | null) => (is ? texts.medicines.classes[is].name : "");
  type TextField = "dose" | "reason" | "sideEffects" | "stopReason" | "startedOn" | "lastDoseOn" | "nextDoseOn" | "stoppedOn";
  const control = (field: TextField, hint?: string) => ({
    ...fieldProps(idFor(field), { hint, error: problems.fields[field] }), value: draft[field],
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  const date = (field: "startedOn" | "lastDoseOn" | "nextDoseOn" | "stoppedOn") => (
    <Field id={idFor(field)} label={form[field]} error={problems.fields[field]}><input className="input" type="date" {...control(field)} /></Field>
  );
  return (
    <form method="post" noValidate onSubmit={(event) => void save(event)} className="grid gap-5">
      <SaveProblems texts={texts} problems={problems} idFor={idFor} />
      <div role="status" className="empty:hidden">
        {wasKept && <p className="note info flex flex-wrap items-center justify-between gap-x-3">{form.draftKept}<button type="button" className="btn text" onClick={dropDraft}>{form.draftDrop}</button></p>}
      </div>
      <div>
        <Field id={idFor("name")} label={form.name} hint={form.nameHint} error={problems.fields.name}>
          <MedicineSearch id={idFor("names")} described={fieldProps(idFor("name"), { hint: form.nameHint, error: problems.fields.name })} input={nameInput} value={draft.name} words={form}
            kindOf={({ medicine }) => kindOf(medicine.class)} onType={(name) => {
              setTyping(true);
              changeTo((before) => withName(before, name));
            }} onLeave={() => setTyping(false)} onChoose={({ name }) => {
              setTyping(false);
              changeTo((before) => withName(before, name));
            }} />
        </Field>
        {meant && (
          <p className="note info mt-3 flex flex-wrap items-center justify-between gap-x-3">{fill(form.meant, { name: meant })}
            <button type="button" className="btn text" onClick={() => {
              changeTo((before) => withName(before, meant));
              nameInput.current?.focus();
            }}>{fill(form.use, { name: meant })}</button>
          </p>
        )}
      </div>
      {(known || !isTyping) && <ClassField id={idFor("class")} draft={draft} words={form} classes={texts.medicines.classes} error={problems.fields.class} onChange={(value) => change({ class: value })} />}
      <Field id={idFor("dose")} label={form.dose} hint={form.doseHint} error={problems.fields.dose}>
        <input className="input" type="text" autoComplete="off" maxLength={120} {...control("dose", form.doseHint)} />
      </Field>
      {!known?.isInfusion && <RadioChoices id={idFor("kind")} legend={form.kind} options={MEDICINE_KINDS.map((value) => ({ value, label: form.kinds[value] }))} value={draft.kind} onChange={(kind) => kind && change({ kind })} error={problems.fields.kind} />}
      <div>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-5">
          {date("startedOn")}
          {lastListed === null && date("lastDoseOn")}
          {(known?.isInfusion || known?.class === "baclofen-pump" || draft.kind === "other" || draft.nextDoseOn || lastListed !== null) && date("nextDoseOn")}
        </div>
        <p className="small muted mt-2">{lastListed === null ? form.datesHint : fill(form.lastDoseListed, { date: lastListed })}</p>
      </div>
      <Field id={idFor("reason")} label={form.reason} error={problems.fields.reason}>
        <input className="input" type="text" autoComplete="off" maxLength={200} {...control("reason")} />
      </Field>
      <Field id={idFor("sideEffects")} label={form.sideEffects} hint={form.sideEffectsHint} error={problems.fields.sideEffects}>
        <textarea className="input" rows={3} maxLength={1000} {...control("sideEffects", form.sideEffectsHint)} />
      </Field>
      <details className="group" open={Boolean(start.stoppedOn || start.stopReason || problems.fields.stoppedOn) || undefined}>
        <summary>{form.stopped}<Icon name="down" size={20} className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary>
        <div className="grid gap-5 pt-1">
          <div className="max-w-60">{date("stoppedOn")}</div>
          <Field id={idFor("stopReason")} label={form.stopReason} error={problems.fields.stopReason}>
            <input className="input" type="text" autoComplete="off" maxLength={500} {...control("stopReason")} />
          </Field>
        </div>
      </details>
      <div className="grid gap-2.5">
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? form.saving : form.save}</button>
        <Link className="btn line wide" href="/medicines">{form.cancel}</Link>
        {stored && <RemoveMedicine diary={diary} medicineId={stored.id} name={stored.name} words={words.remove} problems={texts.problems} onRemoved={forget} />}
      </div>
    </form>
  );
}
