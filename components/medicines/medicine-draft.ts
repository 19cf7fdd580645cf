import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { datesTooFar } from "@/lib/domain/medicines/dates";
import { findKnownMedicine } from "@/lib/domain/medicines/known-medicines";
import { searchMedicines } from "@/lib/domain/medicines/search-medicines";
import { MEDICINE_KINDS, type MedicineKind } from "@/lib/domain/medicines/medicine";
import type { CalendarDay } from "@/lib/domain/time";
import type { MedicineInput } from "@/lib/schemas/medicine";

const TEXTS = ["name", "class", "dose", "reason", "sideEffects", "startedOn", "lastDoseOn", "nextDoseOn", "stoppedOn", "stopReason"] as const;
type TextName = (typeof TEXTS)[number];

/** What stands in the fields; empty = not written. `class` is the rules' class or empty. */
export type MedicineDraft = Record<Exclude<TextName, "class">, string> & { id: string; class: MedicineClass | ""; kind: MedicineKind };

export function draftOf(medicine: MedicineInput): MedicineDraft {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, medicine[name] ?? ""])) as Record<TextName, string>;
  return { ...texts, id: medicine.id, class: medicine.class ?? "", kind: medicine.kind ?? "regular" };
}

/** What was kept on the device, when it has the shape of today. */
export function asDraft(kept: unknown): MedicineDraft | null {
  const draft = kept as Partial<MedicineDraft> | null;
  const isWhole = typeof draft === "object" && draft !== null && [...TEXTS, "id" as const].every((name) => typeof draft[name] === "string");
  return isWhole && MEDICINE_KINDS.includes(draft.kind as MedicineKind) ? (draft as MedicineDraft) : null;
}

export const isSame = (one: MedicineDraft, other: MedicineDraft) => (Object.keys(one) as (keyof MedicineDraft)[]).every((name) => one[name] === other[name]);

/** Field to message key, before anything is sent. A reason for stopping without a day would leave the medicine taken. */
export function problemsOf(draft: MedicineDraft, today: CalendarDay): Record<string, string> {
  const { name, startedOn, stoppedOn, stopReason } = draft;
  return {
    ...datesTooFar(draft, today),
    ...(!name.trim() && { name: "medicine.missing" }),
    ...(stopReason.trim() && !stoppedOn && { stoppedOn: "medicine.stopDate" }),
    ...(startedOn && stoppedOn && stoppedOn < startedOn && { stoppedOn: "medicine.stopsBeforeStart" }),
  };
}

/** @param stored what the form was loaded with: fields that it does not show, and the moment of its last change, travel along. Only a steroid course stays with its relapse. */
export function toInput(draft: MedicineDraft, stored: MedicineInput): MedicineInput {
  const written = Object.fromEntries(TEXTS.flatMap((name) => (draft[name].trim() ? [[name, draft[name].trim()]] : [])));
  return { id: draft.id, ...(stored.relapseId && draft.class === "steroid-course" && { relapseId: stored.relapseId }), ...(stored.updatedAt && { updatedAt: stored.updatedAt }), kind: draft.kind, ...written } as MedicineInput;
}

/**
 * The name with the class that belongs to it. A known name brings its class; leaving one takes it away again; a class that the person
 * chose for an unknown name stays with them while they type.
 */
export function withName(draft: MedicineDraft, name: string): MedicineDraft {
  const known = findKnownMedicine(name);
  if (known) return { ...draft, name, class: known.class ?? "" };
  return { ...draft, name, class: findKnownMedicine(draft.name) ? "" : draft.class };
}

/** A medicine whose name is nearly the typed one and which the rules read; null when what was typed is known, or like none. */
export function meantBy(name: string): string | null {
  if (name.trim().length < 4 || findKnownMedicine(name)) return null;
  const [first] = searchMedicines(name, 1);
  return first && first.medicine.class !== null ? first.name : null;
}
