"use client";

import Link from "next/link";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";
import { Icon } from "@/components/ui/icon";
import { callMeasure } from "@/components/walk/call-measures";
import type { listOf, useWalks, WalksOptions } from "@/components/walk/use-walks";
import { WalkChart } from "@/components/walk/walk-chart";
import { WalkList } from "@/components/walk/walk-list";
import { WalkSaved } from "@/components/walk/walk-saved";
import { pointsOf, wordChange, wordChart, wordDay, wordRun, type WalkPageTexts } from "@/components/walk/words";
import { changeOf, walkBandAt } from "@/lib/domain/measures/walk-band";
import { fill } from "@/lib/i18n/fill";

type WalkHomeProps = {
  options: WalksOptions;
  walks: ReturnType<typeof listOf>;
  state: ReturnType<typeof useWalks>;
  isWheelchair: boolean;
  texts: WalkPageTexts;
  removed: readonly string[];
  onRemoved: (id: string) => void;
  onBack: (id: string) => void;
  onStart: () => void;
};

/** What was walked: the newest against the person's own, all of them as a chart and as a list. */
export function WalkHome({ options, walks, state, isWheelchair, texts, removed, onRemoved, onBack, onStart }: WalkHomeProps) {
  const { walk: words } = texts;
  const points = pointsOf(walks);
  const newest = points.at(-1);
  return (
    <>
      <TopBar title={words.title} helpLabel={texts.help} back={{ label: texts.more, href: "/more" }} />
      <main id="main">
        <div className="max-w-[44rem]">
          <WideBack label={texts.more} href="/more" />
          <h1>{words.title}</h1>
          <p className="muted mt-1 mb-4">{words.lead}</p>
          <WalkSaved state={state} words={words} texts={texts.alerts} profile={options.context.profile} />
          <KeptNote state={state} words={words.kept} />
          <RemovedNote removed={removed} words={words.remove} diaryId={options.diaryId} onBack={onBack} />
          {isWheelchair && walks.length === 0 && <p className="note info mb-3.5">{words.wheelchair}</p>}
          {walks.length === 0 ? (
            <section className="card">
              <h2>{words.empty.title}</h2>
              <p className="muted mt-1">{words.empty.text}</p>
            </section>
          ) : <Newest walks={walks} words={words} />}
          {newest && (
            <section className="card" aria-labelledby="walk-chart">
              <h2 id="walk-chart">{words.chart.title}</h2>
              <p className="mt-1 mb-2">{wordChart(points, walkBandAt(newest, points), words)}</p>
              <WalkChart points={points} band={walkBandAt(newest, points)} sentence={wordChart(points, walkBandAt(newest, points), words)} words={words.chart} />
            </section>
          )}
          {walks.length > 0 && <WalkList diaryId={options.diaryId} walks={walks} words={words} onRemoved={onRemoved} />}
          <Link className="card mt-3.5 flex min-h-16 items-center gap-3 text-ink no-underline" href="/walk/results">
            <Icon name="list" /><span className="grow"><span className="block font-semibold">{words.results}</span><span className="small muted block">{words.resultsHint}</span></span><Icon name="chev" size={22} className="rtl:-scale-x-100" />
          </Link>
        </div>
      </main>
      <div className="dock"><div className="max-w-[44rem]"><button type="button" className="btn primary wide" onClick={onStart}><Icon name="clock" size={26} />{words.start}</button></div></div>
    </>
  );
}

function Newest({ walks, words }: Pick<WalkHomeProps, "walks"> & { words: WalkHomeProps["texts"]["walk"] }) {
  const walk = walks[0];
  if (!walk) return null;
  const points = pointsOf(walks);
  const point = points.find(({ id }) => id === walk.id);
  const change = point && changeOf(point, points);
  const arrow = change?.kind === "slower" ? "↑" : change?.kind === "faster" ? "↓" : "";
  return (
    <section className="card" aria-labelledby="walk-newest">
      <h2 id="walk-newest" className="text-base">{words.latest.title}</h2>
      <p className="num mt-1 text-3xl leading-tight font-bold">{walk.value === null ? words.latest.noMean : fill(words.seconds, { seconds: walk.value.toFixed(1) })}</p>
      <p className="muted">{wordDay(walk.day)} · {words.aids[walk.details.aid]}</p>
      {point && change
        ? <p className={`mt-3 ${arrow ? "font-semibold" : ""}`}>{arrow && <span aria-hidden="true">{arrow} </span>}{wordChange(change, walkBandAt(point, points), words.latest)}</p>
        : <p className="mt-3">{words.latest.noMeanText} {walk.details.runs.map((run, at) => `${fill(words.review.run, { run: at + 1 })}: ${wordRun(run, words)}.`).join(" ")}</p>}
      {change && change.kind !== "unknown" && <p className="small muted mt-2">{words.latest.about}</p>}
    </section>
  );
}

function KeptNote({ state, words }: { state: WalkHomeProps["state"]; words: WalkHomeProps["texts"]["walk"]["kept"] }) {
  const waiting = state.kept.filter((walk) => walk.state === "waiting").length;
  const refused = state.kept.filter((walk) => walk.state === "refused");
  const [one, many] = state.isShared ? [words.sharedOne, words.sharedMany] : [words.one, words.many];
  return (
    <>
      <div role="status">
        {waiting > 0 && <Note kind={state.isLost ? "urgent" : "info"}><p>{state.isLost ? words.lost : waiting === 1 ? one : fill(many, { count: waiting })}</p><button type="button" className="btn line mt-2" onClick={() => void state.tryAgain()}>{words.again}</button></Note>}
      </div>
      {refused.map(({ key, walk }) => (
        <Note key={key} kind="urgent">
          <p>{words.refused} {wordDay(walk.recordedAt.slice(0, 10))}</p>
          <div className="mt-2 flex flex-wrap gap-2.5">
            <button type="button" className="btn line" onClick={() => void state.tryAgain()}>{words.again}</button>
            <button type="button" className="btn line" onClick={() => void state.discard(key)}>{words.delete}</button>
          </div>
        </Note>
      ))}
    </>
  );
}

const Note = ({ kind, children }: { kind: "info" | "urgent"; children: ReactNode }) => <div className={`note ${kind} mb-3.5`}>{children}</div>;

function RemovedNote({ removed, words, diaryId, onBack }: Pick<WalkHomeProps, "removed" | "onBack"> & { words: WalkHomeProps["texts"]["walk"]["remove"]; diaryId: string }) {
  const last = removed.at(-1);
  const [problem, setProblem] = useState("");
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => { if (last) note.current?.focus(); }, [last]);
  if (!last) return null;
  const undo = async () => {
    const { kind } = await callMeasure("PATCH", diaryId, last, { removed: false });
    setProblem(kind === "saved" ? "" : words.failed);
    if (kind === "saved") onBack(last);
  };
  return (
    <div ref={note} tabIndex={-1} role="status" className="note ok mb-3.5 flex flex-wrap items-center gap-2.5 outline-none">
      <span className="grow font-semibold">{words.done} {problem}</span>
      <button type="button" className="btn line" onClick={() => void undo()}>{words.undo}</button>
    </div>
  );
}

