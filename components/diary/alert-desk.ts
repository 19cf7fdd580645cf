import type { FlowProps } from "@/components/diary/flow-props";
import { foundByServer, openAlertOf, responsesTo, todayCardOf, withAlert, type Entries, type OpenAlert, type TodayCard } from "@/components/diary/open-alerts";
import { whenBack } from "@/components/diary/when-back";
import type { AlertResponse, ToldAlert } from "@/lib/domain/alerts/alert";
import { helpToAsk } from "@/lib/domain/alerts/ask-help";
import { cardsOf, linesOf, screensOnOpening } from "@/lib/domain/alerts/cards";
import { emergenciesNow } from "@/lib/domain/alerts/emergencies-now";
import { usualFrom, type UsualOffer } from "@/lib/domain/alerts/my-usual";
import { presentationOf } from "@/lib/domain/alerts/presentation";
import { isOtherFinding } from "@/lib/domain/alerts/same-finding";
import { withChange, withFound, type Change } from "@/lib/domain/alerts/told-list";
import type { Draft, FlowState } from "@/lib/domain/check-in/flow";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import type { CheckInService, FullDraft, Judgement } from "@/lib/offline/check-in-service";
import type { OutboxEntry } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";

/** The worker judges later check-ins again within seconds; an open page asks for what it found after this long. */
const JUDGED_AGAIN_MS = 10_000;
const VIBRATION: Partial<Record<OpenAlert["tier"], number>> = { EMERGENCY: 800, URGENT: 200 };

/** What the page shows of its alerts. The queue's first is the one on the screen. */
export type DeskView = { told: ToldAlert[]; queue: OpenAlert[]; cards: TodayCard[]; notes: ToldAlert[] };
/** An alarm to be asked about, with older ones that the same answer speaks of. Its name tells whether it was asked in this check-in. */
export type Question = { name: string; alert: OpenAlert; also: OpenAlert[] };
/** An answer given before the engine was there. */
export type EarlyAnswer = { alert: OpenAlert; response: AlertResponse; respondedAt: Date; done: () => void };
type Part = Pick<OpenAlert, "tier" | "form" | "alerts" | "folded">;
/** What is shown of an entry that was judged: the rules whose moment of showing is now, and the screen, when there is one; it may have to wait. */
export type Telling = { tell: string[]; screen: Part | null };

export type Desk = ReturnType<typeof openDesk>;
type DeskOptions = { props: FlowProps; service: CheckInService; draft: () => Draft; queue: OpenAlert[]; publish: (view: DeskView) => void };

/**
 * All alerts of the diary as they stand on one page: what was told before, what is on the screen, what waits behind it, the cards and
 * the lines. It comes with the engine, because it knows all the rules; until then the page shows what the server made.
 */
export function openDesk({ props, service, draft, queue: waiting, publish }: DeskOptions) {
  /** A plain diary has none, also where an entry on its way still has some. */
  const toldNow = () => (props.alertsOn ? service.told() : []);
  let told: ToldAlert[] = toldNow();
  let queue = waiting;
  /** What was shown and answered on this page: it holds for a list that is read anew, too. */
  let changes: Change[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const entries = (): Entries => ({ history: service.history(), draft: draft() });

  function update(next: { told?: ToldAlert[]; queue?: OpenAlert[] }) {
    told = next.told ?? told;
    queue = next.queue ?? queue;
    const now = new Date();
    publish({ told, queue, cards: cardsOf(told, now).map((card) => todayCardOf(card, entries(), now)), notes: linesOf(told, now) });
  }

  function change(made: Change[]): ToldAlert[] {
    changes.push(...made);
    return made.reduce(withChange, told);
  }

  const toldOf = ({ checkInId }: OpenAlert, ruleId: string) => told.find((alert) => alert.checkInId === checkInId && alert.ruleId === ruleId);
  const shownIn = ({ checkInId, alerts, laterShown, shownAt }: OpenAlert): Change[] => alerts.map(({ ruleId }) => ({ checkInId, ruleId, shownAt: laterShown?.[ruleId] ?? shownAt }));
  /** With the moment at which each of its rules was on the screen first: now, when it never was. */
  const asShown = (alert: OpenAlert, now: Date): OpenAlert => ({ ...alert, laterShown: Object.fromEntries(alert.alerts.map(({ ruleId }) => [ruleId, toldOf(alert, ruleId)?.shownAt ?? now])) });

  /** Puts an alert on the screen, behind those that wait. */
  function open(alert: OpenAlert) {
    const vibration = VIBRATION[alert.tier];
    if (vibration) navigator.vibrate?.(vibration);
    update({ queue: withAlert(queue, alert) });
  }

  /** It is on the screen: what was not shown before counts as shown from now on. */
  function onScreen(alert: OpenAlert) {
    const alerts = alert.alerts.filter(({ ruleId }) => toldOf(alert, ruleId)?.shownAt === null);
    if (alerts.length === 0) return;
    const shown = asShown({ ...alert, alerts }, new Date());
    update({ told: change(shownIn(shown)) });
    void service.respond(responsesTo(shown, null));
  }

  /** Answers an alert; resolves when the device has the answer. */
  function answer(alert: OpenAlert, response: AlertResponse, respondedAt = new Date()): Promise<void> {
    const shown = asShown(alert, respondedAt);
    update({ told: change(shownIn(shown).map((each) => ({ ...each, response, respondedAt }))) });
    return service.respond(responsesTo(shown, { response, respondedAt: respondedAt.toISOString() }));
  }

  /** The list as device and server have it: what nobody saw yet opens its screen, and every emergency without an answer. */
  function takeUp() {
    const history = new Map(service.history().map(({ id, revision }) => [id, revision]));
    const own = told.filter(({ checkInId, revision }) => (history.get(checkInId) ?? 0) < revision); // on its way to the device's store
    const read = toldNow().filter(({ checkInId }) => !own.some((alert) => alert.checkInId === checkInId));
    update({ told: changes.reduce(withChange, [...read, ...own]) });
    for (const opening of screensOnOpening(told, new Date())) {
      const alerts = opening.alerts.filter((alert) => !isQueued(alert) && !isInCorrection(alert));
      if (alerts.length > 0 && opening.checkInId !== props.correcting?.id) open(openAlertOf({ ...opening, alerts }, entries(), new Date()));
    }
  }

  /** What was raised elsewhere since: on another device, or by the worker. */
  const refresh = (): Promise<void> => service.refresh().then(takeUp);

  const isQueued = (alert: ToldAlert) => queue.some(({ checkInId, alerts }) => checkInId === alert.checkInId && alerts.some(({ ruleId }) => ruleId === alert.ruleId));

  /** Gone back to on this page: nothing interrupts that. Left without a change, it is open again wherever Today is opened next. */
  const isInCorrection = ({ checkInId, response }: ToldAlert) =>
    response === "corrected" && changes.some((made) => made.checkInId === checkInId && made.response === "corrected");

  /** What only the server found in a sent entry, whatever is open now. */
  function takeFromServer(entry: OutboxEntry) {
    const fresh = foundByServer(entry, told);
    if (fresh.length === 0) return;
    const { id: checkInId, revision, recordedAt } = entry.checkIn;
    const now = new Date();
    update({ told: withFound(told, { checkInId, revision, recordedAt: new Date(recordedAt) }, fresh, { at: now, isWhole: false }) });
    const whole = told.filter((alert) => alert.checkInId === checkInId);
    const { tier, messages, more, below } = presentationOf({ checkInId, alerts: whole }, told, now);
    const shown = [...messages, ...more].filter(({ alert }) => fresh.some(({ ruleId }) => ruleId === alert.ruleId));
    if (!tier || shown.length === 0) return;
    const inWhole = ({ alert }: { alert: RaisedAlert }) => whole.filter(({ ruleId }) => ruleId === alert.ruleId);
    const alert = openAlertOf({ tier, checkInId, revision, alerts: shown.flatMap(inWhole), folded: below.flatMap(inWhole), form: formOf(shown) }, entries(), now);
    // What has no screen of its own is a card or a line at once.
    if (shown.some(hasScreen)) open(alert);
    else onScreen(alert);
  }

  /** Of what an entry raises: the rules that were shown, and when. What was corrected was not, nor what speaks of something else now. */
  const shownOf = (id: string | null, alerts: readonly RaisedAlert[]) => new Map(told.flatMap(({ checkInId, ruleId, evidence, shownAt, response }): [string, Date][] => {
    const found = alerts.find((alert) => alert.ruleId === ruleId);
    return checkInId === id && shownAt && response !== "corrected" && found && !isOtherFinding(evidence, found.evidence) ? [[ruleId, shownAt]] : [];
  }));

  /** Behind another on the screen, which is an emergency where there is one. */
  const mustWait = (tier: OpenAlert["tier"]) => queue.some((open) => tier !== "EMERGENCY" || open.tier === "EMERGENCY");
  const isOpen = (id: string | null, { ruleId, evidence }: RaisedAlert) =>
    queue.some(({ checkInId, alerts }) => checkInId === id && alerts.some((alert) => alert.ruleId === ruleId && !isOtherFinding(alert.evidence, evidence)));

  const stopWaiting = whenBack(() => void refresh());
  const stopListening = service.outbox.onSent((entry) => {
    if (entry.diaryId !== props.diaryId || !props.alertsOn) return;
    takeFromServer(entry);
    if (mayChangeLater(entry)) timers.add(setTimeout(() => void refresh(), JUDGED_AGAIN_MS));
  });

  const offerOf = (of: OpenAlert): UsualOffer | null => usualFrom(of.alerts.flatMap(({ evidence }) => evidence), of.draft.answers, service.profile());

  return {
    open, onScreen, answer, refresh,
    /** What was answered before now is kept. */
    start(early: readonly EarlyAnswer[]) {
      for (const { alert, response, respondedAt, done } of early) void answer(alert, response, respondedAt).then(done);
      takeUp();
    },
    show: (alert: OpenAlert) => update({ queue: withAlert(queue, alert) }),
    close: (alert: OpenAlert) => update({ queue: queue.filter((each) => each !== alert) }),
    shownOf,
    /** What is told of an entry as it stands: emergencies at once, the rest when it is done. */
    tellingOf({ step, draft: { id } }: FlowState, judged: Judgement, correcting: ReadonlySet<string>): Telling {
      const shown = new Set([...shownOf(id, judged.alerts).keys(), ...judged.alerts.filter((alert) => isOpen(id, alert)).map(({ ruleId }) => ruleId)]);
      const emergencies = emergenciesNow({ step, alerts: judged.alerts, shown, correcting });
      if (emergencies.length > 0) {
        return { tell: mustWait("EMERGENCY") ? [] : emergencies.map(({ ruleId }) => ruleId), screen: { tier: "EMERGENCY", form: "full", alerts: emergencies, folded: judged.alerts.filter(({ tier }) => tier === "URGENT" || tier === "SOON") } };
      }
      if (step !== "done") return { tell: [], screen: null };
      const { tier, messages, more, below } = presentationOf({ checkInId: id ?? "", alerts: judged.alerts }, told, new Date());
      const fresh = [...messages, ...more].filter(({ alert: { ruleId } }) => !shown.has(ruleId));
      // A quiet line under an alarm is not shown; under SOON it stands beside its card.
      const lines = below.filter(({ form }) => form === "line" && tier === "SOON");
      const hasOwnScreen = fresh.some(hasScreen);
      return {
        tell: [...(tier && hasOwnScreen && mustWait(tier) ? [] : fresh), ...lines].map(({ alert: { ruleId } }) => ruleId),
        screen: tier && hasOwnScreen ? { tier, form: formOf(fresh), alerts: fresh.map(({ alert }) => alert), folded: below.map(({ alert }) => alert) } : null,
      };
    },
    /** An entry was saved with what was found in it and told of it; its screen opens. */
    saved({ id: checkInId, revision, recordedAt }: CheckInInput, of: FullDraft, judged: Judgement, { tell, screen }: Telling, shownAt: Date) {
      told = withFound(told, { checkInId, revision, recordedAt: new Date(recordedAt) }, judged.alerts, { at: shownAt, isWhole: true });
      // What starts anew, as after a correction, was neither shown nor answered.
      const startsAnew = (made: Change) => told.some((alert) => alert.checkInId === checkInId && alert.ruleId === made.ruleId && alert.raisedAt === shownAt);
      changes = changes.filter((made) => made.checkInId !== checkInId || !startsAnew(made));
      update({ told: change(tell.map((ruleId) => ({ checkInId, ruleId, shownAt }))) });
      if (screen) open({ ...screen, draft: { ...of, id: checkInId }, checkInId, revision, shownAt });
    },
    /** What is asked before a check-in begins or goes on: nothing about itself, and nothing twice. */
    questions(asked: ReadonlySet<string> = new Set()): Question[] {
      const now = new Date();
      // What has its turn on the screen still to come is asked about there.
      return helpToAsk(told.filter((alert) => !isQueued(alert) && alert.checkInId !== draft().id), now).map(({ also, ...group }) => ({
        name: `${group.checkInId} ${group.alerts.map(({ ruleId }) => ruleId).join(" ")}`,
        alert: openAlertOf({ ...group, tier: group.alerts.some(({ tier }) => tier === "EMERGENCY") ? "EMERGENCY" : "URGENT" }, entries(), now),
        also: also.map((alert) => openAlertOf({ ...alert, alerts: [alert] }, entries(), now)),
      })).filter(({ name }) => !asked.has(name));
    },
    offerOf,
    /** Adds to the profile what is this person's usual, as the profile stands at that moment. It answers no alert. */
    async addUsual(of: OpenAlert): Promise<"saved" | "offline" | "failed"> {
      await service.refresh();
      const offer = offerOf(of);
      return offer ? service.saveProfile({ usual: offer.usual }) : "saved";
    },
    stop() {
      stopListening();
      stopWaiting();
      timers.forEach(clearTimeout);
    },
  };
}

type Shown = { form: string };
const hasScreen = ({ form }: Shown) => form === "full" || form === "reminder";
const formOf = (shown: readonly Shown[]): OpenAlert["form"] => (shown.every(({ form }) => form === "reminder") ? "reminder" : "full");

/** As on the server: a correction, or an entry that comes more than two minutes after its moment. */
const mayChangeLater = ({ checkIn }: OutboxEntry) => checkIn.revision > 1 || Date.now() - Date.parse(checkIn.recordedAt) > 120_000;
