import "server-only";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { isGone } from "@/lib/domain/check-in/removal";
import type { Asker } from "@/lib/domain/sharing/viewer";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time";
import { checkInSchema, type StoredAlert, type StoredCheckIn } from "@/lib/schemas/check-in";
import { fieldErrors } from "@/lib/schemas/fields";
import { openDiaryWith, type Statement, type StatementScope } from "@/lib/server/access";
import {
  isMovedTooFarBack, judge, logNotChecked, timeProblems, toCandidate, toHistory, toRuleContext, type AlertToStore, type Candidate, type HistoryEntry, type RuleInput,
} from "@/lib/server/check-in-judging";
import { env } from "@/lib/server/env";

/**
 * The longest look back of any rule is 400 days before the check-in it judges; a rule about an open relapse also reads the 180 days
 * before that relapse began, and `daymark_rule_input` adds them. What is older cannot change an answer, so this is the whole history.
 */
export const RULE_WINDOW_MS = 400 * DAY_MS;
/** How long an entry may take from its moment to its storing and still count as just made. */
const LATE_MS = 2 * MINUTE_MS;
const UNIQUE_VIOLATION = "23505";

type Existing = {
  id: string; revision: number; isNewest: boolean; hash: string; enteredById: string; recordedAt: number; couldNotCheck: string[]; alerts: StoredAlert[];
};
/** An entry that was removed, by its id only. Instants are milliseconds. */
type Removed = { id: string; removedAt: number; isPurged: boolean };
type Read = { rules: RuleInput & { existing: Existing[] }; removed: Removed[] };
type Input = Read["rules"] & { removed: Removed[] };
type NewRecord = { candidate: Candidate; alerts: AlertToStore[]; couldNotCheck: string[]; superseded: boolean };

/**
 * Stores check-ins with their alerts, the access event and the jobs, in one transaction. Each item is judged alone and answered
 * in the order sent, so a bad one never blocks the others. Idempotent by id and revision; a correction is the next revision and
 * supersedes the older one. Nothing is stored under the id of an entry that was deleted for good, which is a day after it was removed.
 * The owner, or a caregiver who may log (who can correct only what they entered, and remove nothing).
 * @throws NotFoundError when the viewer may not write in this diary, SessionEndedError when nobody is signed in any more.
 */
export async function storeCheckIns(asker: Asker, diaryId: string, items: readonly unknown[]): Promise<StoredCheckIn[]> {
  const now = new Date();
  const parsed = items.map((item) => parseItem(item, now));
  const candidates = parsed.filter((item): item is Candidate => "judged" in item);
  const attempt = () => openDiaryWith<Read, StoredCheckIn[]>(asker, diaryId, "check-ins:write", "check-ins:write", readInput(candidates, now), async (scope, { rules, removed }) => {
    const results = await storeCandidates(scope, candidates, { ...rules, removed }, now);
    return parsed.map((item) => ("judged" in item ? results.get(item) as StoredCheckIn : item));
  });
  try {
    return await attempt();
  } catch (error) {
    // The same check-in was sent twice at once, and the other one was first: a second look finds it stored.
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    return attempt();
  }
}

/** A rule that only the device knows (an older or newer list) is kept as it was shown: it must never cost the entry. */
function parseItem(item: unknown, now: Date): Candidate | StoredCheckIn {
  const result = checkInSchema.safeParse(item);
  if (!result.success) {
    const id = typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id.slice(0, 64) : null;
    return { status: "invalid", id, fields: fieldErrors(result.error) };
  }
  const input = env().DAYMARK_ALERTS ? result.data : { ...result.data, deviceAlerts: [], deviceCouldNotCheck: [] };
  const candidate = toCandidate(input);
  const repeated = new Set(input.deviceAlerts.map((alert) => alert.ruleId)).size < input.deviceAlerts.length;
  const fields = timeProblems(candidate, now)
    ?? (repeated ? { deviceAlerts: "list.repeated" } : null);
  return fields ? { status: "invalid", id: input.id, fields } : candidate;
}

async function storeCandidates(scope: StatementScope, candidates: readonly Candidate[], input: Input, now: Date): Promise<Map<Candidate, StoredCheckIn>> {
  const { results, accepted } = sortOut(scope, candidates, input, now);
  const records = judgeAll(accepted, input, now);
  await insertAll(scope, records, input, now);
  for (const { candidate: { input: { id } }, couldNotCheck } of records) logNotChecked({ diaryId: scope.diaryId, checkInId: id }, couldNotCheck);
  const answers = new Map(records.map((record) => [keyOf(record.candidate.input), storedAnswer(record)]));
  for (const record of records) results.set(record.candidate, answers.get(keyOf(record.candidate.input)) as StoredCheckIn);
  for (const [candidate, result] of results) { // a repetition within the batch gets the answer of its twin
    const twin = result.status === "already-stored" && answers.get(keyOf(candidate.input));
    if (twin) results.set(candidate, { ...twin, status: "already-stored" } as StoredCheckIn);
  }
  return results;
}

const keyOf = ({ id, revision }: { id: string; revision: number }) => `${id} ${revision}`;

/** $2 is the diary, as the gate gives it. */
function readInput(candidates: readonly Candidate[], now: Date): Statement {
  const since = Math.min(now.getTime(), ...candidates.map(({ recordedAt }) => recordedAt.getTime())) - RULE_WINDOW_MS;
  const ids = [...new Set(candidates.map(({ input }) => input.id))];
  return { name: "rule-input", text: "json_build_object('rules', daymark_rule_input($2, $3::jsonb, $4), 'removed', daymark_removed_of($2, $3::jsonb))", values: [JSON.stringify(ids), new Date(since)] };
}

/** Decides for each candidate, lower revisions first, whether it is new, known already or in conflict. */
function sortOut(scope: StatementScope, candidates: readonly Candidate[], { existing, removed }: Input, now: Date) {
  const gone = new Set(removed.filter(({ removedAt, isPurged }) => isPurged || isGone(new Date(removedAt), now)).map(({ id }) => id));
  const stored = new Map(existing.map((row) => [keyOf(row), row]));
  // The last of each, whether it stands or removed the entry: revisions count on from there.
  const lastOf = new Map([...existing].sort((a, b) => a.revision - b.revision).map((row) => [row.id, row]));
  const newest = new Map([...lastOf.values()].map(({ id, revision }) => [id, revision]));
  const stoodAt = new Map([...lastOf.values()].map(({ id, recordedAt }) => [id, new Date(recordedAt)]));
  const enterer = new Map([...lastOf.values()].map(({ id, enteredById }) => [id, enteredById]));
  const results = new Map<Candidate, StoredCheckIn>();
  const accepted: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.input.revision - b.input.revision)) {
    const { id, revision } = candidate.input;
    const newestRevision = newest.get(id) ?? 0;
    const row = stored.get(keyOf(candidate.input));
    if (gone.has(id)) {
      // Who removes what is gone has what they want; nothing else is stored under its id again.
      results.set(candidate, candidate.input.removed ? { status: "already-stored", id, revision, alerts: [], couldNotCheck: [] } : { status: "gone", id, revision });
    } else if (row && row.hash === candidate.hash) {
      results.set(candidate, { status: "already-stored", id, revision, ...(env().DAYMARK_ALERTS ? { alerts: row.alerts, couldNotCheck: row.couldNotCheck } : { alerts: [], couldNotCheck: [] }) });
    } else if (row || revision !== newestRevision + 1 || (candidate.input.removed && revision === 1)) {
      results.set(candidate, { status: "conflict", id, revision, newestRevision });
    } else if (revision > 1 && scope.role !== "owner" && (enterer.get(id) !== scope.viewer.userId || candidate.input.removed)) {
      results.set(candidate, { status: "invalid", id, fields: { id: "checkIn.notYours" } });
    } else if (revision > 1 && isMovedTooFarBack(candidate, stoodAt.get(id))) {
      results.set(candidate, { status: "invalid", id, fields: { recordedAt: "recordedAt.tooOld" } });
    } else {
      accepted.push(candidate);
      newest.set(id, revision);
      stoodAt.set(id, candidate.recordedAt);
      enterer.set(id, scope.viewer.userId);
      stored.set(keyOf(candidate.input), { id, revision, isNewest: true, hash: candidate.hash, enteredById: scope.viewer.userId, recordedAt: candidate.recordedAt.getTime(), couldNotCheck: [], alerts: [] });
    }
  }
  return { results, accepted };
}

/** Judges in the order of time, so that each check-in of a batch is history to the later ones. */
function judgeAll(accepted: readonly Candidate[], input: RuleInput, now: Date): NewRecord[] {
  const last = new Map(accepted.map((candidate) => [candidate.input.id, candidate]));
  const replaced = new Set(last.keys());
  const history: HistoryEntry[] = toHistory(input.history).filter(({ id }) => id === null || !replaced.has(id));
  const context = toRuleContext(input, now);
  const before: JudgedCheckIn[] = history.map(({ judged }) => judged);
  const inTime = [...accepted].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || a.input.revision - b.input.revision);
  return inTime.map((candidate) => {
    const { removed } = candidate.input;
    const superseded = last.get(candidate.input.id) !== candidate || removed === true;
    const verdict = env().DAYMARK_ALERTS && !removed ? judge(candidate, { ...context, history: before }) : { alerts: [], couldNotCheck: [] };
    if (!superseded) before.push(candidate.judged);
    return { candidate, superseded, ...verdict };
  });
}

/** What is corrected, check-ins, alerts, access event and jobs, in one statement: all of it is stored or nothing. */
async function insertAll(scope: StatementScope, records: readonly NewRecord[], { existing, history }: Input, now: Date): Promise<void> {
  const event = scope.takeEvent();
  if (records.length === 0) return; // nothing changed, so nobody needs to be told
  const corrected = existing.filter((row) => row.isNewest && records.some(({ candidate }) => candidate.input.id === row.id)).map(({ id }) => id);
  const newest = Math.max(...history.recordedAt ?? []);
  const rows = records.map((record) => ({ ...toRow(record, scope, now), judge_later: mayChangeLater(record, newest, now) }));
  await scope.run({
    name: "daymark-store", text: "select daymark_store_check_ins($1, $2, $3, $4, $5, $6)",
    values: [scope.viewer.userId, scope.diaryId, corrected, JSON.stringify(rows), JSON.stringify(records.flatMap(toAlertRows)), JSON.stringify(event)],
  });
}

/**
 * Whether a check-in stored before may have been judged without this one, so that the worker should look: it is a correction, there
 * is a later one, or it is old enough that a later one may be on its way at this moment.
 */
function mayChangeLater({ candidate: { input, recordedAt } }: NewRecord, newest: number, now: Date): boolean {
  const at = recordedAt.getTime();
  return input.revision > 1 || newest >= at || now.getTime() - at > LATE_MS;
}

function toRow({ candidate, couldNotCheck, superseded }: NewRecord, scope: StatementScope, now: Date) {
  const { input, recordedAt, enteredAt, judged, hash } = candidate;
  return {
    check_in_id: input.id, revision: input.revision, recorded_at: recordedAt, entered_at: enteredAt, received_at: now, day: judged.day,
    time_zone: input.timeZone, ...input.scores, details: input.answers, trackers: input.trackers ?? {}, note: input.note || null,
    confirmed_unchanged: input.confirmedUnchanged, entered_by_id: scope.viewer.userId,
    rules_version: env().DAYMARK_ALERTS ? RULES_VERSION : "off", could_not_check: couldNotCheck, content_hash: hash,
    superseded_at: superseded ? now : null, removed_at: input.removed ? now : null,
  };
}

function toAlertRows({ candidate: { input }, alerts }: NewRecord) {
  return alerts.map((alert) => ({
    check_in_id: input.id, check_in_revision: input.revision, rule_id: alert.ruleId, rule_version: alert.ruleVersion, tier: alert.tier,
    evidence: alert.evidence, found_by: alert.foundBy, raised_at: alert.raisedAt, shown_at: alert.shownAt,
  }));
}

function storedAnswer({ candidate: { input }, alerts, couldNotCheck }: NewRecord): StoredCheckIn {
  return {
    status: "stored", id: input.id, revision: input.revision, couldNotCheck,
    alerts: alerts.map(({ ruleId, ruleVersion, tier, evidence, raisedAt, shownAt }) => ({
      ruleId, ruleVersion, tier, evidence: evidence as StoredAlert["evidence"], raisedAt, ...(shownAt && { shownAt }),
    })),
  };
}
