import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { findKnownMedicine } from "@/lib/domain/medicines/known-medicines";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";

/** regular: every day or on fixed days; as-needed: only when wanted; other: neither, like a single course. No rule reads it. */
export const MEDICINE_KINDS = ["regular", "as-needed", "other"] as const;
export type MedicineKind = (typeof MEDICINE_KINDS)[number];

/** A medicine with all that was written of it. null = not written; `class: null` = none of the rules' classes, or not known. */
export type MedicineRecord = {
  id: string;
  name: string;
  class: MedicineClass | null;
  kind: MedicineKind;
  dose: string | null;
  reason: string | null;
  sideEffects: string | null;
  startedOn: CalendarDay | null;
  /** of infusions the newest one; the rules count their windows from it */
  lastDoseOn: CalendarDay | null;
  nextDoseOn: CalendarDay | null;
  stoppedOn: CalendarDay | null;
  stopReason: string | null;
  /** the relapse that a steroid course belongs to */
  relapseId: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export const MEDICINE_EVENT_KINDS = ["missed", "taken", "infusion"] as const;
export type MedicineEventKind = (typeof MEDICINE_EVENT_KINDS)[number];

/** `taken` is of medicines taken as needed. Of all others a day without an event says nothing: it is neither taken nor missed. */
export type MedicineEvent = { id: string; medicineId: string; kind: MedicineEventKind; day: CalendarDay; note: string | null };

const COUNTED_DAYS = 30;

/** `of`: on how many days it could have been; `isSinceStart`: fewer than 30, because it was begun within them. */
export type DayCount = { days: number; of: number; isSinceStart: boolean };

/** On how many of the last 30 days, today included, there is an event. Null when it was not begun yet. A day counts once. */
export function countDays(events: readonly Pick<MedicineEvent, "day">[], { startedOn, today }: { startedOn: CalendarDay | null; today: CalendarDay }): DayCount | null {
  if (startedOn && startedOn > today) return null;
  const earliest = addDays(today, 1 - COUNTED_DAYS);
  const isSinceStart = startedOn !== null && startedOn > earliest;
  const from = isSinceStart ? startedOn : earliest;
  const days = new Set(events.map(({ day }) => day).filter((day) => day >= from && day <= today)).size;
  return { days, of: daysBetween(from, today) + 1, isSinceStart };
}

export type NextDose = { kind: "none" } | { kind: "planned" | "today" | "passed"; on: CalendarDay };

/** Where the next dose stands. "passed" is to be asked about, until one of that day or later is written down, or another date. */
export function nextDoseOf({ nextDoseOn, lastDoseOn, stoppedOn }: Pick<MedicineRecord, "nextDoseOn" | "lastDoseOn" | "stoppedOn">, today: CalendarDay): NextDose {
  if (!nextDoseOn || (lastDoseOn && lastDoseOn >= nextDoseOn) || (stoppedOn && stoppedOn <= nextDoseOn)) return { kind: "none" };
  return { kind: nextDoseOn > today ? "planned" : nextDoseOn === today ? "today" : "passed", on: nextDoseOn };
}

/** A stop date that has come. Without one a medicine is taken, as the rules read it. */
export const isPast = ({ stoppedOn }: Pick<MedicineRecord, "stoppedOn">, today: CalendarDay): boolean => stoppedOn !== null && stoppedOn <= today;

/** Given on single days, mostly in a clinic: by its name, or because dates were written down. */
export function isGivenAsInfusion({ name, nextDoseOn }: Pick<MedicineRecord, "name" | "nextDoseOn">, events: readonly Pick<MedicineEvent, "kind">[]): boolean {
  return findKnownMedicine(name)?.isInfusion === true || nextDoseOn !== null || events.some(({ kind }) => kind === "infusion");
}

/** Taken all the time, of no class, and its name is not on our list: nobody told us for sure whether it calms the immune system. */
export const isClassUnknown = ({ name, class: is, kind }: Pick<MedicineRecord, "name" | "class" | "kind">): boolean =>
  kind === "regular" && is === null && findKnownMedicine(name) === null;

const NEVER_MISSED: readonly (MedicineClass | null)[] = ["hsct", "baclofen-pump"];

/** What one tap writes down of a medicine that is taken now; null for what is neither taken daily nor as needed. */
export function tapOf(medicine: MedicineRecord, events: readonly MedicineEvent[], today: CalendarDay): MedicineEventKind | null {
  if (isPast(medicine, today) || (medicine.startedOn && medicine.startedOn > today)) return null;
  if (medicine.kind === "as-needed") return "taken";
  if (isGivenAsInfusion(medicine, events)) return "infusion";
  return medicine.kind === "regular" && !NEVER_MISSED.includes(medicine.class) ? "missed" : null;
}
