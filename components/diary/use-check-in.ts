"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { alertKey, answeredToday, foundByServer, openStored, responsesTo, withAlert, type AnsweredAlert, type OpenAlert } from "@/components/diary/open-alerts";
import { useEngine } from "@/components/diary/use-engine";
import { dayToAsk } from "@/lib/domain/check-in/day-over";
import { emergenciesNow } from "@/lib/domain/alerts/emergencies-now";
import { flow, fullScores, newDraft, startFlow, type FlowAction, type FlowState } from "@/lib/domain/check-in/flow";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import type { CheckInService, FullDraft, Judgement } from "@/lib/offline/check-in-service";
import { forgetDraft, keepDraft, readDraft } from "@/lib/offline/draft";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInInput } from "@/lib/schemas/check-in";

export type { AnsweredAlert, OpenAlert };
export type CheckIn = ReturnType<typeof useCheckIn>;

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const asFull = ({ draft }: FlowState): FullDraft | null => (fullScores(draft.scores) ? (draft as FullDraft) : null);
const hasContent = ({ draft }: FlowState) => Object.keys(draft.scores).length > 0 || Object.keys(draft.answers).length > 0 || draft.note !== "";

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
  const [answered, setAnswered] = useState<AnsweredAlert | null>(() => (corrected ? null : answeredToday(props, new Date())));
  // An emergency nobody answered is not gone because the page was loaded again.
  const [queue, setQueue] = useState(() => openStored(props, new Date()));
  const alert = queue[0] ?? null;
  const [dayQuestion, setDayQuestion] = useState<CalendarDay | null>(null);
  const [wasKept, setWasKept] = useState(false);
  /** Entries on their way to the device's store. */
  const saving = useRef(0);
  const [isSaving, setIsSaving] = useState(false);
  const now = useRef(state);
  /** The rules of this entry that were on the screen, and when. */
  const shown = useRef(new Map<string, Date>([
    ...(corrected ? [] : props.storedAlerts).flatMap(({ checkInId, ruleId, shownAt }): [string, Date][] => (checkInId === props.doneToday?.id && shownAt ? [[ruleId, new Date(shownAt)]] : [])),
    ...queue.flatMap(({ checkInId, alerts, shownAt }) => (checkInId === state.draft.id ? alerts.map(({ ruleId }): [string, Date] => [ruleId, shownAt]) : [])),
  ]));
  /** The same of every entry, for what the server finds. */
  const told = useRef(new Set(queue.flatMap(({ checkInId, alerts }) => alerts.map(({ ruleId }) => alertKey(checkInId, ruleId)))));
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

  /** Saves the entry as it stands. Its id is known at once; keeping and sending follow. */
  const save = useCallback((from: FlowState, judged: Judgement) => {
    const draft = asFull(from);
    if (!service || !draft) return null;
    const checkIn = service.prepare(draft, judged, shown.current);
    store(from, checkIn, service.keep);
    return checkIn;
  }, [service, store]);

  const judgeAndSave = useCallback((next: FlowState) => {
    const draft = asFull(next);
    if (!service || !draft) return;
    const judged = service.judge(draft);
    setJudgement(judged);
    const emergencies = emergenciesNow({ step: next.step, alerts: judged.alerts, shown: new Set(shown.current.keys()), correcting: correcting.current });
    if (emergencies.length > 0) {
      // The screen first, then saving: nothing may stand between a person and the number to call.
      const shownAt = new Date();
      for (const { ruleId } of emergencies) shown.current.set(ruleId, shownAt);
      navigator.vibrate?.(800);
      const checkIn = service.prepare(draft, judged, shown.current);
      for (const { ruleId } of emergencies) told.current.add(alertKey(checkIn.id, ruleId));
      setQueue((open) => withAlert(open, { alerts: emergencies, draft: { ...draft, id: checkIn.id }, checkInId: checkIn.id, revision: checkIn.revision, shownAt }));
      store(next, checkIn, service.keep);
    } else if (next.step === "done" && next.isDirty) {
      save(next, judged);
    }
  }, [service, store, save]);

  const act = useCallback((action: FlowAction) => {
    const isLeavingScores = action.type === "next" || action.type === "none-of-these" || action.type === "save-safety";
    const over = isLeavingScores ? dayOver(now.current) : null;
    if (over) return setDayQuestion(over);
    const next = flow(now.current, action);
    put(next);
    if (next.step !== "scores" && next.step !== "keys" && (next.isDirty || next.step !== "done")) judgeAndSave(next);
  }, [put, judgeAndSave, dayOver]);

  /** Nothing on the alert's screen waits for the engine: answers are kept as soon as it is there. */
  const unkept = useRef<{ responses: AlertResponseInput[]; done: () => void }[]>([]);
  const respond = useCallback((responses: AlertResponseInput[]): Promise<void> => (
    service ? service.respond(responses) : new Promise((done) => unkept.current.push({ responses, done }))
  ), [service]);
  useEffect(() => {
    if (!service) return;
    for (const { responses, done } of unkept.current.splice(0)) void service.respond(responses).then(done);
    // What was finished before the engine was there is judged and saved now.
    if (now.current.step === "done" && now.current.isDirty) judgeAndSave(now.current);
  }, [service, judgeAndSave]);

  const answerAlert = useCallback((response: AlertResponse) => {
    if (!alert) return;
    const kept = respond(responsesTo(alert, { response, respondedAt: new Date().toISOString() }));
    const isOurs = alert.checkInId === now.current.draft.id;
    if (isOurs) setAnswered({ alert, response });
    if (response === "not-yet") return;
    setQueue((open) => open.slice(1));
    if (response === "corrected") {
      // Its card goes too: what still holds is raised again by judging.
      if (isOurs) setAnswered(null);
      for (const { ruleId } of alert.alerts) told.current.delete(alertKey(alert.checkInId, ruleId));
      if (!isOurs) return void kept.then(() => location.assign(`/today?correct=${alert.checkInId}`));
      for (const { ruleId } of alert.alerts) {
        shown.current.delete(ruleId);
        correcting.current.add(ruleId);
      }
      if (now.current.step === "done") put(flow(now.current, { type: "correct" }));
    } else if (!isOurs) {
      return;
    } else {
      if (response === "called" && asFull(now.current)) put(flow(now.current, { type: "finish" }));
      // Answers given after the alert was raised are in no revision yet.
      if (now.current.step === "done" && now.current.isDirty) judgeAndSave(now.current);
    }
  }, [alert, respond, put, judgeAndSave]);

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
    now.current = kept;
    setState(kept);
    setWasKept(true);
    setDayQuestion(dayOver(kept));
  }, [place, corrected, profile, props.doneToday, put, dayOver]);

  // Left open past midnight: an empty page starts the new day, a begun one asks.
  useEffect(() => {
    const onVisible = () => {
      const over = dayOver(now.current);
      if (document.visibilityState !== "visible" || !over) return;
      if (hasContent(now.current)) setDayQuestion(over);
      else put(startFlow(newDraft(dayOf(new Date(), deviceZone())), profile));
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [profile, put, dayOver]);

  // The server judges with the whole history: an emergency only it found is shown when its answer comes, whatever is open now.
  useEffect(() => service?.outbox.onSent((entry) => {
    if (entry.diaryId !== diaryId || !props.alertsOn) return;
    const { couldNotCheck = [], checkIn } = entry;
    if (couldNotCheck.length > 0 && checkIn.id === now.current.draft.id) setJudgement((known) => ({ alerts: known?.alerts ?? [], couldNotCheck, isWhole: false }));
    const found = foundByServer(entry, told.current, new Date());
    if (!found) return;
    for (const { ruleId } of found.alerts) {
      told.current.add(alertKey(found.checkInId, ruleId));
      if (found.checkInId === now.current.draft.id) shown.current.set(ruleId, found.shownAt);
    }
    navigator.vibrate?.(800);
    setQueue((open) => withAlert(open, found));
    void service.respond(responsesTo(found, null));
  }), [service, diaryId, props.alertsOn]);

  /** What was shown and answered belongs to the entry; the next one starts without it. */
  const forgetEntry = () => {
    shown.current = new Map();
    correcting.current = new Set();
    setAnswered(null);
    setJudgement(null);
  };

  return {
    props, engine, state, judgement, alert, answered, dayQuestion, wasKept, isSaving, act, answerAlert,
    /** Which symptoms ask for details before the safety question. */
    toAsk: (): FlowState["waiting"] => {
      const draft = asFull(now.current);
      return service && draft ? service.toAsk(draft) : [];
    },
    /** Copies what is missing and goes on, in one tap. */
    copyRest(from: FullDraft["scores"]) {
      const over = dayOver(now.current);
      if (over) return setDayQuestion(over);
      act({ type: "copy-rest", from });
      const draft = asFull(now.current);
      act({ type: "next", ask: service && draft ? service.toAsk(draft) : [] });
    },
    showAlertAgain: () => answered && setQueue((open) => [answered.alert, ...open]),
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
    /** Writes the note as a revision of the saved entry. */
    saveNote(text: string) {
      const next = flow(now.current, { type: "note", text });
      put(next);
      const draft = asFull(next);
      if (service && draft) save(next, service.judge(draft));
    },
  };
}
