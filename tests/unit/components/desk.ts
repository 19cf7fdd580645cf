import { afterEach, beforeEach, vi } from "vitest";
import { openDesk, type DeskView } from "@/components/diary/alert-desk";
import type { FlowProps } from "@/components/diary/flow-props";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { newDraft, startFlow, type FlowState } from "@/lib/domain/check-in/flow";
import type { Profile } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import type { CheckInService, FullDraft } from "@/lib/offline/check-in-service";
import type { OutboxEntry } from "@/lib/offline/store";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import { NOW } from "@/tests/unit/domain/alerts/told";

type Page = EventTarget & { visibilityState: string };

/** The window and document of the page, and a clock that stands: fresh before each test of a file. */
export function usePage(): { page: Page } {
  const here = {} as { page: Page };
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    here.page = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.stubGlobal("document", here.page);
    vi.stubGlobal("addEventListener", here.page.addEventListener.bind(here.page));
    vi.stubGlobal("removeEventListener", here.page.removeEventListener.bind(here.page));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return here;
}

export const scores = { fatigue: 1, numbness: 1, vision: 1, walking: 1 };
export const draft: FullDraft = { ...newDraft("2026-11-21"), scores };
export const input = (id: string, revision = 1, deviceAlerts: CheckInInput["deviceAlerts"] = []): CheckInInput => ({
  id, revision, recordedAt: NOW.toISOString(), enteredAt: NOW.toISOString(), timeZone: "UTC", scores, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts, deviceCouldNotCheck: [],
});
export const stored = (ruleId: string, tier: StoredAlert["tier"]): StoredAlert => ({ ruleId, ruleVersion: 1, tier, evidence: [], raisedAt: NOW.toISOString() });
export const judged = (...alerts: RaisedAlert[]) => ({ alerts, couldNotCheck: [], isWhole: true });
export const at = (step: FlowState["step"], of = draft): FlowState => ({ ...startFlow(of, {}), step });

/** A desk over a service that only remembers. `later` is what the server knows when it is asked again. */
export function desk(known: ToldAlert[], { opening = [], later = known, profile = {}, alertsOn = true, page: onPage = draft }: { page?: FullDraft; opening?: FlowProps["opening"]; later?: ToldAlert[]; profile?: Profile; alertsOn?: boolean } = {}) {
  let view: DeskView = { told: [], queue: opening, cards: [], notes: [] };
  let list = known;
  const sent: AlertResponseInput[] = [];
  const saved: Profile[] = [];
  const listeners: ((entry: OutboxEntry) => void)[] = [];
  const service = {
    told: () => list, history: () => [], profile: () => profile,
    respond: async (responses: AlertResponseInput[]) => void sent.push(...responses),
    refresh: async () => void (list = later),
    saveProfile: async (patch: Profile) => { saved.push(patch); return "saved"; },
    outbox: { onSent: (listener: (entry: OutboxEntry) => void) => { listeners.push(listener); return () => undefined; } },
  } as unknown as CheckInService;
  const props = { diaryId: "d", alertsOn, correcting: null, told: [], opening } as unknown as FlowProps;
  const opened = openDesk({ props, service, draft: () => onPage, queue: opening, publish: (next) => { view = next; } });
  function finish(id: string, revision: number, alerts: RaisedAlert[]) {
    const telling = opened.tellingOf(at("done", revision === 1 ? draft : { ...draft, id, revision }), judged(...alerts), new Set());
    opened.saved(input(id, revision), draft, judged(...alerts), telling, new Date());
    return telling;
  }
  return {
    desk: opened, sent, saved,
    screens: () => view.queue.map(({ tier, form, alerts }) => [tier, form, ...alerts.map(({ ruleId }) => ruleId)]),
    cards: () => view.cards.map(({ tier, state, response, alert }) => [tier, state, response, ...alert.alerts.map(({ ruleId }) => ruleId)]),
    notes: () => view.notes.map(({ ruleId }) => ruleId),
    queue: () => view.queue,
    /** The first in the queue is on the screen. */
    onScreen: () => opened.onScreen(view.queue[0]!),
    shownAt: (rule: string) => view.told.find(({ ruleId }) => ruleId === rule)?.shownAt,
    arrive: (checkIn: CheckInInput, serverAlerts: StoredAlert[]) => listeners.forEach((listener) => listener({ diaryId: "d", checkIn, serverAlerts } as OutboxEntry)),
    finish: (alerts: RaisedAlert[], id = "now") => finish(id, 1, alerts),
    /** The entry is saved again, as this revision. */
    save: (revision: number, alerts: RaisedAlert[]) => finish("now", revision, alerts),
    /** The page comes back: the list is read again. */
    returnTo: () => opened.refresh(),
  };
}
