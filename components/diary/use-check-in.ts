"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Telling } from "@/components/diary/alert-desk";
import type { FlowProps } from "@/components/diary/flow-props";
import type { OpenAlert, TodayCard } from "@/components/diary/open-alerts";
import { goesOnAtScores, staysOnScreen, useAlerts, useAskHelp } from "@/components/diary/use-alerts";
import { useEngine } from "@/components/diary/use-engine";
import { dayToAsk } from "@/lib/domain/check-in/day-over";
import { flow, fullScores, newDraft, startFlow, type FlowAction, type FlowState } from "@/lib/domain/check-in/flow";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import type { CheckInService, FullDraft, Judgement } from "@/lib/offline/check-in-service";
import { forgetDraft, keepDraft, readDraft } from "@/lib/offline/draft";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { CheckInInput } from "@/lib/schemas/check-in";
import type { ProfilePatch } from "@/lib/schemas/profile";

export type { OpenAlert, TodayCard };
export type CheckIn = ReturnType<typeof useCheckIn>;

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const asFull = ({ draft }: FlowState): FullDraft | null => (fullScores(draft.scores) ? (draft as FullDraft) : null);
/** Nothing of the next check-in has begun. */
export const isFresh = ({ step, draft }: FlowState) => step === "scores" && draft.id === null && !hasContent({ draft });
const hasContent = ({ draft }: Pick<FlowState, "draft">) => Object.keys(draft.scores).length > 0 || Object.keys(draft.answers).length > 0 || draft.note !== "";

/** The check-in of one page: its state, its kept draft, the rules after every answer, and saving. */
export function useCheckIn(props: FlowProps) {
  const { diaryId, profile, correcting: corrected } = props;
  /** A correction is kept apart, so that a half-finished check-in of today stays as it is. */
  const place = corrected ? `${diaryId}.${corrected.id}` : diaryId;
  const engine = useEngine(props);
  const { service } = engine;
  const [state, setState] = useState<FlowState>(() => corrected ? startFlow(corrected, profile) : props.doneToday
    ? { ...startFlow(props.doneToday, profile), step: "done" } : startFlow(newDraft(props.today), profile));
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const [dayQuestion, setDayQuestion] = useState<CalendarDay | null>(null);
  const [wasKept, setWasKept] = useState(false);
  /** Entries on their way to the device's store. */
  const saving = useRef(0);
  const [isSaving, setIsSaving] = useState(false);
  const now = useRef(state);
  const alerts = useAlerts(props, engine, now);
  const { desk, answer, close } = alerts;
  /** Something was filled in on this page, in the entry that is not done yet. */
  const [isTouched, setIsTouched] = useState(corrected !== null);
  // An emergency takes the screen at once; what is less comes before a draft goes on, and waits while something is being filled in.
  const alert = alerts.queue.find(({ tier }) => tier === "EMERGENCY") ?? (state.step === "done" || !isTouched || isFresh(state) ? alerts.queue[0] : undefined) ?? null;
  const help = useAskHelp(props, alerts, engine, now);
  const { asksBefore, correct: correctHere, forget: forgetAsked } = help;
  /** Rules whose answer the person went back to correct. */
  const correcting = useRef(new Set<string>());

  /** The date on which the person said which day an entry that has begun is for. */
  const agreed = useRef<CalendarDay | null>(null);
  const isCorrection = corrected !== null;
  /** The day to ask about; a correction is of its own day whenever it is made. */
  const dayOver = useCallback((of: FlowState) => (isCorrection ? null : dayToAsk(of, new Date(), deviceZone(), agreed.current)), [isCorrection]);

  const put = useCallback((next: FlowState) => {
    now.current = next;
    setState(next);
    if (next.isDirty && hasContent(next)) keepDraft(place, next);
    else if (saving.current === 0) forgetDraft(place);
  }, [place]);

  /** Takes a prepared check-in as saved on the page. The kept draft goes only when the device has the entry itself. */
  const store = useCallback((from: FlowState, checkIn: CheckInInput, keep: CheckInService["keep"]) => {
    const { id, revision, recordedAt, timeZone } = checkIn;
    saving.current += 1;
    setIsSaving(true);
    const saved = flow(from, { type: "saved", id, revision, recordedAt, timeZone });
    put(saved);
    // With its id and revision: taken up again, it is the same entry.
    keepDraft(place, { ...saved, isDirty: true, draft: { ...saved.draft, revision } });
    void keep(checkIn).then(() => true, () => false).then((isKept) => {
      saving.current -= 1;
      if (saving.current > 0) return;
      setIsSaving(false);
      if (isKept && !now.current.isDirty) forgetDraft(place);
    });
  }, [place, put]);

  /** Saves the entry as it stands, with what is told of it. Its id is known at once; keeping and sending follow. */
  const save = useCallback((from: FlowState, judged: Judgement, telling: Telling): void => {
    const draft = asFull(from);
    if (!service || !desk.current || !draft) return;
    const shownAt = new Date();
    const shown = desk.current.shownOf(draft.id, judged.alerts);
    for (const ruleId of telling.tell) shown.set(ruleId, shown.get(ruleId) ?? shownAt);
    const checkIn = service.prepare(draft, judged, shown);
    // The screen first, then saving: nothing may stand between a person and the number to call.
    desk.current.saved(checkIn, draft, judged, telling, shownAt);
    store(from, checkIn, service.keep);
  }, [service, desk, store]);

  const judgeAndSave = useCallback((next: FlowState) => {
    const draft = asFull(next);
    if (!service || !desk.current || !draft) return;
    const judged = service.judge(draft);
    setJudgement(judged);
    const telling = desk.current.tellingOf(next, judged, correcting.current);
    if (telling.screen?.tier === "EMERGENCY" || (next.step === "done" && next.isDirty)) save(next, judged, telling);
  }, [service, desk, save]);

  const act = useCallback((action: FlowAction): void => {
    if (asksBefore(() => act(action))) return;
    const isLeavingScores = action.type === "next" || action.type === "none-of-these" || action.type === "save-safety";
    const over = isLeavingScores ? dayOver(now.current) : null;
    if (over) return setDayQuestion(over);
    const next = flow(now.current, action);
    if (action.type === "correct") correctHere();
    if (action.type !== "open-keys") setIsTouched(true);
    put(next);
    if (next.step !== "scores" && next.step !== "keys" && (next.isDirty || next.step !== "done")) judgeAndSave(next);
  }, [put, judgeAndSave, dayOver, asksBefore, correctHere]);

  /** Writes what was finished, or added since, as a revision; what is found in it by then is told. */
  const settle = useCallback(() => {
    if (now.current.step === "done" && now.current.isDirty) judgeAndSave(now.current);
  }, [judgeAndSave]);

  // What was finished before the engine was there is judged and saved now: `settle` changes when it comes.
  useEffect(settle, [settle]);

  const answerOne = useCallback((given: OpenAlert, response: AlertResponse) => {
    const kept = answer(given, response);
    const isOurs = given.checkInId === now.current.draft.id;
    if (staysOnScreen(given, response)) return;
    close(given);
    if (response === "corrected") {
      if (!isOurs) return void kept.then(() => location.assign(`/today?correct=${given.checkInId}`));
      for (const { ruleId } of given.alerts) correcting.current.add(ruleId);
      if (now.current.step === "done") act({ type: "correct" });
    } else if (isOurs) {
      if (response === "called" && given.tier === "EMERGENCY" && asFull(now.current)) put(flow(now.current, { type: "finish" }));
      settle(); // answers given after the alert was raised are in no revision yet
    }
  }, [answer, close, act, put, settle]);

  // A kept draft is taken up after hydration: the server cannot know it.
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (taken.current === place) return;
    taken.current = place;
    const found = readDraft(place, profile);
    // The entry may have reached the server before the draft was forgotten: then it goes on as the next revision.
    const stored = props.doneToday;
    const kept = found && stored && found.draft.id === stored.id && found.draft.revision < stored.revision
      ? { ...found, draft: { ...found.draft, revision: stored.revision } } : found;
    if (!kept || (corrected && kept.draft.revision !== corrected.revision)) {
      // The device may be in another zone than the diary: the day of a new entry is the device's.
      if (!hasContent(now.current) && dayOver(now.current)) put(startFlow(newDraft(dayOf(new Date(), deviceZone())), profile));
      return;
    }
    now.current = !corrected && goesOnAtScores(kept, props.cards) ? flow(kept, { type: "correct" }) : kept;
    setState(now.current);
    setWasKept(true);
    setDayQuestion(dayOver(kept));
  }, [place, corrected, profile, props.doneToday, props.cards, put, dayOver]);

  // Left open past midnight: an empty page starts the new day, a begun one asks.
  useEffect(() => {
    const onVisible = () => {
      const over = dayOver(now.current);
      if (document.visibilityState !== "visible" || !over) return;
      if (hasContent(now.current)) setDayQuestion(over);
      else {
        forgetAsked();
        put(startFlow(newDraft(dayOf(new Date(), deviceZone())), profile));
      }
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [profile, put, dayOver, forgetAsked]);

  // Rules that the server could not run are told with its answer.
  useEffect(() => service?.outbox.onSent(({ couldNotCheck = [], checkIn }) => {
    if (couldNotCheck.length > 0 && checkIn.id === now.current.draft.id) setJudgement((known) => ({ alerts: known?.alerts ?? [], couldNotCheck, isWhole: false }));
  }), [service]);

  const forgetEntry = () => {
    forgetAsked();
    setIsTouched(false);
    correcting.current = new Set();
    setJudgement(null);
  };

  /** Copies what is missing and goes on, in one tap. */
  function copyRest(from: FullDraft["scores"]): void {
    if (asksBefore(() => copyRest(from))) return;
    const over = dayOver(now.current);
    if (over) return setDayQuestion(over);
    act({ type: "copy-rest", from });
    const draft = asFull(now.current);
    act({ type: "next", ask: service && draft ? service.toAsk(draft) : [] });
  }

  return {
    props, engine, state, judgement, alert, dayQuestion, wasKept, isSaving, act,
    cards: alerts.cards, notes: alerts.notes,
    /** Everything found in the entry on the page, shown or told before: while there is any, nothing says that no alert was raised. */
    found: alerts.told.filter(({ checkInId }) => checkInId === state.draft.id),
    /** The alert is on the screen. */
    onScreen: (of: OpenAlert) => desk.current?.onScreen(of),
    answerAlert: (response: AlertResponse) => alert && answerOne(alert, response),
    /** Closes a SOON without an answer: its card stays. */
    leaveAlert: () => alert?.tier === "SOON" && close(alert),
    showCard: (card: TodayCard) => alerts.show(card.alert),
    answerCard: (card: TodayCard, response: AlertResponse) => answerOne(card.alert, response),
    unanswered: alert ? null : help.unanswered,
    answerUnanswered: help.answer,
    cancelUnanswered: help.cancel,
    usualOffer: (of: OpenAlert) => desk.current?.offerOf(of) ?? null,
    addUsual: (of: OpenAlert) => desk.current?.addUsual(of) ?? Promise.resolve("offline" as const),
    saveProfile: (patch: ProfilePatch) => service?.saveProfile(patch) ?? Promise.resolve("offline" as const),
    /** Which symptoms ask for details before the safety question. */
    toAsk: (): FlowState["waiting"] => {
      const draft = asFull(now.current);
      return service && draft ? service.toAsk(draft) : [];
    },
    copyRest,
    answerDay(action: Extract<FlowAction, { type: "file-under" | "replace" }>) {
      const { draft } = now.current;
      agreed.current = dayOf(new Date(), deviceZone());
      setDayQuestion(null);
      if (action.type === "replace") forgetEntry();
      if (action.type === "replace" || draft.id === null || !dayQuestion) return put(flow(now.current, action));
      // Saved early: it keeps its moment and is finished as that day's, or its answers begin an entry of today.
      if (action.day === dayQuestion) return;
      forgetEntry();
      put(flow(startFlow({ ...draft, id: null, revision: 1, timeZone: null }, profile), action));
    },
    startAnother() {
      if (corrected) return location.assign("/today");
      forgetEntry();
      put(startFlow(newDraft(dayOf(new Date(), deviceZone())), profile));
    },
    settle,
    /** Adds to the saved entry, on this device at once; `settle` makes it a revision. */
    add: (part: Extract<FlowAction, { type: "add" }>["part"]) => put(flow(now.current, { type: "add", part })),
  };
}
