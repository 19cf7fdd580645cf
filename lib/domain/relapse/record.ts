import { firstDayOf, lastDayOf, monthOf, type Month } from "@/lib/domain/check-in/month";
import { addDays, startOfDay, type CalendarDay } from "@/lib/domain/time";

/** Only the two confirmed states are recorded relapses to the rules. */
export const RELAPSE_STATUSES = ["possible", "confirmed-by-me", "confirmed-by-team", "not-a-relapse"] as const;
export type RelapseStatus = (typeof RELAPSE_STATUSES)[number];

/** What the person says themselves; without an answer it stays a possible one. */
export const OWN_WORDS = ["relapse", "not-a-relapse"] as const;
export type OwnWord = (typeof OWN_WORDS)[number];
export const TEAM_WORDS = ["relapse", "not-a-relapse", "not-sure"] as const;
export type TeamWord = (typeof TEAM_WORDS)[number];

export const RELAPSE_SYMPTOMS = ["fatigue", "numbness", "vision", "walking", "weakness", "balance", "bladder", "pain", "thinking", "speech", "other"] as const;
export type RelapseSymptom = (typeof RELAPSE_SYMPTOMS)[number];
export const RELAPSE_SIDES = ["left", "right"] as const;
export type RelapseSide = (typeof RELAPSE_SIDES)[number];
export const RELAPSE_REGIONS = ["eyes", "face", "arms", "hands", "legs", "feet", "trunk", "balance", "bladder", "other"] as const;
export type RelapseRegion = (typeof RELAPSE_REGIONS)[number];
/** Best first. */
export const FELT_RECOVERIES = ["full", "mostly", "partly", "not"] as const;
export type FeltRecovery = (typeof FELT_RECOVERIES)[number];

export const PRECISIONS = ["day", "month"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date as far as it is known: "2024-03-05", or "2024-03" when only the month is. */
export type DayOrMonth = CalendarDay | Month;

export const precisionOf = (value: DayOrMonth): Precision => (value.length === 7 ? "month" : "day");
export const firstDayIn = (value: DayOrMonth): CalendarDay => (precisionOf(value) === "month" ? firstDayOf(value) : value);
export const lastDayIn = (value: DayOrMonth): CalendarDay => (precisionOf(value) === "month" ? lastDayOf(value) : value);
/** The date as it was told, from the day that is stored for it. */
export const asTold = (day: CalendarDay, precision: Precision): DayOrMonth => (precision === "month" ? monthOf(day) : day);

export const isConfirmedStatus = (status: RelapseStatus): boolean => status === "confirmed-by-me" || status === "confirmed-by-team";

/** What the team said goes before the person's own word; "not sure yet" leaves that as it is. */
export function statusOf(own: OwnWord | null, team: TeamWord | null): RelapseStatus {
  if (team === "relapse") return "confirmed-by-team";
  if (team === "not-a-relapse") return "not-a-relapse";
  if (own === null) return "possible";
  return own === "relapse" ? "confirmed-by-me" : "not-a-relapse";
}

/** The person's own word behind a status; null where the team's stands in its place, or where there is none. */
export function ownWordOf(status: RelapseStatus, team: TeamWord | null): OwnWord | null {
  if (status === "confirmed-by-me") return "relapse";
  return status === "not-a-relapse" && team !== "not-a-relapse" ? "not-a-relapse" : null;
}

export type Told = { started: DayOrMonth; ended: DayOrMonth | null };
export type Dates = { startedOn: CalendarDay; startPrecision: Precision; startedAt: Date; endedOn: CalendarDay | null; endPrecision: Precision | null; endedAt: Date | null };

/**
 * The days and instants that are stored for what was told, in the person's zone. A month runs from its first to its last day. No
 * end lies ahead of now, since the rules read one that does as "not over yet".
 *
 * @param known the instants stored before: they stay where the day stays, so that a start found by the rules keeps its hour
 */
export function datesOf({ started, ended }: Told, timeZone: string, now: Date, known?: Dates): Dates {
  const startedOn = firstDayIn(started);
  const endedOn = ended && lastDayIn(ended);
  const startPrecision = precisionOf(started);
  const keepsStart = known?.startedOn === startedOn && known.startPrecision === startPrecision;
  const startedAt = keepsStart ? known.startedAt : startOfDay(startedOn, timeZone);
  return {
    startedOn, startPrecision, startedAt, endedOn,
    endPrecision: ended && precisionOf(ended),
    endedAt: endedOn && endOf(endedOn),
  };

  function endOf(day: CalendarDay): Date {
    if (known?.endedAt && known.endedOn === day && known.endedAt >= startedAt) return known.endedAt;
    const end = Math.min(startOfDay(addDays(day, 1), timeZone).getTime() - 1, now.getTime());
    return new Date(Math.max(end, startedAt.getTime()));
  }
}

/**
 * Dates that cannot be, by field, as message keys; null when all is well. Both ends may be the same. What ended in the present month
 * needs its day, since the month has not reached its last one.
 */
export function dateProblems({ started, ended }: Told, today: CalendarDay): Record<string, string> | null {
  if (firstDayIn(started) > today) return { started: "relapse.startAhead" };
  if (ended === null) return null;
  if (firstDayIn(ended) > today) return { ended: "relapse.endAhead" };
  if (lastDayIn(ended) > today) return { ended: "relapse.endThisMonth" };
  return lastDayIn(ended) < firstDayIn(started) ? { ended: "relapse.endsBeforeStart" } : null;
}
