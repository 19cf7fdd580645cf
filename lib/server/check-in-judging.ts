import "server-only";
import { createHash } from "node:crypto";
import type { Answers, ImportedScores, JudgedCheckIn, Medication, Profile } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { findRule } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { TIERS, type Evidence, type RuleContext, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS, dayOf, MINUTE_MS } from "@/lib/domain/time";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { log } from "@/lib/server/log";

const MAX_AHEAD_MS = 15 * MINUTE_MS; // a device's clock may run a little ahead
const MAX_BACK_MS = 7 * DAY_MS;
const EARLIEST_ENTRY = Date.UTC(2020, 0, 1);

/** A check-in that passed its schema, with its times as instants. */
export type Candidate = { input: CheckInInput; recordedAt: Date; enteredAt: Date; hash: string; judged: JudgedCheckIn };

/** An alert as it is stored. */
export type AlertToStore = {
  ruleId: string; ruleVersion: number; tier: Tier; evidence: Evidence[]; foundBy: "device" | "server" | "both";
  raisedAt: string; shownAt: string | null;
};

/** What the rules read, as the database hands it over in one value. */
export type RuleInput = {
  profile: Profile;
  medications: Medication[];
  relapses: { startedAt: number; endedAt: number | null }[];
  /** days out of other diaries; null when there is none */
  importedDays: ImportedRow[] | null;
  /** one list a column, null when there is no row; instants are milliseconds; an id only for check-ins asked for by id */
  history: {
    ids: (string | null)[] | null; recordedAt: number[]; timeZone: string[]; day: string[];
    fatigue: number[]; numbness: number[]; vision: number[]; walking: number[]; details: Answers[];
  };
};

type ImportedRow = [day: string, fatigue: number | null, numbness: number | null, vision: number | null, walking: number | null];

/** What a day out of another diary did not hold stays unknown. */
const toImportedScores = ([day, ...values]: ImportedRow): ImportedScores =>
  ({ day, scores: Object.fromEntries(SCORE_NAMES.flatMap((score, at) => (values[at] === null ? [] : [[score, values[at]]]))) });

/** A check-in of the history; its id is known only where it was asked for. */
export type HistoryEntry = { id: string | null; judged: JudgedCheckIn };

export function toHistory(columns: RuleInput["history"]): HistoryEntry[] {
  const { recordedAt, timeZone, day, fatigue, numbness, vision, walking, details } = columns;
  return (columns.ids ?? []).map((id, row) => ({
    id,
    judged: {
      ...details[row], recordedAt: new Date(recordedAt[row]!), timeZone: timeZone[row]!, day: day[row]!,
      scores: { fatigue: fatigue[row]!, numbness: numbness[row]!, vision: vision[row]!, walking: walking[row]! },
    },
  }));
}

/** The rules' context without its history. */
export function toRuleContext(input: RuleInput, now: Date): Omit<RuleContext, "history"> {
  return {
    now, profile: input.profile, medications: input.medications, importedDays: (input.importedDays ?? []).map(toImportedScores),
    relapses: input.relapses.map(({ startedAt, endedAt }) => ({ startedAt: new Date(startedAt), ...(endedAt !== null && { endedAt: new Date(endedAt) }) })),
  };
}

export function toCandidate(input: CheckInInput): Candidate {
  const recordedAt = new Date(input.recordedAt);
  const enteredAt = new Date(input.enteredAt);
  const { timeZone, scores, confirmedUnchanged, answers, note, trackers = {} } = input;
  // Without trackers the hash is the one of before there were any: an entry stored then and sent again is still the same.
  const content = [
    recordedAt.getTime(), enteredAt.getTime(), timeZone, scores, confirmedUnchanged, answers, note ?? null, ...(input.removed ? ["removed"] : []),
    ...(Object.keys(trackers).length > 0 ? [{ trackers }] : []),
  ];
  return {
    input, recordedAt, enteredAt,
    hash: createHash("sha256").update(JSON.stringify(content)).digest("base64url"),
    judged: { ...(answers as Answers), recordedAt, timeZone, day: dayOf(recordedAt, timeZone), scores },
  };
}

/**
 * Times that cannot be, as fields with message keys; null when all is well. Limits are inclusive. How far back a correction may be
 * filed depends on the entry it corrects: see `isMovedTooFarBack`.
 */
export function timeProblems({ recordedAt, enteredAt, input: { revision } }: Candidate, now: Date): Record<string, string> | null {
  if (recordedAt.getTime() - now.getTime() > MAX_AHEAD_MS) return { recordedAt: "recordedAt.future" };
  if (enteredAt.getTime() - now.getTime() > MAX_AHEAD_MS) return { enteredAt: "enteredAt.future" };
  if (enteredAt.getTime() < EARLIEST_ENTRY) return { enteredAt: "enteredAt.tooOld" };
  if (revision === 1 && isFarBack({ recordedAt, enteredAt })) return { recordedAt: "recordedAt.tooOld" };
  if (recordedAt.getTime() - enteredAt.getTime() > MAX_AHEAD_MS) return { recordedAt: "recordedAt.afterEntered" };
  return null;
}

/** True for a correction that files an entry more than a week back, unless the entry already stood at that moment. */
export function isMovedTooFarBack(candidate: Candidate, stoodAt: Date | undefined): boolean {
  return isFarBack(candidate) && stoodAt?.getTime() !== candidate.recordedAt.getTime();
}

const isFarBack = ({ recordedAt, enteredAt }: Pick<Candidate, "recordedAt" | "enteredAt">) => enteredAt.getTime() - recordedAt.getTime() > MAX_BACK_MS;

/**
 * Judges one check-in and joins what the server finds with what the device found: the person gets the union. Where both found a
 * rule, the server's evidence is kept with the more urgent of the two tiers, and the moment the device showed it.
 */
export function judge(candidate: Candidate, context: RuleContext): { alerts: AlertToStore[]; couldNotCheck: string[] } {
  const { alerts, couldNotCheck } = evaluate(candidate.judged, context);
  const { deviceAlerts, deviceCouldNotCheck } = candidate.input;
  const onDevice = new Map(deviceAlerts.map((alert) => [alert.ruleId, alert]));
  const enteredAt = candidate.enteredAt.toISOString();
  const found = alerts.map((alert): AlertToStore => {
    const seen = onDevice.get(alert.ruleId);
    onDevice.delete(alert.ruleId);
    if (!seen) return { ...alert, foundBy: "server", raisedAt: context.now.toISOString(), shownAt: null };
    const tier = TIERS[Math.min(TIERS.indexOf(alert.tier), TIERS.indexOf(seen.tier))] ?? alert.tier;
    return { ...alert, tier, foundBy: "both", raisedAt: enteredAt, shownAt: seen.shownAt ?? null };
  });
  const only = [...onDevice.values()].map(({ ruleId, ruleVersion, tier, evidence, shownAt }): AlertToStore => ({
    ruleId, ruleVersion, tier, evidence: evidence as Evidence[], foundBy: "device", raisedAt: enteredAt, shownAt: shownAt ?? null,
  }));
  return { alerts: [...found, ...only], couldNotCheck: [...new Set([...couldNotCheck, ...deviceCouldNotCheck])] };
}

/** Rules of ours that failed, by their ids: what a device names is text from outside and is counted only. */
export function logNotChecked(where: { diaryId: string; checkInId: string }, couldNotCheck: readonly string[]): void {
  const ours = couldNotCheck.filter((id) => findRule(id) !== undefined);
  for (const rule of ours) log.error("A rule could not be checked", { ...where, rule });
  if (ours.length < couldNotCheck.length) log.error("A device could not check everything", { ...where, count: couldNotCheck.length - ours.length });
}
