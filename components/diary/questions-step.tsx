"use client";

import { useEffect, useRef, useState } from "react";
import { wordAnswer } from "@/components/diary/answer-words";
import { symptomName } from "@/components/diary/flow-props";
import { QuestionField, takesSeveral } from "@/components/diary/question-field";
import { StepFrame } from "@/components/diary/step-frame";
import type { CheckIn } from "@/components/diary/use-check-in";
import { ChoiceList } from "@/components/form/choice-list";
import { ScoreSlider } from "@/components/form/score-slider";
import { Icon } from "@/components/ui/icon";
import { readAnswer } from "@/lib/domain/check-in/answers";
import { isConfirm, type QueueItem } from "@/lib/domain/check-in/questions";
import { fill } from "@/lib/i18n/fill";

const UNDO_MS = 6_000;

/** The details of a jump, or what fits the ticks: one open question, answered ones folded to a line, each can be skipped. */
export function QuestionsStep({ check }: { check: CheckIn }) {
  const { props, state, act } = check;
  const { texts, profile, usual } = props;
  const words = texts.checkIn;
  const { queue, open, symptom, draft } = state;
  const [isListOpen, setIsListOpen] = useState(false);
  if (!open) return null;
  const isWheelchair = profile.mobility === "wheelchair-full-time";
  const title = state.step === "details" && symptom
    ? words.details.title[symptom === "walking" && isWheelchair ? "walkingWheelchair" : symptom] : words.details.followUp;
  const count = queue.length === 1 ? words.details.one : fill(words.details.many, { count: queue.length });
  const settled = queue.filter((item) => item !== open && (isConfirm(item) ? draft.confirmed.includes(item) : isAnsweredOrSkipped(item)));

  return (
    <StepFrame
      back={{ label: words.back, onBack: () => history.back() }} help={texts.common.help} title={title} focusKey={`${state.step}-${symptom}-${open}`}
      lead={state.step === "details" ? `${words.details.lead} ${count}` : count}
      dock={(
        <div className="grid gap-2">
          {takesSeveral(open) && !isConfirm(open) && readAnswer(draft.answers, open) !== undefined && (
            <button type="button" className="btn primary wide" onClick={() => act({ type: "move-on" })}>{words.next}</button>
          )}
          {open === "triggers" && readAnswer(draft.answers, open) === undefined && (
            <button type="button" className="btn primary wide" onClick={() => act({ type: "answer", question: "triggers", value: [], movesOn: true })}>{words.none}</button>
          )}
          <UndoOrSkip key={open} hasUndo={state.undo !== null} undo={words.undo} skip={words.skip} onUndo={() => act({ type: "undo" })} onSkip={() => act({ type: "skip" })} />
        </div>
      )}
    >
      {state.step === "details" && symptom && (
        <section className="card scores mt-3 pb-[6px]">
          <ScoreSlider symptom={symptom} label={symptomName(texts, profile, symptom)} value={draft.scores[symptom] ?? null} usual={usual[symptom]?.median ?? null} last={null}
            texts={words.slider} levels={texts.common.levels} onChange={(value) => value !== null && act({ type: "score", name: symptom, value })} />
        </section>
      )}
      <section className="card mt-3 px-4 pt-2 pb-[14px]">
        {settled.length > 0 && !isListOpen && (
          <div className="answered !border-0">
            <Icon name="check" className="text-ok-line" />
            <span className="grow b">{settled.map((item) => `${foldedLine(item)}.`).join(" ")}</span>
            <button type="button" className="btn text small min-h-12 p-0" onClick={() => (settled.length === 1 ? act({ type: "reopen", item: settled[0]! }) : setIsListOpen(true))}>{words.change}</button>
          </div>
        )}
        {settled.length > 0 && isListOpen && (
          <ul>
            {settled.map((item) => (
              <li key={item} className="answered first:border-0">
                <Icon name="check" className="text-ok-line" />
                <span className="grow b">{foldedLine(item)}</span>
                <button type="button" className="btn text small min-h-12 p-0" aria-label={`${words.change}: ${questionText(item)}`}
                  onClick={() => { setIsListOpen(false); act({ type: "reopen", item }); }}>{words.change}</button>
              </li>
            ))}
          </ul>
        )}
        <div className={settled.length > 0 ? "border-line mt-[6px] border-t pt-3" : "pt-2"}>
          <p className="small muted num">{fill(words.details.progress, { number: queue.indexOf(open) + 1, total: queue.length })}{subjectOf(open) && `. ${subjectOf(open)}`}</p>
          <h2 id="open-question" className="mt-px">{questionText(open)}</h2>
          {open.endsWith(".areas") && <p className="muted small mt-1">{words.body.lead}</p>}
          {isConfirm(open)
            ? (
              <ChoiceList labelledBy="open-question" value={null} choices={[{ value: "yes", label: words.details.confirmYes }, { value: "no", label: words.details.confirmNo }]}
                onPick={(picked) => act({ type: "confirm", item: open, isUsual: picked === "yes" })} />
            )
            : (
              <QuestionField key={open} question={open} labelId="open-question" answers={draft.answers} profile={profile} words={words}
                onAnswer={(value, isWhole) => act({ type: "answer", question: open, value, movesOn: isWhole })} />
            )}
        </div>
      </section>
    </StepFrame>
  );

  function isAnsweredOrSkipped(item: QueueItem): boolean {
    return !isConfirm(item) && (readAnswer(draft.answers, item) !== undefined || (draft.answers.skipped ?? []).includes(item));
  }
  function foldedLine(item: QueueItem): string {
    if (isConfirm(item)) return words.details.confirmYes;
    return wordAnswer(words, draft.answers, item) || words.details.skipped;
  }
  function questionText(item: QueueItem): string {
    if (isConfirm(item)) return words.details.confirm;
    return item.startsWith("onset.") ? words.questions.onset : words.questions[item as keyof typeof words.questions];
  }
  /** An onset after a mixed bag says of what it is asked. */
  function subjectOf(item: QueueItem): string | null {
    const key = item.startsWith("onset.") || isConfirm(item) ? item.split(".")[1] : null;
    return key && (state.step === "follow-up" || key === "weakness") ? words.onsetOf[key as keyof typeof words.onsetOf] : null;
  }
}

type UndoOrSkipProps = { hasUndo: boolean; undo: string; skip: string; onUndo: () => void; onSkip: () => void };

/** After an automatic step Undo stays six seconds beside Skip; for people who asked for less motion it stays. */
function UndoOrSkip({ hasUndo, undo, skip, onUndo, onSkip }: UndoOrSkipProps) {
  const [shows, setShows] = useState(hasUndo);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!hasUndo || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    timer.current = setTimeout(() => setShows(false), UNDO_MS);
    return () => clearTimeout(timer.current);
  }, [hasUndo]);
  return (
    <div className="grid auto-cols-fr grid-flow-col gap-2">
      {shows && hasUndo && <button type="button" className="btn text wide" onClick={onUndo}>{undo}</button>}
      <button type="button" className="btn text wide" onClick={onSkip}>{skip}</button>
    </div>
  );
}
