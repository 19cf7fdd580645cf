import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { daysBetween, dayOf, type CalendarDay } from "@/lib/domain/time";
import type { Window } from "@/lib/domain/trends/range";

/** Days this close together are one spell. */
const SPELL_GAP_DAYS = 3;
/** From start to end of a course that is told as one: three to five infusions of steroids, days of tablets. */
const SHORT_COURSE_DAYS = 14;

/** Positions in the window, both included. */
export type Span = { first: number; last: number };
export type RelapseSpan = Span & { isPossible: boolean; startsBefore: boolean; isOpen: boolean };

export const MARK_KINDS = ["heat", "infection", "dose", "course", "start", "stop", "alert"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
/** One thing that happened, on the day `first` of the window; a spell or a course lasts until `last`. */
export type Mark = Span & { kind: MarkKind; /** of a medicine, as the person typed it */ name?: string; /** of an alert */ tier?: Tier };

export type RelapseEntry = { status: string; startedOn: CalendarDay; endedOn?: CalendarDay | null };
export type AlertEntry = { tier: Tier; raisedAt: Date };
/** An infusion, or another dose, that was noted. */
export type DoseEntry = { name: string; day: CalendarDay };

/** Where a mark leads: the entries of that day. */
export const entriesOf = (day: CalendarDay): string => `/history?day=${day}#day-${day}`;

/** Days of one kind as spells: days at most three apart are one. `days` are positions in the window; those outside are left out. */
export function spellMarks(kind: "heat" | "infection", days: Iterable<number>, window: Window): Mark[] {
  const spells: Mark[] = [];
  for (const at of [...new Set(days)].filter((day) => isInside(day, window)).sort((a, b) => a - b)) {
    const open = spells.at(-1);
    if (open && at - open.last <= SPELL_GAP_DAYS) open.last = at;
    else spells.push({ kind, first: at, last: at });
  }
  return spells;
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

/**
 * Starts, doses and stops of medicines within the window. Steroids, and whatever was stopped within two weeks, are one mark: a course,
 * with the doses in it. The newest dose counts as noted. A dose on the day of the start is told as the dose, and each only once.
 */
export function medicineMarks(medicines: readonly Medication[], doses: readonly DoseEntry[], window: Window): Mark[] {
  const at = (day: CalendarDay) => daysBetween(window.from, day);
  const courses = medicines.flatMap((medicine) => courseOf(medicine) ?? []);
  const others = medicines.filter((medicine) => !courseOf(medicine));
  const isInCourse = ({ name, day }: DoseEntry) => courses.some((course) => course.name === name && course.from <= day && day <= course.to);
  const given = [...doses, ...others.flatMap(({ name, lastDoseOn }) => (lastDoseOn ? [{ name, day: lastDoseOn }] : []))].filter((dose) => !isInCourse(dose));
  const marks = new Map<string, Mark>();
  const add = (kind: MarkKind, name: string, from: CalendarDay, to = from) => marks.set(`${kind} ${from} ${name}`, { kind, first: at(from), last: at(to), name });
  for (const { name, from, to } of courses) add("course", name, from, to);
  for (const { name, day } of given) add("dose", name, day);
  for (const { name, startedOn, stoppedOn } of others) {
    if (startedOn && !marks.has(`dose ${startedOn} ${name}`)) add("start", name, startedOn);
    if (stoppedOn) add("stop", name, stoppedOn);
  }
  return [...marks.values()].filter(({ first, last }) => last >= 0 && first < window.days)
    .map((mark) => ({ ...mark, first: Math.max(0, mark.first), last: Math.min(window.days - 1, mark.last) }))
    .sort((a, b) => a.first - b.first);
}

function courseOf({ name, class: medicineClass, startedOn, lastDoseOn, stoppedOn }: Medication): { name: string; from: CalendarDay; to: CalendarDay } | null {
  if (!startedOn) return null;
  const isSteroid = medicineClass === "steroid-course";
  const isShort = stoppedOn !== undefined && daysBetween(startedOn, stoppedOn) <= SHORT_COURSE_DAYS;
  if (!isSteroid && !isShort) return null;
  const end = stoppedOn ?? lastDoseOn ?? startedOn;
  return { name, from: startedOn, to: end < startedOn ? startedOn : end };
}

/** One mark a day with an alert, of its highest tier. A quiet line (INFO) is no mark. */
export function alertMarks(alerts: readonly AlertEntry[], timeZone: string, window: Window): Mark[] {
  const highest = new Map<number, Tier>();
  for (const tier of ["SOON", "URGENT", "EMERGENCY"] as const) {
    for (const alert of alerts) {
      if (alert.tier === tier) highest.set(daysBetween(window.from, dayOf(alert.raisedAt, timeZone)), tier);
    }
  }
  return [...highest].map(([at, tier]): Mark => ({ kind: "alert", first: at, last: at, tier })).filter(({ first }) => isInside(first, window)).sort((a, b) => a.first - b.first);
}

/**
 * Puts marks that stand almost on one place into one group, so that no more groups are left than have room on the lane. All numbers
 * are in one unit.
 * @param places ascending
 * @returns groups of positions in `places`, each at least one, in their order
 */
export function groupClose(places: readonly number[], apart: number, length: number): number[][] {
  for (let reach = apart / 2; ; reach *= 1.5) {
    const groups: number[][] = [];
    places.forEach((place, index) => {
      const open = groups.at(-1);
      if (open && place - places[open[0]!]! < reach) open.push(index);
      else groups.push([index]);
    });
    if (groups.length <= 1 || groups.length * apart <= length) return groups;
  }
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
