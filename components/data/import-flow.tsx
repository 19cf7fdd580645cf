"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { sendImport } from "@/components/data/call-imports";
import { CsvStep } from "@/components/data/csv-step";
import { JsonStep } from "@/components/data/json-step";
import { readFile, type CsvFile, type JsonFile, type ReadProblem } from "@/components/data/read-file";
import type { Sent } from "@/components/data/send-file";
import type { TargetNames } from "@/components/data/series-field";
import { wordBadRows, wordDays, wordRows, type DaysOutcome, type RowsOutcome } from "@/components/data/word-outcome";
import { saveText } from "@/components/account/save-text";
import type { DayToImport } from "@/lib/domain/import/to-days";
import type { CalendarDay } from "@/lib/domain/time";
import { csvOf } from "@/lib/domain/transfer/csv";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type Problem = ReadProblem | "badRows" | "notPossible" | "conflict" | "offline" | "tooMany" | "server";
type Chosen = { step: "csv"; file: CsvFile } | { step: "json"; file: JsonFile };
type State =
  | { step: "choose" } | { step: "reading" } | Chosen
  | { step: "sending"; percent: number; back: Chosen } | { step: "done"; sentences: string[] } | { step: "differs"; text: string };
type Trouble = { problem: Problem; line?: number | undefined; fields?: Record<string, string> };

type ImportFlowProps = { diary: DiaryOf; isEmpty: boolean; today: CalendarDay; names: TargetNames; texts: Messages["data"] };

/** From a chosen file to what was kept. A file that could not be sent stays open, with all that was said about it. */
export function ImportFlow({ diary, isEmpty, today, names, texts }: ImportFlowProps) {
  const router = useRouter();
  const [state, setState] = useState<State>({ step: "choose" });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const importId = useRef("");
  useEffect(() => { if (trouble || state.step === "done" || state.step === "differs") box.current?.focus(); }, [trouble, state.step]);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setTrouble(null);
    setState({ step: "reading" });
    importId.current = uuidv7();
    const read = await readFile(file);
    if (read.kind === "problem") {
      setTrouble(read);
      setState({ step: "choose" });
    } else {
      setState(read.kind === "csv" ? { step: "csv", file: read } : { step: "json", file: read });
    }
  };
  /** @param back where the person was: what went wrong is said there */
  const send = async <T,>(path: "import" | "imports", json: string, back: Chosen, done: (value: T) => State) => {
    setTrouble(null);
    setState({ step: "sending", percent: 0, back });
    const answer = await sendImport<T>(diary, path, json, (percent) => setState({ step: "sending", percent, back }));
    if (answer.kind === "leaving") return;
    if (answer.kind === "ok") {
      setState(done(answer.value));
      router.refresh();
    } else {
      setState(back);
      setTrouble(troubleOf(answer));
    }
  };
  const bringDays = (file: CsvFile, days: DayToImport[]) => send<DaysOutcome>(
    "imports", JSON.stringify({ id: importId.current, kind: file.source, fileHash: file.hash, days }), { step: "csv", file }, (value) => ({ step: "done", sentences: wordDays(value, texts) }));
  const bringDiary = (file: JsonFile) => send<RowsOutcome>("import", file.text, { step: "json", file }, (value) => wordRows(value, texts));
  // It stays while it is sent, out of sight: should that fail, all that was said about it is still there.
  const chosen = state.step === "sending" ? state.back : state.step === "csv" || state.step === "json" ? state : null;
  const again = () => { setTrouble(null); setState({ step: "choose" }); };

  return (
    <div className="mt-3 grid grid-cols-1 gap-3.5">
      {trouble && (
        <div ref={box} tabIndex={-1} role="alert" className="note urgent">
          <h3>{texts.problems.title}</h3>
          <p>{fill(texts.problems[trouble.problem], { line: trouble.line ?? "" })}</p>
          {trouble.fields && <button type="button" className="btn line mt-2" onClick={() => saveText("daymark-rows.csv", csvOf([texts.rows.row, texts.rows.problem], wordBadRows(trouble.fields!, texts)))}>{texts.preview.download}</button>}
        </div>
      )}
      {state.step === "choose" && <FileField label={texts.in.choose} hint={texts.in.chooseHint} onFile={choose} />}
      {state.step === "reading" && <Progress label={texts.in.reading} percent={null} text={texts.in.reading} />}
      {chosen?.step === "csv" && <div hidden={state.step === "sending"}><CsvStep file={chosen.file} today={today} names={names} texts={texts} onBring={(days) => void bringDays(chosen.file, days)} onCancel={again} /></div>}
      {state.step === "json" && <JsonStep file={state.file} isEmpty={isEmpty} today={today} texts={texts} onBring={() => void bringDiary(state.file)} onCancel={again} />}
      {state.step === "sending" && <Progress label={texts.in.sending} percent={state.percent} text={state.percent < 100 ? fill(texts.in.sendingPercent, { percent: state.percent }) : texts.in.storing} />}
      {(state.step === "done" || state.step === "differs") && (
        <>
          <div ref={box} tabIndex={-1} role="status" className={`note ${state.step === "done" ? "ok" : "info"}`}>
            <h3>{state.step === "done" ? texts.done.title : texts.differs.title}</h3>
            {state.step === "done" ? state.sentences.map((sentence) => <p key={sentence}>{sentence}</p>) : <p>{state.text}</p>}
          </div>
          {state.step === "done" && <Link className="btn primary wide" href="/trends">{texts.done.trends}</Link>}
          <button type="button" className="btn line wide" onClick={again}>{texts.in.another}</button>
        </>
      )}
    </div>
  );
}

type Refused = { kind: "invalid"; fields: Record<string, string> } | { kind: Exclude<Sent<unknown>["kind"], "ok" | "leaving" | "invalid"> };

function troubleOf(answer: Refused): Trouble {
  if (answer.kind !== "invalid") return { problem: answer.kind };
  if (answer.fields["format"]) return { problem: "notOurs" };
  if (answer.fields["version"]) return { problem: "otherVersion" };
  return answer.fields["body"] ? { problem: "notPossible" } : { problem: "badRows", fields: answer.fields };
}

function FileField({ label, hint, onFile }: { label: string; hint: string; onFile: (file: File | undefined) => Promise<void> }) {
  return (
    <div className="field">
      <label htmlFor="import-file">{label}</label>
      <p id="import-file-hint" className="-mt-1 mb-2 text-sm text-ink-2">{hint}</p>
      <input id="import-file" className="input file:me-3 file:min-h-10 file:cursor-pointer file:rounded-(--dm-radius-s) file:border-2 file:border-solid file:border-line-strong file:bg-sunken file:px-3 file:font-semibold file:text-primary-ink" type="file" accept=".csv,.json,.txt,.tsv,text/csv,application/json" aria-describedby="import-file-hint"
        onChange={({ target }) => { void onFile(target.files?.[0]); target.value = ""; }} />
    </div>
  );
}

/** `percent` null: it is not known how far it is. */
function Progress({ label, percent, text }: { label: string; percent: number | null; text: string }) {
  return (
    <div>
      <progress className="h-4 w-full accent-primary" aria-label={label} max={100} {...(percent !== null && { value: percent })} />
      <p className="mt-1.5" role="status">{text}</p>
    </div>
  );
}
