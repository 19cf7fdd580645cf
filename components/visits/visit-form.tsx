"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { putVisit } from "@/components/visits/call-visits";
import { Dictation } from "@/components/visits/dictation";
import { QuestionList } from "@/components/visits/question-list";
import { withPhrase } from "@/components/visits/use-dictation";
import { asDraft, draftOf, emptyDraft, isSame, problemsOf, toInput, type VisitDraft } from "@/components/visits/visit-draft";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, fieldProps } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { Visit } from "@/lib/domain/visits/visit";
import type { CalendarDay } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";
import { forgetFormDraft, keepFormDraft, readFormDraft } from "@/lib/offline/form-draft";

type VisitFormProps = {
  diaryId: string;
  /** null for a new one */
  visit: (Visit & { updatedAt: string }) | null;
  today: CalendarDay;
  words: Messages["visits"];
};

type Item = { id?: string; text: string };
const NONE: Item[] = [];

/** One visit. What is typed is kept on the device until it is saved, or dropped. */
export function VisitForm({ diaryId, visit, today, words }: VisitFormProps) {
  const router = useRouter();
  const id = useId();
  const name = `visit.${diaryId}.${visit?.id ?? "new"}`;
  const [start] = useState(() => (visit ? draftOf(visit) : emptyDraft("")));
  const [draft, setDraft] = useState<VisitDraft>(start);
  const [wasKept, setWasKept] = useState(false);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [items, setItems] = useState(NONE);
  const [isSignedOut, setIsSignedOut] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isSaved = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      const kept = asDraft(readFormDraft(name));
      if (!kept || isSame(kept, start) || (visit && kept.id !== visit.id)) return;
      setDraft(kept);
      setWasKept(true);
    });
    return () => clearTimeout(timer);
  }, [name, start, visit]);
  const change = (changes: Partial<VisitDraft>) => setDraft((before) => {
    const next = { ...before, id: before.id || uuidv7(), ...changes };
    if (!isSaved.current) keepFormDraft(name, next);
    return next;
  });
  const { form } = words;
  const idFor = (field: string) => `${id}-${field.replace(".", "-")}`;
  const wordOf = (key: string) => (words.problems as Record<string, string>)[key] ?? words.problems["field.invalid"];
  const show = (found: Record<string, string>) => {
    const worded = Object.fromEntries(Object.entries(found).map(([field, key]) => [field, wordOf(field === "day" ? "visit.day" : key)]));
    setFields(worded);
    setItems(Object.entries(worded).map(([field, text]) => ({ id: idFor(field), text })));
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setIsSignedOut(false);
    const found = problemsOf(draft);
    if (Object.keys(found).length > 0) return show(found);
    const input = toInput({ ...draft, id: draft.id || uuidv7() }, visit?.updatedAt ?? null);
    setBusy(true);
    const outcome = await putVisit(diaryId, input);
    if (outcome.kind === "saved") {
      isSaved.current = true;
      forgetFormDraft(name);
      router.push("/visits");
      return router.refresh();
    }
    setBusy(false);
    if (outcome.kind === "invalid") return show(outcome.fields);
    setFields({});
    setIsSignedOut(outcome.kind === "signedOut");
    setItems([{ text: words.problems[outcome.kind] }]);
  }

  function dropDraft(): void {
    forgetFormDraft(name);
    setDraft(start);
    setWasKept(false);
  }

  const text = (key: "withWhom" | "mainConcern" | "agreed") => ({ value: draft[key], onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }) });
  const agreed = (
    <Field id={idFor("agreed")} label={form.agreed} hint={form.agreedHint} error={fields.agreed}>
      <textarea {...fieldProps(idFor("agreed"), { hint: form.agreedHint, error: fields.agreed })} className="input" rows={5} {...text("agreed")} />
    </Field>
  );
  const isOver = draft.day !== "" && draft.day <= today;
  return (
    <form method="post" noValidate onSubmit={(event) => void save(event)} className="grid gap-5">
      <ErrorSummary title={words.problems.title} items={items}>
        {isSignedOut && <a className="btn line mt-2 px-4" href="/sign-in" target="_blank" rel="noopener">{words.problems.signIn}</a>}
      </ErrorSummary>
      <div role="status" className="-mb-5 empty:hidden">
        {wasKept && <p className="note info mb-5 flex flex-wrap items-center justify-between gap-x-3">{form.draftKept}<button type="button" className="btn text" onClick={dropDraft}>{form.draftDrop}</button></p>}
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-5">
        <Field id={idFor("day")} label={form.day} error={fields.day}>
          <input {...fieldProps(idFor("day"), { error: fields.day })} className="input" type="date" value={draft.day} onChange={(event) => change({ day: event.target.value })} />
        </Field>
        <Field id={idFor("time")} label={form.time} error={fields.time}>
          <input {...fieldProps(idFor("time"), { error: fields.time })} className="input" type="time" value={draft.time} onChange={(event) => change({ time: event.target.value })} />
        </Field>
      </div>
      <Field id={idFor("withWhom")} label={form.withWhom} hint={form.withWhomHint} error={fields.withWhom}>
        <input {...fieldProps(idFor("withWhom"), { hint: form.withWhomHint, error: fields.withWhom })} className="input" type="text" autoComplete="off" {...text("withWhom")} />
      </Field>
      {isOver && agreed}
      <QuestionList id={idFor("questions")} words={form} questions={draft.questions} errorOf={(place) => fields[`questions.${place}`]} onChange={(questions) => change({ questions })} />
      <div>
        <Field id={idFor("mainConcern")} label={form.mainConcern} hint={form.mainConcernHint} error={fields.mainConcern}>
          <textarea {...fieldProps(idFor("mainConcern"), { hint: form.mainConcernHint, error: fields.mainConcern })} className="input" rows={4} {...text("mainConcern")} />
        </Field>
        <Dictation words={words.dictation} field={form.mainConcern} onText={(phrase) => setDraft((before) => {
          const next = { ...before, id: before.id || uuidv7(), mainConcern: withPhrase(before.mainConcern, phrase) };
          keepFormDraft(name, next);
          return next;
        })} />
      </div>
      {!isOver && <details className="group" open={start.agreed !== ""}><summary>{form.agreedLater}<Icon name="down" size={20} className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary><div className="pt-1">{agreed}</div></details>}
      <div className="grid gap-2.5">
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? form.saving : form.save}</button>
        <Link className="btn line wide" href="/visits">{form.cancel}</Link>
      </div>
    </form>
  );
}
