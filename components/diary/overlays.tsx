"use client";

import { useEffect, useRef, useState } from "react";
import { AlertLayer } from "@/components/alerts/alert-layer";
import { AskBefore } from "@/components/alerts/ask-before";
import { wantsBigKeys } from "@/components/diary/big-keys-wanted";
import { useBack } from "@/components/diary/use-back";
import type { CheckIn } from "@/components/diary/use-check-in";
import { DayQuestion, EarlierSheet } from "@/components/diary/which-day";

type OverlaysProps = { check: CheckIn; isAskingWhen: boolean; onAskedWhen: () => void };

/** What lies over the steps: alerts, the question before a check-in, and which day it is for; with what the back button does. */
export function Overlays({ check, isAskingWhen, onAskedWhen }: OverlaysProps) {
  const { state, engine, act, alert, unanswered, dayQuestion } = check;
  const isReady = engine.status === "ready";
  const isFresh = state.step === "scores" && Object.keys(state.draft.scores).length === 0 && !state.draft.id;
  const hasOfferedKeys = useRef(false);
  useEffect(() => {
    if (!isReady || hasOfferedKeys.current) return;
    hasOfferedKeys.current = true;
    if (isFresh && wantsBigKeys()) act({ type: "open-keys", name: "fatigue", walk: true });
  }, [isReady, isFresh, act]);
  const [isAskingCalled, setIsAskingCalled] = useState(false);
  const isDeep = alert !== null || unanswered !== null || !["scores", "done"].includes(state.step);
  useBack(isDeep, () => {
    if (alert) setIsAskingCalled(true);
    else if (unanswered) check.cancelUnanswered();
    else act({ type: "back" });
  });
  // After every drawing, because the desk may have come since. Only what is looked at counts as shown; a page that comes back is drawn anew.
  useEffect(() => {
    if (alert && document.visibilityState === "visible") check.onScreen(alert);
  });
  return (
    <>
      {dayQuestion && !alert && <DayQuestion check={check} began={dayQuestion} />}
      {isAskingWhen && <EarlierSheet check={check} onClose={onAskedWhen} />}
      {unanswered && <AskBefore key={`${unanswered.checkInId}:${unanswered.revision}`} check={check} alert={unanswered} />}
      {alert && <AlertLayer key={`${alert.checkInId}:${alert.revision}:${alert.tier}`} check={check} alert={alert} isAskingCalled={isAskingCalled} onAskCalled={setIsAskingCalled} />}
    </>
  );
}
