"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { ScoresStep } from "@/components/diary/scores-step";
import { useBack } from "@/components/diary/use-back";
import { useCheckIn } from "@/components/diary/use-check-in";
import { lastBefore } from "@/lib/domain/check-in/last";

/**
 * The check-in on Today. Its first script holds the four scores only; everything after them is fetched right after hydration
 * (`useEngine`), so that it is there before the first answer.
 */
export function CheckInFlow({ doneView, ...props }: FlowProps & { /** today's entry, made by the server */ doneView: ReactNode }) {
  const check = useCheckIn(props);
  const later = useLater();
  const { state, engine, act } = check;
  const [isAskingWhen, setIsAskingWhen] = useState(false);
  const [isAskingCalled, setIsAskingCalled] = useState(false);
  const isDeep = check.alert !== null || !["scores", "done"].includes(state.step);
  useBack(isDeep, () => (check.alert ? setIsAskingCalled(true) : act({ type: "back" })));

  const at = state.draft.recordedAt ? new Date(state.draft.recordedAt) : null;
  const history = engine.service?.history() ?? props.recent;
  const last = lastBefore(history, state.draft.day, at, state.draft.id);
  return (
    <>
      {state.step === "scores" && <ScoresStep check={check} last={last} isReady={engine.status === "ready" && later !== null} onEarlier={() => setIsAskingWhen(true)} />}
      {state.step !== "scores" && (later ? <later.LaterSteps check={check} last={last} /> : doneView)}
      {later && check.dayQuestion && <later.DayQuestion check={check} began={check.dayQuestion} />}
      {later && isAskingWhen && <later.EarlierSheet check={check} onClose={() => setIsAskingWhen(false)} />}
      {later && check.alert && <later.AlertLayer check={check} alert={check.alert} isAskingCalled={isAskingCalled} onAskCalled={setIsAskingCalled} />}
    </>
  );
}

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
