"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { foundByServer, openAlertOf, responsesTo, todayCardOf, withAlert, type Entries, type OpenAlert } from "@/components/diary/open-alerts";
import type { Engine } from "@/components/diary/use-engine";
import type { AlertResponse, ToldAlert } from "@/lib/domain/alerts/alert";
import type { Opening } from "@/lib/domain/alerts/cards";
import { withChange, withFound, type Change } from "@/lib/domain/alerts/told-list";
import type { FlowState } from "@/lib/domain/check-in/flow";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import type { OutboxEntry } from "@/lib/offline/store";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import { fromWire } from "@/lib/schemas/rule-context";

/** The worker judges later check-ins again within seconds; an open page asks for what it found after this long. */
const JUDGED_AGAIN_MS = 10_000;
const VIBRATION: Partial<Record<OpenAlert["tier"], number>> = { EMERGENCY: 800, URGENT: 200 };

export type Alerts = ReturnType<typeof useAlerts>;
/** One entry as it is being judged. */
export type Found = { checkInId: string; revision: number; recordedAt: Date; alerts: readonly RaisedAlert[] };

/** All alerts of the diary as they stand on this page: what is on the screen, what waits behind it, the cards, and what was told before. */
export function useAlerts(props: FlowProps, engine: Engine, state: RefObject<FlowState>) {
  const { service } = engine;
  const [told, setTold] = useState<ToldAlert[]>(() => props.told.map(fromWire));
  const latest = useRef(told);
  /** What was shown and answered on this page: it holds for a list that is read anew, too. */
  const changes = useRef<Change[]>([]);
  const put = useCallback((next: ToldAlert[]) => {
    latest.current = next;
    setTold(next);
  }, []);
  const entries = useCallback((): Entries => ({ history: service?.history() ?? props.recent, draft: state.current.draft }), [service, props.recent, state]);
  const [queue, setQueue] = useState<OpenAlert[]>(() => props.opening.map((each) => openAlertOf(each, { history: props.recent, draft: state.current.draft }, new Date())));
  /** Nothing on the alert's screen waits for the engine: answers are kept as soon as it is there. */
  const unkept = useRef<{ responses: AlertResponseInput[]; done: () => void }[]>([]);

  const send = useCallback((responses: AlertResponseInput[]): Promise<void> => (
    service ? service.respond(responses) : new Promise((done) => unkept.current.push({ responses, done }))
  ), [service]);

  const change = useCallback((made: Change[]) => {
    changes.current.push(...made);
    put(made.reduce(withChange, latest.current));
  }, [put]);

  /** Answers an alert; resolves when the device has the answer. */
  const answer = useCallback((alert: OpenAlert, response: AlertResponse): Promise<void> => {
    const respondedAt = new Date();
    change(alert.alerts.map(({ ruleId }) => ({ checkInId: alert.checkInId, ruleId, shownAt: alert.laterShown?.[ruleId] ?? alert.shownAt, response, respondedAt })));
    return send(responsesTo(alert, { response, respondedAt: respondedAt.toISOString() }));
  }, [change, send]);

  /** Puts an alert on the screen, behind those that wait. What was not shown before counts as shown from now on. */
  const open = useCallback((alert: OpenAlert, isNew = true) => {
    change(alert.alerts.map(({ ruleId }) => ({ checkInId: alert.checkInId, ruleId, shownAt: alert.laterShown?.[ruleId] ?? alert.shownAt })));
    const vibration = VIBRATION[alert.tier];
    if (isNew && vibration) navigator.vibrate?.(vibration);
    setQueue((waiting) => withAlert(waiting, alert));
  }, [change]);

  const close = useCallback((alert: OpenAlert) => setQueue((waiting) => waiting.filter((each) => each !== alert)), []);

  /** Takes what was found in an entry into the list; `isWhole` when the device judged it anew. */
  const found = useCallback(({ alerts, ...entry }: Found, isWhole: boolean) => put(withFound(latest.current, entry, alerts, { at: new Date(), isWhole })), [put]);

  const openUnseen = useCallback((openings: readonly Opening[]) => {
    for (const opening of openings) {
      const alert = openAlertOf(opening, entries(), new Date());
      open(alert);
      void send(responsesTo(alert, null));
    }
  }, [entries, open, send]);

  /** The list as device and server have it, after the engine has come or has looked again: what nobody saw yet opens its screen. */
  const takeUp = useCallback(() => {
    if (!service) return;
    const history = new Map(service.history().map(({ id, revision }) => [id, revision]));
    const isOnItsWay = ({ checkInId, revision }: ToldAlert) => (history.get(checkInId) ?? 0) < revision;
    const own = latest.current.filter(isOnItsWay);
    const before = new Set(latest.current.map(({ checkInId }) => checkInId));
    put(changes.current.reduce(withChange, [...service.told().filter(({ checkInId }) => !own.some((alert) => alert.checkInId === checkInId)), ...own]));
    const isUnknown = (alert: ToldAlert) => alert.shownAt === null || !before.has(alert.checkInId);
    openUnseen(service.showing.screensOnOpening(latest.current, new Date())
      .flatMap((opening) => (opening.checkInId === props.correcting?.id ? [] : [{ ...opening, alerts: opening.alerts.filter(isUnknown) }]))
      .filter(({ alerts }) => alerts.length > 0));
  }, [service, put, openUnseen, props.correcting]);

  // What opened with the page is shown; its answers, and what was answered meanwhile, are kept when the engine is there.
  useEffect(() => {
    if (!service) return;
    const unseen = queue.filter(({ checkInId, alerts }) => latest.current.some((alert) => alert.checkInId === checkInId && alert.shownAt === null && alerts.some(({ ruleId }) => ruleId === alert.ruleId)));
    change(unseen.flatMap(({ checkInId, alerts, shownAt, laterShown }) => alerts.map(({ ruleId }) => ({ checkInId, ruleId, shownAt: laterShown?.[ruleId] ?? shownAt }))));
    for (const alert of unseen) void service.respond(responsesTo(alert, null));
    for (const { responses, done } of unkept.current.splice(0)) void service.respond(responses).then(done);
    takeUp();
    // Once, when the engine has come.
  }, [service]);

  // The server judges with the whole history: what only it found is shown when its answer comes, whatever is open now.
  useEffect(() => {
    if (!service || !props.alertsOn) return;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = service.outbox.onSent((entry) => {
      if (entry.diaryId !== props.diaryId) return;
      showFoundByServer(entry);
      if (!mayChangeLater(entry)) return;
      const timer = setTimeout(() => void service.refresh().then(takeUp), JUDGED_AGAIN_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };

    function showFoundByServer(entry: OutboxEntry) {
      const fresh = foundByServer(entry, latest.current);
      if (fresh.length === 0) return;
      const { id: checkInId, revision, recordedAt } = entry.checkIn;
      found({ checkInId, revision, recordedAt: new Date(recordedAt), alerts: fresh }, false);
      const whole = latest.current.filter((alert) => alert.checkInId === checkInId);
      const now = new Date();
      const { tier, messages, more, below } = service!.showing.presentationOf({ checkInId, alerts: whole }, latest.current, now);
      const shown = [...messages, ...more].filter(({ alert }) => fresh.some(({ ruleId }) => ruleId === alert.ruleId));
      const toAlert = ({ alert }: { alert: RaisedAlert }) => whole.filter(({ ruleId }) => ruleId === alert.ruleId);
      if (!tier || shown.length === 0) return;
      const alert = openAlertOf({ tier, checkInId, revision, alerts: shown.flatMap(toAlert), folded: below.flatMap(toAlert), form: shown.every(({ form }) => form === "reminder") ? "reminder" : "full" }, entries(), now);
      if (shown.some(({ form }) => form === "full" || form === "reminder")) open(alert);
      else change(alert.alerts.map(({ ruleId }) => ({ checkInId, ruleId, shownAt: now })));
      void service!.respond(responsesTo(alert, null));
    }
  }, [service, props.diaryId, props.alertsOn, found, open, change, entries, takeUp]);

  const cards = useMemo(() => {
    const now = new Date();
    return (service ? service.showing.cardsOf(told, now) : props.cards).map((card) => todayCardOf(card, entries(), now));
  }, [service, told, props.cards, entries]);
  const notes = useMemo(() => (service ? service.showing.linesOf(told, new Date()) : props.notes), [service, told, props.notes]);

  return { told, latest, queue, cards, notes, answer, open, close, found, change };
}

/** As on the server: a correction, or an entry that comes more than two minutes after its moment. */
const mayChangeLater = ({ checkIn }: OutboxEntry) => checkIn.revision > 1 || Date.now() - Date.parse(checkIn.recordedAt) > 120_000;
