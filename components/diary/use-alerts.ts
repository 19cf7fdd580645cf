"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { Desk, DeskView, EarlyAnswer, Question } from "@/components/diary/alert-desk";
import type { FlowProps } from "@/components/diary/flow-props";
import type { OpenAlert, TodayCard } from "@/components/diary/open-alerts";
import type { Engine } from "@/components/diary/use-engine";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { FlowState } from "@/lib/domain/check-in/flow";

export type Alerts = ReturnType<typeof useAlerts>;

/** "Not yet" and "this is my usual" leave an emergency on the screen; anything less goes to its card. */
export const staysOnScreen = ({ tier }: Pick<OpenAlert, "tier">, response: AlertResponse): boolean =>
  tier === "EMERGENCY" && (response === "not-yet" || response === "my-usual");

/**
 * The alerts of the page: what the server made, until the engine brings the desk. Nothing on an alert's screen waits for it: answers are
 * kept as soon as it is there.
 */
export function useAlerts(props: FlowProps, engine: Engine, state: RefObject<FlowState>) {
  const [view, setView] = useState<DeskView>({ told: [], queue: props.opening, cards: props.cards, notes: props.notes });
  const latest = useRef(view);
  const publish = useCallback((next: DeskView) => {
    latest.current = next;
    setView(next);
  }, []);
  const desk = useRef<Desk | null>(null);
  const early = useRef<EarlyAnswer[]>([]);
  useEffect(() => {
    if (!engine.service) return;
    const opened = engine.openDesk({ props, service: engine.service, draft: () => state.current.draft, queue: latest.current.queue, publish });
    desk.current = opened;
    opened.start(early.current.splice(0));
    return () => {
      opened.stop();
      desk.current = null;
    };
    // The desk belongs to the engine, not to a rendering of the page.
  }, [engine]);

  const answer = useCallback((alert: OpenAlert, response: AlertResponse): Promise<void> => (
    desk.current?.answer(alert, response) ?? new Promise((done) => early.current.push({ alert, response, respondedAt: new Date(), done }))
  ), []);
  const close = useCallback((alert: OpenAlert) => {
    if (desk.current) desk.current.close(alert);
    else publish({ ...latest.current, queue: latest.current.queue.filter((each) => each !== alert) });
  }, [publish]);
  const show = useCallback((alert: OpenAlert) => {
    if (desk.current) desk.current.show(alert);
    else publish({ ...latest.current, queue: [...latest.current.queue, alert] });
  }, [publish]);

  return { ...view, desk, answer, close, show };
}

/** Alarms of other entries that want an answer: a kept draft goes on below their cards, with the scores first. */
export const goesOnAtScores = ({ step, draft }: Pick<FlowState, "step" | "draft">, cards: readonly TodayCard[]): boolean =>
  step !== "scores" && step !== "done" && cards.some(({ tier, state, alert }) => tier !== "SOON" && state !== "answered" && alert.checkInId !== draft.id);

type Asking = { questions: readonly Question[]; then: () => void };

/**
 * "Did you get help?", asked about each alarm without an answer before a check-in begins or goes on: at the first touch, whatever is
 * touched, of an empty one and of a draft, and when a newer alarm is there. What was touched happens after the last answer. Once for
 * each alarm and check-in, not for a correction of one.
 */
export function useAskHelp(props: FlowProps, { desk, answer }: Alerts, { service }: Engine, state: RefObject<FlowState>) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const isCorrection = useRef(props.correcting !== null);
  const asked = useRef(new Set<string>());
  /** Touched before the engine was there. */
  const early = useRef<(() => void) | null>(null);
  useEffect(() => {
    const touched = early.current;
    early.current = null;
    if (service) touched?.();
  }, [service]);

  const { hasUnanswered } = props;
  const asksBefore = useCallback((then: () => void): boolean => {
    if (isCorrection.current || state.current.step === "done") return false;
    if (!desk.current) {
      if (hasUnanswered) early.current = then;
      return hasUnanswered;
    }
    const questions = desk.current.questions(asked.current);
    if (questions.length > 0) setAsking({ questions, then });
    return questions.length > 0;
  }, [desk, hasUnanswered, state]);

  /** The saved entry is changed. */
  const correct = useCallback(() => { isCorrection.current = true; }, []);
  /** The next check-in asks anew. */
  const forget = useCallback(() => {
    isCorrection.current = false;
    asked.current.clear();
    setAsking(null);
  }, []);

  return {
    asksBefore,
    unanswered: asking?.questions[0]?.alert ?? null,
    answer(response: AlertResponse) {
      const [question, ...rest] = asking?.questions ?? [];
      if (!question || !asking) return;
      for (const alert of [question.alert, ...question.also]) void answer(alert, response);
      asked.current.add(question.name);
      if (rest.length > 0) return setAsking({ ...asking, questions: rest });
      setAsking(null);
      asking.then();
    },
    /** Nothing is begun, and the next touch asks again. */
    cancel: () => setAsking(null),
    forget, correct,
  };
}
