import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, type DeskView } from "@/components/diary/alert-desk";
import type { FlowProps } from "@/components/diary/flow-props";
import { openAlertOf } from "@/components/diary/open-alerts";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { newDraft, startFlow, type FlowState } from "@/lib/domain/check-in/flow";
import type { Profile } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import type { CheckInService, FullDraft } from "@/lib/offline/check-in-service";
import type { OutboxEntry } from "@/lib/offline/store";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInInput, StoredAlert } from "@/lib/schemas/check-in";
import { DAY, HOUR, NOW, raised, told } from "@/tests/unit/domain/alerts/told";

/** The window and document of the page. */
let page: EventTarget & { visibilityState: string };
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const scores = { fatigue: 1, numbness: 1, vision: 1, walking: 1 };
const draft: FullDraft = { ...newDraft("2026-11-21"), scores };
const input = (id: string, revision = 1, deviceAlerts: CheckInInput["deviceAlerts"] = []): CheckInInput => ({
  id, revision, recordedAt: NOW.toISOString(), enteredAt: NOW.toISOString(), timeZone: "UTC", scores, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts, deviceCouldNotCheck: [],
});
const stored = (ruleId: string, tier: StoredAlert["tier"]): StoredAlert => ({ ruleId, ruleVersion: 1, tier, evidence: [], raisedAt: NOW.toISOString() });
const judged = (...alerts: RaisedAlert[]) => ({ alerts, couldNotCheck: [], isWhole: true });
const at = (step: FlowState["step"], of = draft): FlowState => ({ ...startFlow(of, {}), step });

/** A desk over a service that only remembers. `later` is what the server knows when it is asked again. */
function desk(known: ToldAlert[], { opening = [], later = known, profile = {}, alertsOn = true, page: onPage = draft }: { page?: FullDraft; opening?: FlowProps["opening"]; later?: ToldAlert[]; profile?: Profile; alertsOn?: boolean } = {}) {
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

describe("after a check-in", () => {
  it.each([["URGENT", "leg-clot"], ["SOON", "shingles"]] as const)("%s has a screen of its own, and its card until it is answered", (tier, rule) => {
    const { finish, screens, cards, desk: made, queue } = desk([]);
    expect(finish([raised(rule, tier)]).tell).toEqual([rule]);
    expect(screens()).toEqual([[tier, "full", rule]]);
    made.close(queue()[0]!);
    expect(screens()).toEqual([]);
    expect(cards()).toEqual([[tier, "open", null, rule]]);
  });
  it("INFO is a line, and no screen", () => {
    const { finish, screens, notes } = desk([]);
    finish([raised("watch-24h", "INFO")]);
    expect([screens(), notes()]).toEqual([[], ["watch-24h"]]);
  });
  it("shows the highest tier, and folds the rest without counting it as shown", () => {
    const { finish, queue } = desk([]);
    expect(finish([raised("leg-clot", "URGENT"), raised("shingles", "SOON")]).tell).toEqual(["leg-clot"]);
    expect(queue()[0]!.folded.map(({ ruleId }) => ruleId)).toEqual(["shingles"]);
  });
  it("does not open again what was shown of the entry when it is changed", () => {
    const { finish, screens, desk: made, queue } = desk([]);
    finish([raised("leg-clot", "URGENT")]);
    made.close(queue()[0]!);
    const again = { ...draft, id: "now", revision: 2 };
    expect(made.tellingOf(at("done", again), judged(raised("leg-clot", "URGENT")), new Set())).toEqual({ tell: [], screen: null });
    expect(screens()).toEqual([]);
  });
  it("opens again when the same rule speaks of the other eye, with nothing answered", async () => {
    const eye = (value: string) => raised("vision-sudden-loss", "EMERGENCY", [{ field: "vision.eyes", value }]);
    const { finish, save, screens, cards, desk: made, queue } = desk([]);
    finish([eye("left")]);
    await made.answer(queue()[0]!, "called");
    made.close(queue()[0]!);
    save(2, [eye("left")]);
    expect(screens()).toEqual([]);
    save(3, [eye("right")]);
    expect(screens()).toEqual([["EMERGENCY", "full", "vision-sudden-loss"]]);
    expect(cards()).toEqual([["EMERGENCY", "open", null, "vision-sudden-loss"]]);
  });
  it("an URGENT answered within a day is a card at once, still with its number to call", () => {
    const { finish, screens, cards } = desk([told("leg-clot", "URGENT", HOUR, { response: "got-help" })]);
    finish([raised("leg-clot", "URGENT")]);
    expect(screens()).toEqual([]);
    expect(cards()).toEqual([["URGENT", "open", null, "leg-clot"], ["URGENT", "answered", "got-help", "leg-clot"]]);
  });
  it("an emergency opens while the check-in goes on, and anything less waits for its end", () => {
    const { desk: made } = desk([]);
    expect(made.tellingOf(at("group"), judged(raised("chest-pain", "EMERGENCY", [{ field: "signs" }]), raised("leg-clot", "URGENT")), new Set()).screen).toMatchObject({ tier: "EMERGENCY", folded: [{ ruleId: "leg-clot" }] });
    expect(made.tellingOf(at("group"), judged(raised("leg-clot", "URGENT")), new Set())).toEqual({ tell: [], screen: null });
  });
});

describe("answers", () => {
  it("my usual closes no emergency: its card stays open, and nothing is asked before the next check-in", async () => {
    const { desk: made, cards, sent } = desk([told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })]);
    made.start([]);
    const alert = openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })] }, { history: [], draft }, NOW);
    await made.answer(alert, "my-usual");
    expect(cards()).toEqual([["EMERGENCY", "open", "my-usual", "chest-pain"]]);
    expect(sent.at(-1)).toMatchObject({ checkInId: "a", ruleId: "chest-pain", response: "my-usual", respondedAt: NOW.toISOString() });
    expect(made.questions()).toEqual([]);
  });
  it("asks about alarms nobody answered, and with one answer about the same of older days", () => {
    const { desk: made } = desk([told("leg-clot", "URGENT", DAY), told("leg-clot", "URGENT", 2 * DAY, { response: "not-yet" }), told("head-injury", "URGENT", 3 * DAY, { response: "got-help" })]);
    expect(made.questions().map(({ alert, also }) => [alert.checkInId, also.map(({ checkInId }) => checkInId)])).toEqual([[`entry-${DAY}`, [`entry-${2 * DAY}`]]]);
  });
  it("going back to correct closes nothing until a newer revision is saved, which starts anew, and interrupts nothing on this page", async () => {
    const { desk: made, finish, queue, screens, cards, returnTo, save } = desk([]);
    finish([raised("chest-pain", "EMERGENCY")]);
    const [alert] = queue();
    await made.answer(alert!, "corrected");
    made.close(alert!);
    expect([cards(), made.questions().length]).toEqual([[["EMERGENCY", "open", "corrected", "chest-pain"]], 1]);
    await returnTo();
    expect(screens()).toEqual([]);
    save(2, [raised("chest-pain", "EMERGENCY")]);
    await returnTo();
    expect([cards(), screens()]).toEqual([[["EMERGENCY", "open", null, "chest-pain"]], [["EMERGENCY", "full", "chest-pain"]]]);
    save(3, []);
    expect(cards()).toEqual([]);
  });
  it("opens again elsewhere what was only gone back to", () => {
    const { desk: made, screens } = desk([told("chest-pain", "EMERGENCY", HOUR, { response: "corrected" })]);
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
  });
  it("asks about the alarms of other entries, once in a check-in, and again about a newer one", () => {
    const { desk: made } = desk([told("leg-clot", "URGENT", DAY), told("head-injury", "URGENT", HOUR), told("chest-pain", "EMERGENCY", HOUR, { checkInId: "own" })], { page: { ...draft, id: "own" } });
    const rules = (asked?: Set<string>) => made.questions(asked).map(({ alert }) => alert.alerts.map(({ ruleId }) => ruleId));
    expect(rules()).toEqual([["head-injury"], ["leg-clot"]]);
    expect(rules(new Set([made.questions()[1]!.name]))).toEqual([["head-injury"]]);
  });
  it("asks nothing yet about what has its turn on the screen still to come", () => {
    const { desk: made, queue } = desk([told("leg-clot", "URGENT", HOUR, { shownAt: null }), told("head-injury", "URGENT", DAY)]);
    made.start([]);
    const asked = () => made.questions().map(({ alert }) => alert.alerts.map(({ ruleId }) => ruleId));
    expect(asked()).toEqual([["head-injury"]]);
    made.close(queue()[0]!);
    expect(asked()).toEqual([["leg-clot"], ["head-injury"]]);
  });
  it("given before the engine was there are kept, with the moment they were given", () => {
    const opening = [openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })] }, { history: [], draft }, NOW)];
    const { desk: made, sent, cards, screens, queue } = desk([told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })], { opening });
    made.close(queue()[0]!);
    made.start([{ alert: opening[0]!, response: "called", respondedAt: new Date(NOW.getTime() - 1000), done: () => undefined }]);
    expect(sent).toMatchObject([{ response: "called", respondedAt: "2026-11-21T09:59:59.000Z" }]);
    expect([cards(), screens()]).toEqual([[["EMERGENCY", "answered", "called", "chest-pain"]], []]);
  });
});

describe("what the page did not know", () => {
  it("opens when the engine has come: emergencies without an answer, and what nobody saw", () => {
    const { desk: made, screens, sent } = desk([told("chest-pain", "EMERGENCY", DAY), told("leg-clot", "URGENT", HOUR, { shownAt: null }), told("head-injury", "URGENT", DAY)]);
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"], ["URGENT", "full", "leg-clot"]]);
    expect(sent).toEqual([]);
  });
  it("does not open twice what opened with the page", () => {
    const alert = told("chest-pain", "EMERGENCY", DAY, { checkInId: "a", shownAt: null });
    const opening = [openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [alert] }, { history: [], draft }, NOW)];
    const { desk: made, screens, sent } = desk([alert], { opening });
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
    expect(sent).toEqual([]);
  });
  it.each([["EMERGENCY", "chest-pain"], ["URGENT", "leg-clot"], ["SOON", "shingles"]] as const)("opens %s that only the server found, when its answer comes", (tier, rule) => {
    const { arrive, screens, finish, sent, onScreen } = desk([]);
    finish([raised("watch-24h", "INFO")], "a");
    arrive(input("a"), [stored(rule, tier), stored("watch-24h", "INFO")]);
    expect(screens()).toEqual([[tier, "full", rule]]);
    onScreen();
    expect(sent).toMatchObject([{ checkInId: "a", revision: 1, ruleId: rule, shownAt: NOW.toISOString() }]);
    arrive(input("a"), [stored(rule, tier)]);
    expect(screens()).toHaveLength(1);
  });
  it("keeps a SOON of the server folded under the alarm of the device, and a repetition quiet", () => {
    const { arrive, finish, screens, cards } = desk([told("possible-uti", "SOON", HOUR)]);
    finish([raised("leg-clot", "URGENT")], "a");
    arrive(input("a"), [stored("leg-clot", "URGENT"), stored("shingles", "SOON")]);
    expect(screens()).toEqual([["URGENT", "full", "leg-clot"]]);
    arrive(input("b"), [stored("possible-uti", "SOON")]);
    expect(screens()).toHaveLength(1);
    expect(cards().map(([tier]) => tier)).toEqual(["URGENT", "SOON"]);
  });
  it("asks again after a late entry for what judging the newest again has found", async () => {
    const { desk: made, arrive, screens } = desk([], { later: [told("leg-clot", "URGENT", 0, { shownAt: null })] });
    arrive({ ...input("a"), recordedAt: new Date(NOW.getTime() - DAY).toISOString() }, []);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screens()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(screens()).toEqual([["URGENT", "full", "leg-clot"]]);
    made.stop();
  });
});

describe("the moment of showing", () => {
  const LATER = new Date(NOW.getTime() + HOUR);
  it("is when an alert is on the screen, not when it begins to wait behind another; once", () => {
    const unseen = [told("chest-pain", "EMERGENCY", HOUR, { shownAt: null }), told("leg-clot", "URGENT", 2 * HOUR, { shownAt: null })];
    const { desk: made, onScreen, queue, sent, shownAt } = desk(unseen);
    made.start([]);
    onScreen();
    onScreen();
    expect([shownAt("chest-pain"), shownAt("leg-clot")]).toEqual([NOW, null]);
    vi.setSystemTime(LATER);
    void made.answer(queue()[0]!, "called");
    made.close(queue()[0]!);
    expect(shownAt("leg-clot")).toBeNull();
    onScreen();
    expect(shownAt("leg-clot")).toEqual(LATER);
    expect(sent.map(({ ruleId, shownAt: at, response }) => [ruleId, at, response])).toEqual([
      ["chest-pain", NOW.toISOString(), undefined], ["chest-pain", NOW.toISOString(), "called"], ["leg-clot", LATER.toISOString(), undefined],
    ]);
  });
  it("is not yet, for what an entry of now raises behind one that waited; and that is not opened twice", () => {
    const { desk: made, finish, save, screens, shownAt, queue, onScreen } = desk([told("head-injury", "URGENT", HOUR, { shownAt: null })]);
    made.start([]);
    expect(finish([raised("leg-clot", "URGENT")]).tell).toEqual([]);
    save(2, [raised("leg-clot", "URGENT")]);
    expect(screens()).toEqual([["URGENT", "full", "head-injury"], ["URGENT", "full", "leg-clot"]]);
    expect(shownAt("leg-clot")).toBeNull();
    made.close(queue()[0]!);
    onScreen();
    expect(shownAt("leg-clot")).toEqual(NOW);
  });
  it("is at once for an emergency, whatever less waits", () => {
    const { desk: made, finish } = desk([told("head-injury", "URGENT", HOUR, { shownAt: null })]);
    made.start([]);
    expect(finish([raised("chest-pain", "EMERGENCY")]).tell).toEqual(["chest-pain"]);
    expect(finish([raised("saddle", "EMERGENCY")], "other").tell).toEqual([]);
  });
});

describe("what was raised elsewhere while the page was open", () => {
  const later = [told("chest-pain", "EMERGENCY", 0), told("leg-clot", "URGENT", HOUR)];
  it.each(["visibilitychange", "online"])("is taken up at %s: its screen opens, and its card stands", async (event) => {
    const { screens, cards, desk: made } = desk([], { later });
    made.start([]);
    expect(cards()).toEqual([]);
    page.dispatchEvent(new Event(event));
    await vi.advanceTimersByTimeAsync(0);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
    expect(cards()).toHaveLength(2);
  });
  it("is left alone while the page is hidden, and after it was left", async () => {
    const { cards, desk: made } = desk([], { later });
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    made.stop();
    page.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(cards()).toEqual([]);
  });
  it("never reaches a plain diary, also not what its own entries on their way still hold", async () => {
    const { screens, cards, desk: made } = desk(later, { later, alertsOn: false });
    made.start([]);
    await made.refresh();
    expect([screens(), cards(), made.questions()]).toEqual([[], [], []]);
  });
});

describe("my usual", () => {
  const evidence = [{ field: "signs", value: ["chest-pain"] }];
  const alert = openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { evidence })] }, { history: [], draft }, NOW);
  it("is offered and added to the profile, and answers nothing", async () => {
    const { desk: made, saved, sent } = desk([], { profile: { usual: { signs: ["faint"] } } });
    expect(made.offerOf(alert)?.added).toEqual(evidence);
    expect(await made.addUsual(alert)).toBe("saved");
    expect(saved).toEqual([{ usual: { signs: ["faint", "chest-pain"] } }]);
    expect(sent).toEqual([]);
  });
  it("is saved already where it is usual by then", async () => {
    const { desk: made, saved } = desk([], { profile: { usual: { signs: ["chest-pain"] } } });
    expect(await made.addUsual(alert)).toBe("saved");
    expect(saved).toEqual([]);
  });
});
