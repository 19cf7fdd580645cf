import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { HOUR_MS } from "@/lib/domain/time";

const GROUPS = ["numbness", "vision", "walking", "weakness", "fatigue"] as const;
export type RunGroup = (typeof GROUPS)[number];

/** Everything an alert that rests on a run says it looked at. What was not asked stays "not-asked", and what it did not look at is null. */
export type RunFacts = {
  /** the one that began first comes first; of one told to have come "over days", `since` is only when it was first logged */
  runs: { group: RunGroup; since: Date; isToldOverDays: boolean }[];
  scores: { name: ScoreName; now: number; usual: number | null }[];
  /** findings beside the scores: areas, sight, strength, walking */
  details: Evidence[];
  infection: "no" | "not-asked" | readonly string[] | null;
  heat: "yes" | "no" | "not-asked" | null;
  lastRelapse: Date | "none" | null;
  /** the person told "over days": then it has been so for over a day, whenever it was logged */
  isToldOverDays: boolean;
};

/** Reads the inputs of an alert back from its evidence; null for an alert without a run. */
export function runFacts(evidence: readonly Evidence[]): RunFacts | null {
  const valueOf = (field: string) => evidence.find((item) => item.field === field)?.value;
  const runs = GROUPS.flatMap((group) => {
    const since = valueOf(`run.${group}`);
    return typeof since === "string" ? [{ group, since: new Date(since), isToldOverDays: valueOf(`onset.${group}`) === "days" }] : [];
  });
  if (runs.length === 0) return null;
  const [infection, heat, last] = [valueOf("recent.infection"), valueOf("recent.heat"), valueOf("relapses.last")];
  return {
    runs: runs.sort((one, other) => one.since.getTime() - other.since.getTime()),
    scores: SCORE_NAMES.flatMap((name) => {
      const now = valueOf(`scores.${name}`);
      const usual = valueOf(`usual.${name}`);
      return typeof now === "number" ? [{ name, now, usual: typeof usual === "number" ? usual : null }] : [];
    }),
    details: evidence.filter(({ field }) => /^(numbness|vision|weakness|walking)\./.test(field)),
    infection: infection === "no" || infection === "not-asked" ? infection : Array.isArray(infection) ? (infection as readonly string[]) : null,
    heat: heat === "yes" || heat === "no" || heat === "not-asked" ? heat : null,
    lastRelapse: last === "none" ? "none" : typeof last === "string" ? new Date(last) : null,
    isToldOverDays: runs.some((run) => run.isToldOverDays),
  };
}

export type RunLength = { key: "lessThanHour" | "hour" | "hours" | "overDay" | "days"; hours: number; days: number };

/** How long it has lasted at a moment. A day is 24 hours. */
export function runLength(since: Date, now: Date): RunLength {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR_MS));
  const days = Math.floor(hours / 24);
  const key = hours < 1 ? "lessThanHour" : hours === 1 ? "hour" : days < 1 ? "hours" : days === 1 ? "overDay" : "days";
  return { key, hours, days };
}
