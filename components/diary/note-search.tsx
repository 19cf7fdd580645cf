"use client";

import Link from "next/link";
import { useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { wordFullDay, wordTime } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import { findHits, foldWords } from "@/lib/domain/search/find-words";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { MOST_SEARCH_CHARACTERS, type FoundNotes } from "@/lib/schemas/note-search";

type NoteSearchProps = { diaryId: string; words: Messages["history"]["search"]; /** all entries, shown while nothing is looked for */ children: ReactNode };
type Found = FoundNotes & { text: string };

/** Looks for words in the owner's notes. What is looked for is sent in a body and stands in no address; without a script there is no form. */
export function NoteSearch({ diaryId, words, children }: NoteSearchProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (isBusy) return;
    if (!wanted) {
      setProblem(words.empty);
      return input.current?.focus();
    }
    setBusy(true);
    setProblem("");
    const outcome = await ask(diaryId, wanted);
    setBusy(false);
    if (typeof outcome === "string") return setProblem(words[outcome]);
    setFound({ ...outcome, text: wanted });
  };
  const clear = () => {
    setFound(null);
    setText("");
    setProblem("");
    input.current?.focus();
  };
  return (
    <>
      <form role="search" method="post" noValidate onSubmit={(event) => void search(event)} className="mb-5 max-w-[34rem]">
        <label htmlFor={id} className="b block">{words.label}</label>
        <p id={`${id}-hint`} className="small muted mb-2">{words.hint}</p>
        <div className="flex flex-wrap gap-2">
          {/* No name: a browser without our script would send nothing of it. */}
          <input ref={input} id={id} type="search" className="input min-w-0 flex-1 basis-48" autoComplete="off" maxLength={MOST_SEARCH_CHARACTERS} value={text}
            aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`} aria-invalid={problem === words.empty} onChange={(event) => setText(event.target.value)} />
          <button type="submit" className="btn line px-5" aria-disabled={isBusy}><Icon name="search" size={20} />{isBusy ? words.busy : words.button}</button>
        </div>
        <p id={`${id}-problem`} role="alert" className={problem ? "mt-2 font-semibold text-urgent-ink" : ""}>{problem}</p>
      </form>
      <p role="status" className={found ? "b mb-3" : "vh"}>{found && wordCount(found, words)}</p>
      {found ? (
        <>
          <ol className="grid gap-3.5">
            {found.entries.map((entry) => {
              const when = { day: wordFullDay(entry.day), time: wordTime(new Date(entry.recordedAt), entry.timeZone) };
              return (
                <li key={entry.id} className="card mt-0">
                  <div className="row between flex-wrap gap-y-1">
                    <h3 className="text-lg">{when.day}</h3>
                    <p className="small muted num">{when.time}</p>
                  </div>
                  <p className="mt-2 whitespace-pre-line wrap-anywhere"><Marked text={entry.note} query={found.text} /></p>
                  <p className="border-line mt-3 flex justify-end border-t pt-1">
                    <Link className="btn text -me-2" href={`/history/${entry.id}`} prefetch={false} aria-label={fill(words.openLong, when)}>{words.open}<Icon name="chev" size={20} /></Link>
                  </p>
                </li>
              );
            })}
          </ol>
          <button type="button" className="btn line mt-5 px-5" onClick={clear}>{words.clear}</button>
        </>
      ) : children}
    </>
  );
}

/** The note as it was written, with what was looked for marked. */
function Marked({ text, query }: { text: string; query: string }) {
  const hits = findHits(text, foldWords(query));
  return (
    <>
      {hits.map(({ from, to }, place) => <span key={from}>{text.slice(hits[place - 1]?.to ?? 0, from)}<mark className="bg-urgent-soft text-ink rounded-sm underline">{text.slice(from, to)}</mark></span>)}
      {text.slice(hits.at(-1)?.to ?? 0)}
    </>
  );
}

function wordCount({ count, entries, text }: Found, words: NoteSearchProps["words"]): string {
  if (count === 0) return fill(words.none, { text });
  if (count > entries.length) return fill(words.newest, { count, shown: entries.length });
  return count === 1 ? words.one : fill(words.many, { count });
}

async function ask(diaryId: string, text: string): Promise<FoundNotes | "offline" | "signedOut" | "failed"> {
  try {
    const response = await fetch(`/api/diaries/${diaryId}/note-search`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text }) });
    if (response.status === 401) return "signedOut";
    return response.ok ? (await response.json()) as FoundNotes : "failed";
  } catch {
    return "offline";
  }
}
