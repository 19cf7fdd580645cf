import type { Answers, JudgedCheckIn, Scores } from "@/lib/domain/check-in/check-in";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Evaluation, RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, dayOf } from "@/lib/domain/time";

/** Builders of small diaries around one moment, for the tests of the rules. */
export const NOW = new Date("2026-03-10T20:00:00Z");
export const ZONE = "Europe/London";
export const USUAL: Scores = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };

/** What a test says of a check-in: answers, and the scores that differ from the usual. */
export type Entry = Answers & { scores?: Partial<Scores> };

export function entry(ageMs: number, { scores, ...answers }: Entry = {}): JudgedCheckIn {
  const recordedAt = new Date(NOW.getTime() - ageMs);
  return { ...answers, scores: { ...USUAL, ...scores }, recordedAt, timeZone: ZONE, day: dayOf(recordedAt, ZONE) };
}

/** One check-in a day, from `from` to `to` days ago, both included. */
export function daily(from: number, to: number, fields: Entry = {}): JudgedCheckIn[] {
  return Array.from({ length: Math.abs(from - to) + 1 }, (_, i) => entry((Math.max(from, to) - i) * DAY_MS, fields));
}

export function context(partial: Partial<RuleContext> = {}): RuleContext {
  return { now: NOW, history: [], medications: [], profile: {}, relapses: [], ...partial };
}

/** Judges an entry made now (or `ageMs` ago). */
export function judge(fields: Entry, partial: Partial<RuleContext> = {}, ageMs = 0): Evaluation {
  return evaluate(entry(ageMs, fields), context(partial));
}

export function fired(fields: Entry, partial: Partial<RuleContext> = {}, ageMs = 0): string[] {
  const { alerts, couldNotCheck } = judge(fields, partial, ageMs);
  if (couldNotCheck.length > 0) throw new Error(`could not check ${couldNotCheck.join(", ")}`);
  return alerts.map(({ ruleId }) => ruleId);
}

/** The same, of the EMERGENCY tier alone. */
export function emergencies(fields: Entry, partial: Partial<RuleContext> = {}, ageMs = 0): string[] {
  const ids = new Set(ALL_RULES.filter(({ tier }) => tier === "EMERGENCY").map(({ id }) => id));
  return fired(fields, partial, ageMs).filter((id) => ids.has(id));
}

/** Sixty ordinary days up to yesterday. */
export const STABLE = daily(60, 1);
