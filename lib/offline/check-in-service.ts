import { v7 as uuidv7 } from "uuid";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import type { Answers, JudgedCheckIn, Scores } from "@/lib/domain/check-in/check-in";
import type { Draft } from "@/lib/domain/check-in/flow";
import { scoresToAsk } from "@/lib/domain/check-in/scores-to-ask";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Evaluation, RaisedAlert } from "@/lib/domain/red-flags/rule";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { entryOfDay, newestWalkOf } from "@/lib/offline/day-walk";
import { isSharedDevice } from "@/lib/offline/device-storage";
import { openDeviceStore } from "@/lib/offline/device-store";
import { isWholeContext, loadContext, mergeHistory, toJudged, toRuleContext, type LocalContext } from "@/lib/offline/local-context";
import { createOutbox, type Outbox } from "@/lib/offline/outbox";
import { patchProfile } from "@/lib/offline/patch-profile";
import { safeStore, type OutboxStore, type OutboxWalk } from "@/lib/offline/store";
import { toldAlertsOf } from "@/lib/offline/told-alerts";
import type { CheckInInput } from "@/lib/schemas/check-in";
import type { TimedWalkInput } from "@/lib/schemas/measure";
import type { ProfilePatch } from "@/lib/schemas/profile";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";

/** `isWhole` is false when a rule failed, or when the device has no copy of the diary of the last two days to compare with. */
export type Judgement = { alerts: RaisedAlert[]; couldNotCheck: string[]; isWhole: boolean };
export type FullDraft = Draft & { scores: Scores };

type ServiceOptions = { userId: string; diaryId: string; alertsOn: boolean; fallback: RuleContextWire; store?: OutboxStore; fetch?: typeof fetch; now?: () => Date };

export type CheckInService = Awaited<ReturnType<typeof openCheckInService>>;

/** The check-in's engine in the browser: rules, outbox and the local copy of the diary, ready before the first answer. */
export async function openCheckInService(options: ServiceOptions) {
  const { userId, diaryId, alertsOn, fallback, now = () => new Date() } = options;
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const late: { outbox?: Outbox } = {};
  const store = safeStore(options.store ?? await openDeviceStore(userId), () => late.outbox?.lostStore());
  const outbox = (late.outbox = createOutbox({ store, userId, fetch: send, now, isShared: isSharedDevice() }));
  await outbox.wakeHopeful();
  let context: LocalContext = await loadContext({ store, diaryId, fallback, fetch: send, now });
  let history: CheckInWire[] = [];
  let told: ToldAlert[] = [];
  let walks: OutboxWalk[] = [];
  await reread();

  async function reread(): Promise<void> {
    const entries = (await store.entries()).filter((entry) => entry.diaryId === diaryId && entry.state !== "refused");
    const responses = (await store.responses()).filter((item) => item.diaryId === diaryId);
    history = mergeHistory([...fallback.history.filter(({ id }) => !context.wire.history.some((known) => known.id === id)), ...context.wire.history], entries, context.wire.removed);
    walks = (await store.walks()).filter((walk) => walk.diaryId === diaryId);
    told = toldAlertsOf({ alerts: context.wire.alerts ?? fallback.alerts ?? [], entries, responses, history });
  }

  const contextNow = (correcting: string | null) => toRuleContext(context.wire, history, now(), correcting);

  function judge(draft: FullDraft): Judgement {
    if (!alertsOn) return { alerts: [], couldNotCheck: [], isWhole: true };
    let evaluation: Evaluation;
    try {
      evaluation = evaluate(judgedOf(draft, now()), contextNow(draft.id));
    } catch {
      evaluation = { alerts: [], couldNotCheck: ["all"] };
    }
    return { ...evaluation, isWhole: evaluation.couldNotCheck.length === 0 && isWholeContext(context, now()) };
  }

  const keeping = new Set<Promise<void>>();
  function held(work: Promise<void>): Promise<void> {
    keeping.add(work);
    return work.finally(() => keeping.delete(work));
  }

  return {
    outbox,
    judge,
    /** Which scores ask for details: rated (not copied), and above their usual or well above the last value. */
    toAsk(draft: FullDraft): ScoreName[] {
      try {
        return scoresToAsk(judgedOf(draft, now()), draft.copied, contextNow(draft.id));
      } catch {
        return [];
      }
    },
    /** The draft as the next revision, with the alerts already shown. At once: its id holds before anything is kept. */
    prepare: (draft: FullDraft, judgement: Judgement, shownAt: ReadonlyMap<string, Date>): CheckInInput =>
      toCheckIn(draft, judgement, shownAt, now()),
    /** Keeps a prepared check-in on the device; sending starts by itself. */
    keep: (checkIn: CheckInInput): Promise<void> => held((async () => {
      await outbox.save(diaryId, checkIn);
      await reread();
    })()),
    /** Keeps a timed walk on the device; sending starts by itself. */
    keepWalk: (walk: TimedWalkInput): Promise<void> => held((async () => {
      await outbox.saveWalk(diaryId, walk);
      await reread();
    })()),
    /** The newest entry of a day as a draft of its next revision. `page`: the entry that came with the page. */
    entryOf: async (day: CalendarDay, page: FullDraft | null) => entryOfDay(day, history, page, await store.entries()),
    /** The mean of the day's newest finished walk; null when there is none. */
    walkOf: (day: CalendarDay): number | null => newestWalkOf(day, context.wire.walks ?? [], walks)?.seconds ?? null,
    /** The mean of the day's walk, for the first entry of that day; null when the day has another entry, or no walk. */
    walkToCarry: (day: CalendarDay, own: string | null): number | null =>
      history.some((entry) => entry.day === day && entry.id !== own) ? null : newestWalkOf(day, context.wire.walks ?? [], walks)?.seconds ?? null,
    respond: (responses: Parameters<Outbox["respond"]>[1]): Promise<void> => held(outbox.respond(diaryId, responses)),
    profile: () => context.wire.profile,
    medications: () => context.wire.medications,
    history: () => history,
    /** all alerts of the last 400 days as they stand on this device and, as far as it knows, on the server */
    told: () => told,
    /**
     * Changes parts of the profile. They hold for the rules of this page at once when the server has them; there is no waiting list
     * for them, because what was answered on two devices could then be mixed.
     */
    async saveProfile(patch: ProfilePatch): Promise<"saved" | "offline" | "failed"> {
      const outcome = await patchProfile(send, diaryId, patch);
      if (outcome.kind !== "saved") return outcome.kind;
      context = { ...context, wire: { ...context.wire, profile: outcome.profile } };
      await store.putContext({ diaryId, keptAt: context.at.toISOString(), context: context.wire });
      return "saved";
    },
    /** After a while without a network: a fresh copy of the diary. */
    async refresh() {
      context = await loadContext({ store, diaryId, fallback: context.wire, fetch: send, now });
      await reread();
    },
    /** Ends it once all that was given to keep is kept; what was not sent by then waits for the next page. */
    async close(): Promise<void> {
      while (keeping.size > 0) await Promise.allSettled(keeping);
      outbox.stop();
      await store.close();
    },
  };
}

export function judgedOf(draft: FullDraft, now: Date): JudgedCheckIn {
  const recordedAt = draft.recordedAt ? new Date(draft.recordedAt) : now;
  const timeZone = draft.timeZone ?? deviceZone();
  return toJudged({
    id: draft.id ?? "", revision: draft.revision, recordedAt: recordedAt.toISOString(), timeZone,
    day: dayOf(recordedAt, timeZone), scores: draft.scores, confirmedUnchanged: draft.copied, answers: draft.answers,
  });
}

/** The zone of the device at entry: the day of an entry is the local date there. */
export const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function toCheckIn(draft: FullDraft, judgement: Judgement, shownAt: ReadonlyMap<string, Date>, enteredAt: Date): CheckInInput {
  return {
    id: draft.id ?? uuidv7(),
    revision: draft.revision,
    recordedAt: draft.recordedAt ?? enteredAt.toISOString(),
    enteredAt: enteredAt.toISOString(),
    timeZone: draft.timeZone ?? deviceZone(),
    scores: draft.scores,
    confirmedUnchanged: draft.copied,
    answers: draft.answers as Answers as CheckInInput["answers"],
    ...(draft.trackers && Object.keys(draft.trackers).length > 0 && { trackers: draft.trackers as NonNullable<CheckInInput["trackers"]> }),
    ...(draft.note.trim() && { note: draft.note.trim() }),
    rulesVersion: RULES_VERSION,
    deviceAlerts: judgement.alerts.map(({ evidence, ...alert }) => ({
      ...alert,
      evidence: evidence.map(({ field, value }) => ({ field, ...(value !== undefined && { value: copyOf(value) }) })),
      ...(shownAt.has(alert.ruleId) && { shownAt: shownAt.get(alert.ruleId)!.toISOString() }),
    })),
    deviceCouldNotCheck: judgement.couldNotCheck,
  };
}

const copyOf = (value: string | number | boolean | readonly string[]) => (typeof value === "object" ? [...value] : value);
