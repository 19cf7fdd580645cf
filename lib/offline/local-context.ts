import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { dayOf, HOUR_MS } from "@/lib/domain/time";
import type { OutboxEntry, OutboxStore } from "@/lib/offline/store";
import type { CheckInInput } from "@/lib/schemas/check-in";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";

/** `from`: fresh = fetched by this page, kept = an earlier copy of this device, page = only what came with the page. `at`: when it was made. */
export type LocalContext = { from: "fresh" | "kept" | "page"; at: Date; wire: RuleContextWire };

/** An older copy may miss what was logged elsewhere: a check against it is not a whole one. */
const WHOLE_FOR_MS = 48 * HOUR_MS;

/** True when the rules can be trusted to have seen the diary as it is. */
export function isWholeContext({ from, at }: LocalContext, now: Date): boolean {
  return from !== "page" && now.getTime() - at.getTime() <= WHOLE_FOR_MS;
}

type Loading = { store: OutboxStore; diaryId: string; fallback: RuleContextWire; fetch: typeof fetch; now: () => Date; timeoutMs?: number };

/**
 * All that the rules need, as fresh as it can be had in a few seconds. It never fails: without a network the copy of the device
 * is used, without a copy what came with the page, and the caller says that not everything could be checked.
 */
export async function loadContext({ store, diaryId, fallback, fetch, now, timeoutMs = 4_000 }: Loading): Promise<LocalContext> {
  try {
    // What was sent by now is in the answer; what is sent meanwhile may not be, and stays on the device.
    const isSent = ({ state }: { state: string }) => state === "sent";
    const sent = { responses: (await store.responses()).filter(isSent).map(({ key }) => key), walks: (await store.walks()).filter(isSent).map(({ key }) => key) };
    const response = await fetch(`/api/diaries/${diaryId}/context`, { cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) {
      const wire = (await response.json()) as RuleContextWire;
      const at = now();
      await store.putContext({ diaryId, keptAt: at.toISOString(), context: wire });
      await forgetConfirmed(store, wire, sent);
      return { from: "fresh", at, wire };
    }
  } catch {
    // No network, or too slow: the copy of the device answers below.
  }
  const kept = await store.context(diaryId);
  return kept ? { from: "kept", at: new Date(kept.keptAt), wire: kept.context } : { from: "page", at: now(), wire: fallback };
}

/** What was sent and the server's copy now holds needs no keeping. */
async function forgetConfirmed(store: OutboxStore, wire: RuleContextWire, sent: { responses: string[]; walks: string[] }): Promise<void> {
  const known = new Map([...Object.entries(wire.removed ?? {}), ...wire.history.map(({ id, revision }): [string, number] => [id, revision])]);
  const done = (await store.entries()).filter(({ state, checkIn }) => state === "sent" && (known.get(checkIn.id) ?? 0) >= checkIn.revision);
  await store.removeEntries(done.map(({ key }) => key));
  await store.removeResponses(sent.responses);
  await store.removeWalks(sent.walks);
}

/**
 * The check-ins of both lists, each at its newest revision, oldest first: what waits on the device counts for the rules. An entry whose
 * newest revision removed it is left out; `removed` are those that the server's copy knows.
 */
export function mergeHistory(known: readonly CheckInWire[], entries: readonly OutboxEntry[], removed: Record<string, number> = {}): CheckInWire[] {
  const newest = new Map<string, { revision: number; checkIn: CheckInWire | null }>(Object.entries(removed).map(([id, revision]) => [id, { revision, checkIn: null }]));
  const put = (id: string, revision: number, checkIn: CheckInWire | null) => {
    if ((newest.get(id)?.revision ?? 0) < revision) newest.set(id, { revision, checkIn });
  };
  for (const checkIn of known) put(checkIn.id, checkIn.revision, checkIn);
  for (const { checkIn } of entries) put(checkIn.id, checkIn.revision, checkIn.removed ? null : toWire(checkIn));
  return [...newest.values()].flatMap(({ checkIn }) => checkIn ?? []).sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
}

export function toWire({ id, revision, recordedAt, timeZone, scores, confirmedUnchanged, answers, trackers }: CheckInInput): CheckInWire {
  const day = dayOf(new Date(recordedAt), timeZone);
  return { id, revision, recordedAt, timeZone, day, scores, confirmedUnchanged, answers: answers as CheckInWire["answers"], ...(trackers && { trackers: trackers as Trackers }) };
}

export function toJudged({ recordedAt, timeZone, day, scores, answers }: CheckInWire): JudgedCheckIn {
  return { ...answers, recordedAt: new Date(recordedAt), timeZone, day, scores };
}

/** The rules' view of the context. An entry that is being corrected is left out: it would count as its own past. */
export function toRuleContext(wire: RuleContextWire, history: readonly CheckInWire[], now: Date, correcting: string | null): RuleContext {
  return {
    now,
    history: history.filter(({ id }) => id !== correcting).map(toJudged),
    medications: wire.medications,
    profile: wire.profile,
    importedDays: wire.importedDays ?? [],
    relapses: wire.relapses.map(({ startedAt, endedAt }) => ({ startedAt: new Date(startedAt), ...(endedAt && { endedAt: new Date(endedAt) }) })),
  };
}
