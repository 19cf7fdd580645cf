import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Trigger } from "@/lib/domain/check-in/vocabulary";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { daysBetween, dayOf, type CalendarDay } from "@/lib/domain/time";
import type { Window } from "@/lib/domain/trends/range";

/** Hot days this close together are one spell. */
const HEAT_GAP_DAYS = 3;
const SHORTEST_HEAT_DAYS = 2;
/** From start to end of a course that is told as one: three to five infusions of steroids, days of tablets. */
const SHORT_COURSE_DAYS = 14;

/** Positions in the window, both included. */
export type Span = { first: number; last: number };
export type RelapseSpan = Span & { isPossible: boolean; startsBefore: boolean; isOpen: boolean };
export type MedicineMark = { at: number; name: string; what: "dose" | "start" | "stop" };
export type AlertMark = { at: number; tier: Tier };

export type RelapseEntry = { status: string; startedOn: CalendarDay; endedOn?: CalendarDay | null };
export type AlertEntry = { tier: Tier; raisedAt: Date };

/** Hot spells: two or more days logged with heat, with at most two days without between them. Exercise alone is not weather. */
export function heatSpells(entries: readonly { day: CalendarDay; triggers?: readonly Trigger[] }[], window: Window): Span[] {
  const hot = new Set(entries.filter((entry) => entry.triggers?.includes("heat")).map((entry) => daysBetween(window.from, entry.day)));
  const spells: (Span & { days: number })[] = [];
  for (const at of [...hot].filter((at) => isInside(at, window)).sort((a, b) => a - b)) {
    const open = spells.at(-1);
    if (open && at - open.last <= HEAT_GAP_DAYS) {
      open.last = at;
      open.days += 1;
    } else spells.push({ first: at, last: at, days: 1 });
  }
  return spells.filter((spell) => spell.days >= SHORTEST_HEAT_DAYS).map(({ first, last }) => ({ first, last }));
}

/** Relapses that reach into the window, cut to it; one that only ended on its first day is left out. One without an end reaches to today; "not a relapse" is not drawn. */
export function relapseSpans(relapses: readonly RelapseEntry[], window: Window): RelapseSpan[] {
  return relapses.flatMap(({ status, startedOn, endedOn }) => {
    if (!isConfirmed(status) && status !== "possible") return [];
    const first = daysBetween(window.from, startedOn);
    const last = endedOn ? daysBetween(window.from, endedOn) : window.days - 1;
    if (last < Math.max(0, first) || first >= window.days || (first < 0 && last === 0)) return [];
    return [{
      first: Math.max(0, first), last: Math.min(window.days - 1, last),
      isPossible: status === "possible", startsBefore: first < 0, isOpen: !endedOn || last >= window.days,
    }];
  }).sort((a, b) => a.first - b.first);
}

/** Starts, newest doses and stops of medicines within the window. A short course is one mark, on its first day. */
export function medicineMarks(medicines: readonly Medication[], window: Window): MedicineMark[] {
  return medicines.flatMap(({ name, startedOn, lastDoseOn, stoppedOn }) => {
    const end = stoppedOn ?? lastDoseOn;
    if (startedOn && end && daysBetween(startedOn, end) <= SHORT_COURSE_DAYS) return [{ at: daysBetween(window.from, startedOn), name, what: "dose" as const }];
    const dates: [CalendarDay | undefined, MedicineMark["what"]][] = [
      [startedOn, "start"], [lastDoseOn, "dose"], [stoppedOn, "stop"],
    ];
    return dates.flatMap(([day, what]) => (day ? [{ at: daysBetween(window.from, day), name, what }] : []));
  }).filter((mark) => isInside(mark.at, window)).sort((a, b) => a.at - b.at);
}

/** One mark a day with an alert, of its highest tier. A quiet line (INFO) is no mark. */
export function alertMarks(alerts: readonly AlertEntry[], timeZone: string, window: Window): AlertMark[] {
  const highest = new Map<number, Tier>();
  for (const tier of ["SOON", "URGENT", "EMERGENCY"] as const) {
    for (const alert of alerts) {
      if (alert.tier === tier) highest.set(daysBetween(window.from, dayOf(alert.raisedAt, timeZone)), tier);
    }
  }
  return [...highest].map(([at, tier]) => ({ at, tier })).filter((mark) => isInside(mark.at, window)).sort((a, b) => a.at - b.at);
}

/**
 * Moves close marks of the lane apart, so that each can be seen; stems stay on their day. All numbers are in one unit.
 * @param places ascending
 * @param within the lane; the first marks may leave it when there are more than fit
 */
export function spreadApart(places: readonly number[], apart: number, within: { from: number; to: number }): number[] {
  const moved: number[] = [];
  const groups: { sum: number; count: number }[] = [];
  const centre = (group: { sum: number; count: number }) => group.sum / group.count;
  for (const place of places) {
    let group = { sum: place, count: 1 };
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      const edge = centre(before) + ((before.count - 1) / 2) * apart;
      if (centre(group) - ((group.count - 1) / 2) * apart - edge >= apart) break;
      groups.pop();
      group = { sum: before.sum + group.sum, count: before.count + group.count };
    }
    groups.push(group);
  }
  for (const group of groups) {
    for (let each = 0; each < group.count; each++) moved.push(centre(group) + (each - (group.count - 1) / 2) * apart);
  }
  const kept = moved.map((place, index) => Math.max(place, within.from + index * apart));
  return kept.map((place, index) => Math.min(place, within.to - (kept.length - 1 - index) * apart));
}

/** By the person or by their team: both are recorded relapses. */
export const isConfirmed = (status: string): boolean => status.startsWith("confirmed");

const isInside = (at: number, window: Window) => at >= 0 && at < window.days;
