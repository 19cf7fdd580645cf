"use client";

import type { DiaryOf } from "@/lib/offline/then-refresh";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { patchRelapse, postRelapse } from "@/components/relapse/call-relapses";
import { asRelapseDraft, emptyRelapse, isSameDraft, relapseDraftOf, relapseInput, relapseProblems, type RelapseDraft, type StoredRelapse } from "@/components/relapse/relapse-draft";
import { RelapseFields, type RelapseWords } from "@/components/relapse/relapse-fields";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { CalendarDay } from "@/lib/domain/time";
import { forgetFormDraft, keepFormDraft, readFormDraft } from "@/lib/offline/form-draft";

export type RelapseFormProps = {
  diary: DiaryOf;
  /** null for a new one */
  stored: StoredRelapse | null;
  today: CalendarDay;
  words: RelapseWords;
};

type Item = { id?: string; text: string };
const NONE: Item[] = [];
export const draftName = (diaryId: string, id: string | null) => `relapse.${diaryId}.${id ?? "new"}`;

/** One relapse, or a flare-up that was none. What is typed is kept on the device until it is saved, or dropped. */
export function RelapseForm({ diary, stored, today, words }: RelapseFormProps) {
  const router = useRouter();
  const id = useId();
  const name = draftName(diary.diaryId, stored?.id ?? null);
  const { form, problems } = words.form;
  const [start] = useState(() => (stored ? relapseDraftOf(stored, form.steroidsDefault) : emptyRelapse(form.steroidsDefault)));
  const [draft, setDraft] = useState<RelapseDraft>(start);
  const [wasKept, setWasKept] = useState(false);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [items, setItems] = useState(NONE);
  const [trouble, setTrouble] = useState<"signedOut" | "conflict" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isSaved = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      const kept = asRelapseDraft(readFormDraft(name));
      if (!kept || isSameDraft(kept, start)) return;
      setDraft(kept);
      setWasKept(true);
    });
    return () => clearTimeout(timer);
  }, [name, start]);
  const idFor = (field: string) => `${id}-${field.replace(".", "-")}`;
  const change = (changes: Partial<RelapseDraft>) => setDraft((before) => {
    const steroids = changes.steroids ?? before.steroids;
    const next = { ...before, ...changes, id: before.id || uuidv7(), steroids: { ...steroids, id: steroids.id || uuidv7() } };
    if (!isSaved.current) keepFormDraft(name, next);
    return next;
  });
  const show = (found: Record<string, string>) => {
    const worded = Object.fromEntries(Object.entries(found).map(([field, key]) => [field, (problems as Record<string, string>)[key] ?? problems["field.invalid"]]));
    setFields(worded);
    setItems(Object.entries(worded).map(([field, text]) => ({ id: idFor(field), text })));
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setTrouble(null);
    const found = relapseProblems(draft, today);
    if (Object.keys(found).length > 0) return show(found);
    const { id: newId, ...told } = relapseInput(draft);
    setBusy(true);
    const outcome = stored ? await patchRelapse(diary, stored.id, { updatedAt: stored.updatedAt, ...told }) : await postRelapse(diary, { id: newId, ...told });
    if (outcome.kind === "saved") {
      isSaved.current = true;
      forgetFormDraft(name);
      router.push("/relapses");
      return router.refresh();
    }
    setBusy(false);
    if (outcome.kind === "invalid") return show(outcome.fields);
    setFields({});
    setTrouble(outcome.kind === "signedOut" || outcome.kind === "conflict" ? outcome.kind : null);
    setItems([{ text: problems[outcome.kind] }]);
  }

  function dropDraft(): void {
    forgetFormDraft(name);
    setDraft(start);
    setWasKept(false);
  }

  return (
    <form method="post" noValidate onSubmit={(event) => void save(event)} className="grid gap-6">
      <ErrorSummary title={problems.title} items={items}>
        {trouble === "signedOut" && <a className="btn line mt-2 px-4" href="/sign-in" target="_blank" rel="noopener">{problems.signIn}</a>}
        {trouble === "conflict" && <a className="btn line mt-2 px-4" href={stored ? `/relapses/${stored.id}` : "/relapses"} target="_blank" rel="noopener">{problems.open}</a>}
      </ErrorSummary>
      <div role="status" className="-mb-6 empty:hidden">
        {wasKept && <p className="note info mb-6 flex flex-wrap items-center justify-between gap-x-3">{form.draftKept}<button type="button" className="btn text" onClick={dropDraft}>{form.draftDrop}</button></p>}
      </div>
      <RelapseFields draft={draft} today={today} words={words} fields={fields} idFor={idFor} onChange={change} />
      <div className="grid gap-2.5">
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? form.saving : form.save}</button>
        <Link className="btn line wide" href="/relapses">{form.cancel}</Link>
      </div>
      <p className="small muted">{words.form.offline}</p>
    </form>
  );
}
