import type { Answers, JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { newDraft } from "@/lib/domain/check-in/flow";
import type { Evaluation, RuleContext } from "@/lib/domain/red-flags/rule";
import { mergeHistory, toRuleContext } from "@/lib/offline/local-context";
import { openCheckInService, type FullDraft } from "@/lib/offline/check-in-service";
import { memoryStore } from "@/lib/offline/store";
import { checkInSchema, type CheckInInput } from "@/lib/schemas/check-in";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";
import { toHistory, toRuleContext as toServerContext, type RuleInput } from "@/lib/server/check-in-judging";

/** The same diary as each side gets it: everything goes through JSON, as it does between database, server and device. */
export type Known = Omit<RuleContext, "history"> & { history: readonly JudgedCheckIn[] };

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const idOf = (number: number): string => `01920000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

const OWNER = idOf(0xa);
const DIARY = idOf(0xd);

function answersOf(checkIn: JudgedCheckIn & Record<string, unknown>): Answers {
  const { recordedAt: _r, timeZone: _z, day: _d, scores: _s, enteredAt: _e, confirmedUnchanged: _c, note: _n, ...answers } = checkIn;
  return answers;
}

/** What the rules get on the server: the columns the database hands over, in any order. */
export function onServer({ now, profile, medications, relapses, history, importedDays = [] }: Known): RuleContext {
  const column = <T>(read: (checkIn: JudgedCheckIn) => T): T[] => [...history].reverse().map(read);
  const input: RuleInput = copy({
    profile, medications: [...medications],
    relapses: relapses.map(({ startedAt, endedAt }) => ({ startedAt: startedAt.getTime(), endedAt: endedAt?.getTime() ?? null })),
    importedDays: importedDays.length === 0 ? null : importedDays.map(({ day, scores: { fatigue, numbness, vision, walking } }) => [day, fatigue ?? null, numbness ?? null, vision ?? null, walking ?? null]),
    history: {
      ids: history.length === 0 ? null : column(() => null), recordedAt: column(({ recordedAt }) => recordedAt.getTime()),
      timeZone: column(({ timeZone }) => timeZone), day: column(({ day }) => day),
      fatigue: column(({ scores }) => scores.fatigue), numbness: column(({ scores }) => scores.numbness),
      vision: column(({ scores }) => scores.vision), walking: column(({ scores }) => scores.walking), details: column(answersOf),
    },
  });
  return { ...toServerContext(input, now), history: toHistory(input.history).map(({ judged }) => judged) };
}

/** What the server sends to the device, as text on the wire. */
export function wireOf({ profile, medications, relapses, history, importedDays = [] }: Omit<Known, "now">): string {
  const wire: RuleContextWire = {
    diaryId: DIARY, ownerId: OWNER, profile, medications: [...medications],
    relapses: relapses.map(({ startedAt, endedAt }) => ({ startedAt: startedAt.toISOString(), ...(endedAt && { endedAt: endedAt.toISOString() }) })),
    ...(importedDays.length > 0 && { importedDays: [...importedDays] }),
    history: history.map((checkIn, at): CheckInWire => ({
      id: idOf(1_000 + at), revision: 1, recordedAt: checkIn.recordedAt.toISOString(), timeZone: checkIn.timeZone, day: checkIn.day,
      scores: checkIn.scores, confirmedUnchanged: [], answers: answersOf(checkIn),
    })),
  };
  return JSON.stringify(wire);
}

/** What the rules get on the device, from that text. */
export function onDevice(text: string, now: Date): RuleContext {
  const wire = JSON.parse(text) as RuleContextWire;
  return toRuleContext(wire, mergeHistory(wire.history, []), now, null);
}

/** The check-in as the device judges it and sends it, through the very service the screen uses. */
export async function enteredOn(text: string, checkIn: JudgedCheckIn, id: string): Promise<{ evaluation: Evaluation; sent: CheckInInput }> {
  const wire = JSON.parse(text) as RuleContextWire;
  const offline: typeof fetch = () => Promise.reject(new TypeError("offline"));
  const service = await openCheckInService({
    userId: OWNER, diaryId: DIARY, alertsOn: true, fallback: wire, store: memoryStore(), fetch: offline, now: () => checkIn.recordedAt,
  });
  const { timeZone, day, scores } = checkIn;
  const draft: FullDraft = { ...newDraft(day), id, recordedAt: checkIn.recordedAt.toISOString(), timeZone, scores, answers: copy(answersOf(checkIn)) };
  const judgement = service.judge(draft);
  const sent = copy(service.prepare(draft, judgement, new Map(judgement.alerts.map(({ ruleId }) => [ruleId, checkIn.recordedAt]))));
  await service.close();
  return { evaluation: { alerts: judgement.alerts, couldNotCheck: judgement.couldNotCheck }, sent: checkInSchema.parse(sent) };
}
