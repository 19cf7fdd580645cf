"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { StepFrame } from "@/components/diary/step-frame";
import { ChoiceList } from "@/components/form/choice-list";
import { Field, fieldProps } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SwitchRow } from "@/components/ui/switch-row";
import { MarkPicture } from "@/components/walk/mark-picture";
import { wordRun, type WalkTexts } from "@/components/walk/words";
import { readSeconds } from "@/lib/domain/check-in/numbers";
import { UNFINISHED_REASONS, WALK_AIDS, type UnfinishedReason, type WalkAid } from "@/lib/domain/measures/measure";
import { meanOf, type WalkAction, type WalkTest } from "@/lib/domain/measures/walk-test";
import { fill } from "@/lib/i18n/fill";

type WalkStepsProps = {
  test: WalkTest;
  texts: WalkTexts;
  act: (action: WalkAction) => void;
  /** in the tap itself, because only a tap may open the sound */
  onCountdown: () => void;
  onClose: () => void;
  onSave: () => void;
  isSaving: boolean;
  sound: boolean;
  onSound: (isOn: boolean) => void;
};

/** A tap that stopped the run never reaches what comes up under the finger. */
const READY_AFTER_MS = 500;

/** One screen a step, in the look of the check-in. */
export function WalkSteps(props: WalkStepsProps) {
  const { test, texts, act, onClose } = props;
  const { walk: words } = texts;
  const isReady = useReady(`${test.step}:${test.at}`);
  const isTimed = test.step === "rest" || test.step === "review";
  const frame = (focusKey: string, title: ReactNode, children: ReactNode, dock: ReactNode, more: { lead?: ReactNode; above?: ReactNode } = {}) => (
    <StepFrame back={{ label: test.step === "safety" ? words.close : isTimed ? words.leave : words.back, onBack: () => (test.step === "safety" || isTimed ? onClose() : act({ type: "back" })) }}
      help={texts.help} title={title} focusKey={focusKey} dock={dock} {...more}>{children}</StepFrame>
  );
  const primary = (label: string, onPress: () => void, isBusy = false) => (
    <button type="button" className="btn primary wide" aria-disabled={isBusy} onClick={() => { if (isReady() && !isBusy) onPress(); }}>{label}</button>
  );
  switch (test.step) {
    case "safety":
      return frame("safety", words.safety.title, <Points items={words.safety.list} />, primary(words.safety.next, () => act({ type: "next" })));
    case "mark":
      return frame("mark", words.mark.title, (
        <>
          <div className="card mt-3"><MarkPicture words={words.mark} /></div>
          <Points items={words.mark.list} />
          <p className="muted mt-3">{words.mark.rough}</p>
        </>
      ), primary(words.mark.next, () => act({ type: "next" })));
    case "aid":
      return <AidStep {...props} frame={frame} primary={primary} />;
    case "ready":
    case "countdown":
    case "running":
      return <ReadyStep key={test.at} {...props} frame={frame} primary={primary} isReady={isReady} />;
    case "rest":
      return frame("rest", wordRun(test.runs[0] ?? null, words), (
        <>
          <p className="mt-3 max-w-[34rem]">{words.rest.text}</p>
          <div className="mt-5 grid gap-2.5">
            <button type="button" className="btn line wide" onClick={() => isReady() && act({ type: "repeat", run: 0 })}>{fill(words.again, { run: 1 })}</button>
            <button type="button" className="btn text wide" onClick={() => isReady() && act({ type: "could-not" })}>{words.ready.couldNot}</button>
          </div>
        </>
      ), primary(words.rest.next, () => act({ type: "next" })), { above: <p className="muted" role="status">{words.rest.lead}</p> });
    case "unfinished":
      return <UnfinishedStep key={test.at} {...props} frame={frame} primary={primary} />;
    case "review": {
      const mean = meanOf(test);
      return frame("review", mean === null ? words.review.none : fill(words.seconds, { seconds: mean.toFixed(1) }), (
        <>
          <p className="mt-1">{mean === null ? words.latest.noMeanText : words.latest.mean}</p>
          <ul className="card list mt-4 py-1">
            {test.runs.map((run, at) => (
              <li key={at} className="flex-wrap">
                <span className="grow"><span className="block font-semibold">{fill(words.review.run, { run: at + 1 })}</span>{wordRun(run, words)}</span>
                <button type="button" className="btn line" onClick={() => isReady() && act({ type: "repeat", run: at })}>{fill(words.again, { run: at + 1 })}</button>
              </li>
            ))}
          </ul>
        </>
      ), primary(words.review.save, props.onSave, props.isSaving));
    }
  }
}

type Parts = {
  frame: (focusKey: string, title: ReactNode, children: ReactNode, dock: ReactNode, more?: { lead?: ReactNode; above?: ReactNode }) => ReactNode;
  primary: (label: string, onPress: () => void) => ReactNode;
};

function AidStep({ test, texts: { walk: words }, act, sound, onSound, frame, primary }: WalkStepsProps & Parts) {
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  return frame("aid", <span id={id}>{words.aid.title}</span>, (
    <>
      <ChoiceList labelledBy={id} value={test.aid} choices={WALK_AIDS.map((value) => ({ value, label: words.aids[value] }))} onPick={(aid) => act({ type: "aid", aid: aid as WalkAid })} />
      <p role="alert" className={isMissing && !test.aid ? "mt-2 font-semibold text-urgent-ink" : ""}>{isMissing && !test.aid ? words.aid.missing : ""}</p>
      <div className="card mt-5"><SwitchRow id={`${id}-sound`} label={words.aid.sound} hint={words.aid.soundHint} isOn={sound} words={words.aid} onChange={onSound} /></div>
    </>
  ), primary(words.aid.next, () => (test.aid ? act({ type: "next" }) : setMissing(true))), { lead: words.aid.lead });
}

function ReadyStep({ test, texts: { walk: words }, act, onCountdown, frame, primary, isReady }: WalkStepsProps & Parts & { isReady: () => boolean }) {
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const run = test.at + 1;
  const saveTyped = () => {
    const seconds = readSeconds(typed);
    if (seconds === null) setError(words.ready.typeError);
    else act({ type: "typed", seconds });
  };
  return frame(`ready-${test.at}`, fill(words.ready.title, { run }), (
    <>
      <p role="status" className={test.slip ? "note info mt-3" : ""}>{test.slip && words.slips[test.slip]}</p>
      <Points items={words.ready.list} isNumbered />
      {isTyping ? (
        <form className="card mt-5 grid gap-4" noValidate onSubmit={(event) => {
          event.preventDefault();
          saveTyped();
        }}>
          <Field id={id} label={fill(words.ready.typeLabel, { run })} hint={words.ready.typeHint} error={error}>
            <input {...fieldProps(id, { hint: words.ready.typeHint, error })} ref={focusOnce} className="input max-w-40" inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <button type="submit" className="btn line wide">{words.ready.typeSave}</button>
        </form>
      ) : (
        <div className="mt-5 grid gap-2.5">
          <button type="button" className="btn line wide" onClick={() => setTyping(true)}>{words.ready.type}</button>
          <button type="button" className="btn text wide" onClick={() => isReady() && act({ type: "could-not" })}>{words.ready.couldNot}</button>
        </div>
      )}
    </>
  ), primary(words.ready.start, onCountdown));
}

/** The field that was asked for takes the focus when it comes. */
const focusOnce = (input: HTMLInputElement | null) => {
  if (input && !input.value) input.focus();
};

const MOST_WORDS = 200;

function UnfinishedStep({ test, texts: { walk: words }, act, frame, primary }: WalkStepsProps & Parts) {
  const id = useId();
  const [reason, setReason] = useState<UnfinishedReason | null>(null);
  const [own, setOwn] = useState("");
  const [isMissing, setMissing] = useState(false);
  return frame("unfinished", <span id={id}>{fill(words.unfinished.title, { run: test.at + 1 })}</span>, (
    <>
      <ChoiceList labelledBy={id} value={reason} choices={UNFINISHED_REASONS.map((value) => ({ value, label: words.unfinished.reasons[value] }))} onPick={(value) => setReason(value as UnfinishedReason)} />
      <p role="alert" className={isMissing && !reason ? "mt-2 font-semibold text-urgent-ink" : ""}>{isMissing && !reason ? words.aid.missing : ""}</p>
      <div className="mt-5"><Field id={`${id}-words`} label={words.unfinished.words}>
        <input id={`${id}-words`} className="input" type="text" autoComplete="off" maxLength={MOST_WORDS} value={own} onChange={(event) => setOwn(event.target.value)} />
      </Field></div>
      <p className="muted mt-3">{words.unfinished.help}</p>
    </>
  ), primary(words.unfinished.save, () => (reason ? act({ type: "unfinished", reason, words: own }) : setMissing(true))));
}

function Points({ items, isNumbered = false }: { items: readonly string[]; isNumbered?: boolean }) {
  const List = isNumbered ? "ol" : "ul";
  return (
    <List className="mt-4 grid gap-3.5">
      {items.map((item, at) => (
        <li key={item} className="flex items-start gap-3">
          {isNumbered ? <span className="num w-6 shrink-0 font-bold">{at + 1}.</span> : <Icon name="check" size={22} className="mt-0.5 shrink-0" />}
          <span>{item}</span>
        </li>
      ))}
    </List>
  );
}

/** False for a moment after each new step. */
function useReady(step: string): () => boolean {
  const since = useRef(0);
  useEffect(() => { since.current = performance.now(); }, [step]);
  return () => performance.now() - since.current >= READY_AFTER_MS;
}
