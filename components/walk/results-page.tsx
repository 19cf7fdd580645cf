"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { SubPage } from "@/components/public/sub-page";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { callMeasure } from "@/components/walk/call-measures";
import { ResultForm } from "@/components/walk/result-form";
import type { ListedResult } from "@/components/walk/result-input";
import { wordDay } from "@/components/walk/words";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type Words = Messages["walk"]["clinic"];
/** `beyond`: the day of the result before, when the two lie further apart than day-to-day variation */
export type ResultRow = ListedResult & { beyond: string | null };
type ResultsPageProps = { diaryId: string; results: readonly ResultRow[]; words: Words; back: { label: string; href: string }; helpLabel: string };

/** Results that a clinic told the person, a card a day, newest first; typed in, changed and removed here. */
export function ResultsPage({ diaryId, results, words, back, helpLabel }: ResultsPageProps) {
  const router = useRouter();
  const [open, setOpen] = useState<{ stored: ListedResult | null } | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => { if (said) note.current?.focus(); }, [said]);
  const shown = results.filter(({ id }) => id !== removed);
  const undo = async () => {
    if (!removed) return;
    const { kind } = await callMeasure("PATCH", diaryId, removed, { removed: false });
    if (kind !== "saved") return setSaid(words.removeWords.failed);
    setRemoved(null);
    setSaid("");
    router.refresh();
  };
  const page = { title: words.title, lead: words.lead, back, helpLabel };
  if (open) {
    return (
      <SubPage {...page}>
        <ResultForm diaryId={diaryId} words={words} stored={open.stored} onCancel={() => setOpen(null)} onSaved={() => {
          setOpen(null);
          setRemoved(null);
          setSaid(words.saved);
          router.refresh();
        }} />
      </SubPage>
    );
  }
  const item = (result: ResultRow) => (
    <li key={result.id} className="flex-wrap gap-y-0.5">
      <div className="min-w-0 grow basis-64">
        <h3 className="text-base font-medium wrap-anywhere">{nameOf(result, words)}</h3>
        <p className="wrap-anywhere"><span className="num text-lg font-bold">{valueOf(result, words)}</span>{result.kind === "edss" && <span className="small muted"> {words.told}</span>}</p>
        {result.beyond && <p className="small muted mt-0.5">{fill(words.beyond, { day: wordDay(result.beyond) })}</p>}
      </div>
      <div className="-ms-2 flex flex-wrap gap-x-2">
        <button type="button" className="btn text" aria-label={fill(words.editFull, namesOf(result, words))} onClick={() => setOpen({ stored: result })}><Icon name="pen" size={20} />{words.edit}</button>
        <ConfirmDialog label={words.remove} look="text" fullLabel={fill(words.removeFull, namesOf(result, words))} words={{ ...words.removeWords, text: fill(words.removeWords.text, namesOf(result, words)) }}
          onYes={async () => ((await callMeasure("DELETE", diaryId, result.id)).kind === "saved" ? "done" : { problem: words.removeWords.failed })}
          onDone={() => {
            setRemoved(result.id);
            setSaid(words.removed);
          }} />
      </div>
    </li>
  );
  return (
    <>
      <SubPage {...page}>
        <div ref={note} tabIndex={-1} role="status" className={said ? "note ok mb-3.5 flex flex-wrap items-center gap-2.5 outline-none" : "outline-none"}>
          {said && <span className="grow font-semibold">{said}</span>}
          {said && removed && <button type="button" className="btn line" onClick={() => void undo()}>{words.undo}</button>}
        </div>
        {shown.length === 0 && <section className="card"><h2>{words.empty.title}</h2><p className="muted mt-1">{words.empty.text}</p></section>}
        <div className="grid gap-3.5">
          {byDay(shown).map(([day, ofDay]) => (
            <section key={day} className="card mt-0 pb-1" aria-labelledby={`results-${day}`}>
              <h2 id={`results-${day}`}>{wordDay(day)}</h2>
              <ul className="list">{ofDay.map(item)}</ul>
            </section>
          ))}
        </div>
      </SubPage>
      <div className="dock"><div className="max-w-[38rem]"><button type="button" className="btn primary wide" onClick={() => {
        setSaid("");
        setOpen({ stored: null });
      }}><Icon name="plus" size={24} />{words.add}</button></div></div>
    </>
  );
}

/** In the order given, which is by day already. */
const byDay = (results: readonly ResultRow[]): [string, ResultRow[]][] => [...new Set(results.map(({ day }) => day))].map((day) => [day, results.filter((each) => each.day === day)]);
const nameOf = ({ kind, details }: ListedResult, words: Words): string => (kind === "lab" ? details.name ?? words.kinds.lab : kind === "nine-hole-peg" && details.hand ? `${words.kinds[kind]}, ${words.hands[details.hand].toLowerCase()}` : words.kinds[kind]);
const namesOf = (result: ListedResult, words: Words) => ({ name: nameOf(result, words), day: wordDay(result.day) });

function valueOf({ kind, value, details }: ListedResult, words: Words): string {
  switch (kind) {
    case "mri":
      return words.value.mri[details.newLesions ?? "unknown"];
    case "nine-hole-peg":
      return fill(words.value.seconds, { value: (value ?? 0).toFixed(1) });
    case "lab":
      return fill(words.value.lab, { bound: details.bound === "below" ? "< " : details.bound === "above" ? "> " : "", value: value ?? "", unit: details.unit ?? "" }).trim();
    case "edss":
    case "sdmt":
      return String(value);
  }
}
