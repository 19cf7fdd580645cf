"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { draftOf, withSection, type DiarySection } from "@/components/setup/draft";
import { putDiary } from "@/components/setup/save";
import { SaveProblems } from "@/components/setup/save-problems";
import { SectionFields } from "@/components/setup/section-fields";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { useProblems } from "@/components/setup/use-problems";
import type { DiaryInput } from "@/lib/schemas/profile";

type SectionEditorProps = Pick<SectionProps, "texts" | "common" | "places"> & { section: DiarySection; diaryId: string; stored: DiaryInput; backHref: string };

/** One screen of the set-up by itself, to change answers later. */
export function SectionEditor({ texts, common, places, section, diaryId, stored, backHref }: SectionEditorProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [isBusy, setBusy] = useState(false);
  const problems = useProblems(texts);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const next = withSection(stored, section, draft);
    if ("fields" in next) return problems.show(next.fields, { names: (next.missing ?? []).map((name) => common.symptoms[name]).join(", ") });
    if (!next.displayName) return problems.show({ displayName: "name.missing" });
    setBusy(true);
    const outcome = await putDiary(diaryId, next);
    setBusy(false);
    if (outcome.kind !== "saved") return problems.showOutcome(outcome);
    router.push(backHref);
    router.refresh();
  };
  return (
    // POST: sent before the scripts are up, an answer must not land in the page's URL.
    <form method="post" className="flex flex-1 flex-col" noValidate onSubmit={(event) => void save(event)}>
      <SaveProblems texts={texts} problems={problems} idFor={idOf} />
      <SectionFields section={section} texts={texts} common={common} places={places} draft={draft} problems={problems.fields}
        change={(part) => setDraft((before) => ({ ...before, ...part }))} />
      <div className="mt-6 grid gap-2">
        <button type="submit" className="btn primary wide" aria-disabled={isBusy}>{isBusy ? texts.saving : texts.save}</button>
        <p className="text-sm text-ink-2">{texts.skippedHint}</p>
      </div>
    </form>
  );
}
