"use client";

import { useState, type FormEvent } from "react";
import { saveReminders } from "@/components/reminders/call-reminders";
import { PushDevice } from "@/components/reminders/push-device";
import { wordNext } from "@/components/reminders/words";
import { CheckChoices } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, fieldProps } from "@/components/ui/field";
import { SwitchRow } from "@/components/ui/switch-row";
import { WEEKDAYS, type Weekday } from "@/lib/domain/reminders/reminder";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { reminderSchema, type ReminderInput } from "@/lib/schemas/reminder";
import { fieldErrors } from "@/lib/schemas/fields";

export type StoredReminder = Omit<ReminderInput, "timeZone"> & { isQuiet: boolean; nextAt: string | null };

type ReminderFormProps = {
  diaryId: string;
  stored: StoredReminder;
  email: string;
  texts: Messages["reminders"];
  /** null where the server has no key for push */
  push: { publicKey: string; isShared: boolean; isKnown: boolean; others: readonly (string | null)[] } | null;
};

type Item = { id?: string; text: string };

const hereNow = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When and how someone is reminded. What was chosen stays in the form, whatever the server says. */
export function ReminderForm({ diaryId, stored, email, texts, push }: ReminderFormProps) {
  const [draft, setDraft] = useState(stored);
  const [saved, setSaved] = useState(stored);
  const [items, setItems] = useState<Item[]>([]);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<"conflict" | "signedOut" | null>(null);
  const [status, setStatus] = useState("");
  const [isBusy, setBusy] = useState(false);
  const change = (changes: Partial<StoredReminder>) => {
    setStatus("");
    setDraft((before) => ({ ...before, ...changes }));
  };
  const show = (found: Record<string, string>) => {
    const worded = Object.fromEntries(Object.entries(found).map(([field, key]) => [field.split(".")[0]!, (texts.problems as Record<string, string>)[key] ?? texts.problems.server]));
    setFields(worded);
    setItems(Object.entries(worded).map(([field, text]) => ({ id: `reminder-${field}`, text })));
  };
  const save = async (changes: Partial<StoredReminder> = {}) => {
    if (isBusy) return;
    setTrouble(null);
    setStatus("");
    const { isQuiet: _isQuiet, nextAt: _nextAt, ...wanted } = { ...draft, ...changes };
    const parsed = reminderSchema.safeParse({ ...wanted, timeZone: hereNow() });
    if (!parsed.success) return show(fieldErrors(parsed.error));
    setBusy(true);
    const outcome = await saveReminders(diaryId, parsed.data);
    setBusy(false);
    if (outcome.kind === "invalid") return show(outcome.fields);
    setFields({});
    if (outcome.kind !== "saved") {
      if (outcome.kind === "conflict" || outcome.kind === "signedOut") setTrouble(outcome.kind);
      return setItems([{ text: texts.problems[outcome.kind] }]);
    }
    setItems([]);
    const next = { ...draft, ...changes, isQuiet: false, ...outcome.value };
    setDraft(next);
    setSaved(next);
    setStatus(`${texts.saved} ${wordNext(next, hereNow(), texts)}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const ways = [...(draft.byMail ? ["mail" as const] : []), ...(draft.byPush ? ["push" as const] : [])];
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <ErrorSummary title={texts.problems.title} items={items}>
        {trouble === "signedOut" && <a className="btn line mt-2 px-4" href="/sign-in" target="_blank" rel="noopener">{texts.problems.signIn}</a>}
        {trouble === "conflict" && <button type="button" className="btn line mt-2 px-4" onClick={() => location.reload()}>{texts.problems.reload}</button>}
      </ErrorSummary>
      {saved.isQuiet && (
        <section className="card" aria-labelledby="reminder-question">
          <h2 id="reminder-question">{texts.question.title}</h2>
          <p className="mt-1.5">{texts.question.text}</p>
          <button type="button" className="btn primary wide mt-3" aria-disabled={isBusy} onClick={() => void save({ isOn: true })}>{texts.question.yes}</button>
          <button type="button" className="btn line wide mt-2.5" aria-disabled={isBusy} onClick={() => void save({ isOn: false })}>{texts.question.no}</button>
        </section>
      )}
      <div className="card"><SwitchRow id="reminder-on" label={texts.isOn} isOn={draft.isOn} words={texts} onChange={(isOn) => change({ isOn })} /></div>
      {draft.isOn && (
        <>
          <Field id="reminder-time" label={texts.time} hint={texts.timeHint} error={fields.time}>
            <input {...fieldProps("reminder-time", { hint: texts.timeHint, error: fields.time })} className="input num max-w-[12rem]" type="time" required value={draft.time} onChange={(event) => change({ time: event.target.value })} />
          </Field>
          <CheckChoices id="reminder-weekdays" legend={texts.weekdays} columns={4} error={fields.weekdays}
            options={WEEKDAYS.map((day) => ({ value: String(day), label: texts.days[day] }))} values={draft.weekdays.map(String)}
            onChange={(days) => change({ weekdays: days.map((day) => Number(day) as Weekday) })} />
          <CheckChoices id="reminder-by" legend={texts.by} error={fields.by} values={ways}
            options={[{ value: "mail", label: fill(texts.byMail, { email }) }, ...(push || draft.byPush ? [{ value: "push" as const, label: texts.byPush }] : [])]}
            onChange={(values) => change({ byMail: values.includes("mail"), byPush: values.includes("push") })} />
          {push && draft.byPush && <PushDevice texts={texts.device} {...push} />}
          <Field id="reminder-pausedUntil" label={texts.pausedUntil} hint={texts.pausedUntilHint} error={fields.pausedUntil}>
            <input {...fieldProps("reminder-pausedUntil", { hint: texts.pausedUntilHint, error: fields.pausedUntil })} className="input num max-w-[14rem]" type="date" value={draft.pausedUntil ?? ""} onChange={(event) => change({ pausedUntil: event.target.value || null })} />
          </Field>
          <p className="text-sm text-ink-2">{texts.privacy}</p>
        </>
      )}
      <div>
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? texts.saving : texts.save}</button>
        <p role="status" className="mt-2.5 font-semibold empty:hidden">{status}</p>
      </div>
    </form>
  );
}
