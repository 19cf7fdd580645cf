"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { ScoresStep } from "@/components/diary/scores-step";
import { useBack } from "@/components/diary/use-back";
import { useCheckIn } from "@/components/diary/use-check-in";
import { readLook } from "@/components/shell/look";
import { lastBefore } from "@/lib/domain/check-in/last";

/**
 * The check-in on Today. Its first script holds the four scores only; everything after them is fetched right after hydration
 * (`useEngine`), so that it is there before the first answer.
 */
export function CheckInFlow({ doneView, cardsView, ...props }: FlowProps & { /** today's entry and the alerts that stand, made by the server */ doneView: ReactNode; cardsView: ReactNode }) {
  const check = useCheckIn(props);
  const later = useLater();
  const { state, engine, act } = check;
  const isReady = engine.status === "ready" && later !== null;
  const isFresh = state.step === "scores" && Object.keys(state.draft.scores).length === 0 && !state.draft.id;
  const hasOfferedKeys = useRef(false);
  useEffect(() => {
    if (!isReady || hasOfferedKeys.current) return;
    hasOfferedKeys.current = true;
    if (isFresh && wantsBigKeys()) act({ type: "open-keys", name: "fatigue", walk: true });
  }, [isReady, isFresh, act]);
  const [isAskingWhen, setIsAskingWhen] = useState(false);
  const [isAskingCalled, setIsAskingCalled] = useState(false);
  const { alert, unanswered } = check;
  const isDeep = alert !== null || unanswered !== null || !["scores", "done"].includes(state.step);
  useBack(isDeep, () => {
    if (alert) setIsAskingCalled(true);
    else if (unanswered) check.cancelUnanswered();
    else act({ type: "back" });
  });

  const at = state.draft.recordedAt ? new Date(state.draft.recordedAt) : null;
  const history = engine.service?.history() ?? props.recent;
  const last = lastBefore(history, state.draft.day, at, state.draft.id);
  return (
    <>
      {state.step === "scores" && <ScoresStep check={check} last={last} isReady={isReady} onEarlier={() => setIsAskingWhen(true)} above={later ? <later.TodayCards check={check} /> : cardsView} />}
      {state.step !== "scores" && (later ? <later.LaterSteps check={check} last={last} /> : doneView)}
      {later && check.dayQuestion && !check.alert && <later.DayQuestion check={check} began={check.dayQuestion} />}
      {later && isAskingWhen && <later.EarlierSheet check={check} onClose={() => setIsAskingWhen(false)} />}
      {later && unanswered && <later.AskBefore key={`${unanswered.checkInId}:${unanswered.revision}`} check={check} alert={unanswered} />}
      {later && alert && <later.AlertLayer key={`${alert.checkInId}:${alert.revision}:${alert.tier}`} check={check} alert={alert} isAskingCalled={isAskingCalled} onAskCalled={setIsAskingCalled} />}
    </>
  );
}

/** Big keys come by themselves when they were chosen, and with large text. */
function wantsBigKeys(): boolean {
  const { bigKeys, text } = readLook();
  return bigKeys === true || Number(text ?? 1) >= BIG_TEXT;
}

const BIG_TEXT = 1.3;

type Later = typeof import("@/components/diary/later-steps");
const RETRY_MS = 4_000;

/** The steps after the scores, with the alert screen; fetched right after hydration, and again until they are there. */
function useLater(): Later | null {
  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => import("@/components/diary/later-steps").then(
      (found) => { if (!isGone) setLater(found); },
      () => { if (!isGone) timer = setTimeout(() => void load(), RETRY_MS); },
    );
    void load();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return later;
}
