"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type FormEvent, type MouseEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { draftOf, SECTIONS, withSection, type DiarySection, type Section } from "@/components/setup/draft";
import { MedicinesSection } from "@/components/setup/medicines-section";
import { putDiary } from "@/components/setup/save";
import { SaveProblems } from "@/components/setup/save-problems";
import { SectionFields } from "@/components/setup/section-fields";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { useProblems } from "@/components/setup/use-problems";
import { fill } from "@/lib/i18n/fill";
import type { MedicineInput } from "@/lib/schemas/medicine";
import type { DiaryInput } from "@/lib/schemas/profile";

type SetUpProps = Pick<SectionProps, "texts" | "common" | "places"> & {
  /** null before the first save: the browser then makes the id */
  diaryId: string | null;
  /** as stored, or the empty diary with a name to fall back on */
  stored: DiaryInput;
  /** what stands in the name field at first; the fall-back name does not */
  typedName: string;
  medicines: readonly MedicineInput[];
};

/** Six screens, one after the other. Each is saved as it is left; what is skipped stays as it was. */
export function SetUp({ texts, common, places, diaryId, stored, typedName, medicines }: SetUpProps) {
  const router = useRouter();
  const asked = Number(useSearchParams().get("step"));
    const [diary, setDiary] = useState(stored);
  const [id] = useState(() => diaryId ?? uuidv7());
  const [exists, setExists] = useState(diaryId !== null);
  // Without a diary there is nothing that later screens could be added to.
  const step = exists && Number.isInteger(asked) && asked >= 1 && asked <= SECTIONS.length ? asked : 1;
  const section = SECTIONS[step - 1] as Section;
  const [list, setList] = useState(medicines);
  const [draft, setDraft] = useState(() => ({ ...draftOf(stored), displayName: typedName }));
  const [busy, setBusy] = useState<"save" | "skip" | "later" | null>(null);
  const [isMedicineOpen, setMedicineOpen] = useState(false);
  const problems = useProblems(texts);
  const change = useCallback((part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })), []);
  const heading = useFocusOnChange(step);

  const store = async (input: DiaryInput): Promise<boolean> => {
    const outcome = await putDiary(id, input);
    if (outcome.kind !== "saved") {
      problems.showOutcome(outcome);
      return false;
    }
    setDiary(input);
    setExists(true);
    return true;
  };
  const goOn = () => {
    problems.clear();
    if (step === SECTIONS.length) return router.push("/today");
    window.history.pushState(null, "", `?step=${step + 1}`);
    window.scrollTo(0, 0);
  };
  const act = async (kind: "save" | "skip" | "later") => {
    if (busy) return;
    problems.clear();
    const isDone = diary.setUpDone || kind === "later" || step === SECTIONS.length;
    let next: DiaryInput = diary;
    if (kind !== "skip" && section !== "medicines") {
      const read = withSection(diary, section as DiarySection, draft);
      if ("fields" in read) return problems.show(read.fields, { names: (read.missing ?? []).map((name) => common.symptoms[name]).join(", ") });
      // A name left empty on purpose is not asked for twice.
      next = { ...read, displayName: read.displayName || diary.displayName };
    }
    setBusy(kind);
    const isSaved = next === diary && exists && isDone === diary.setUpDone ? true : await store({ ...next, setUpDone: isDone });
    setBusy(null);
    if (!isSaved) return;
    if (kind === "skip") setDraft((before) => ({ ...draftOf(next), displayName: before.displayName }));
    if (kind === "later") router.push("/today");
    else goOn();
  };

  const { title, lead } = texts.sections[section];
  const isLast = step === SECTIONS.length;
  // A medicine has a form of its own, and forms cannot stand in one another.
  const Frame = section === "medicines" ? "div" : "form";
  const save = (event: FormEvent | MouseEvent) => {
    event.preventDefault();
    void act("save");
  };
  return (
    <Frame className="mx-auto flex w-full max-w-[38rem] flex-1 flex-col" {...(Frame === "form" && { method: "post", noValidate: true, onSubmit: save })}>
      <p className="text-sm text-ink-2">{fill(texts.step, { step, count: SECTIONS.length })}</p>
      <progress className="mt-1.5 mb-4 block h-2 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary" max={SECTIONS.length} value={step} aria-hidden="true" />
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p className="mt-1.5 mb-5 text-ink-2">{lead}</p>
      <SaveProblems texts={texts} problems={problems} idFor={idOf} />
      {section === "medicines"
        ? <MedicinesSection texts={texts} diaryId={id} list={list} setList={setList} onOpen={setMedicineOpen} />
        : <SectionFields section={section} texts={texts} common={common} places={places} draft={draft} change={change} problems={problems.fields} />}
      {!isMedicineOpen && (
        <div className="mt-auto grid gap-2 pt-6">
          <button type={Frame === "form" ? "submit" : "button"} className="btn primary wide" {...(Frame === "div" && { onClick: save })} aria-disabled={busy !== null}>{busy === "save" ? texts.saving : isLast ? texts.saveFinish : texts.saveNext}</button>
          {!isLast && (
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.25rem),1fr))] gap-2.5">
              <button type="button" className="btn line" aria-disabled={busy !== null} onClick={() => void act("skip")}>{texts.skip}</button>
              <button type="button" className="btn line" aria-disabled={busy !== null} onClick={() => void act("later")}>{texts.later}</button>
            </div>
          )}
          <p className="text-sm text-ink-2">{texts.skippedHint}</p>
        </div>
      )}
    </Frame>
  );
}

/** Moves the focus to the heading when the screen changes, not when the page opens. */
function useFocusOnChange(step: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return heading;
}
