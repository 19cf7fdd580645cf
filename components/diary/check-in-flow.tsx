"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { ScoresStep } from "@/components/diary/scores-step";
import { useCheckIn } from "@/components/diary/use-check-in";
import { lastBefore } from "@/lib/domain/check-in/last";

/**
 * The check-in on Today. Its first script holds the four scores only; everything after them is fetched right after hydration
 * (`useEngine`), so that it is there before the first answer.
 */
export function CheckInFlow({ doneView, cardsView, ...props }: FlowProps & { /** today's entry and the alerts that stand, made by the server */ doneView: ReactNode; cardsView: ReactNode }) {
  const check = useCheckIn(props);
  const later = useLater();
  const { state, engine } = check;
  const isReady = engine.status === "ready" && later !== null;
  const [isAskingWhen, setIsAskingWhen] = useState(false);

  const at = state.draft.recordedAt ? new Date(state.draft.recordedAt) : null;
  const history = engine.service?.history() ?? props.recent;
  const last = lastBefore(history, state.draft.day, at, state.draft.id);
  return (
    <>
      {state.step === "scores" && <ScoresStep check={check} last={last} isReady={isReady} onEarlier={() => setIsAskingWhen(true)} above={later ? <later.TodayCards check={check} /> : cardsView} />}
      {state.step !== "scores" && (later ? <later.LaterSteps check={check} last={last} /> : doneView)}
      {later && <later.Overlays check={check} isAskingWhen={isAskingWhen} onAskedWhen={() => setIsAskingWhen(false)} />}
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
