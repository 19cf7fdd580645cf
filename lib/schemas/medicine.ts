import { z } from "zod";
import { MEDICINE_CLASSES } from "@/lib/domain/check-in/vocabulary";
import { datesTooFar } from "@/lib/domain/medicines/dates";
import { MEDICINE_EVENT_KINDS, MEDICINE_KINDS } from "@/lib/domain/medicines/medicine";
import { dayOf, EARLIEST_ZONE } from "@/lib/domain/time";
import { daySchema, instantSchema, textSchema } from "@/lib/schemas/values";

/** A day that has begun anywhere on earth is taken, since the zone of who writes is not known here. */
function refuseTooFar(dates: Parameters<typeof datesTooFar>[0], context: z.RefinementCtx): void {
  for (const [field, message] of Object.entries(datesTooFar(dates, dayOf(new Date(), EARLIEST_ZONE)))) context.addIssue({ code: "custom", path: [field], message });
}

/**
 * One medicine, whole: what is left out is stored as not written. `id` is made by the browser, so sending twice is harmless.
 * `updatedAt` is the moment that the form was loaded with; a medicine that was changed since is not overwritten.
 */
export const medicineSchema = z.strictObject({
  id: z.uuidv7(),
  name: textSchema(120, "name.tooLong").min(1, "name.missing"),
  class: z.enum(MEDICINE_CLASSES).optional(),
  kind: z.enum(MEDICINE_KINDS).optional(),
  dose: textSchema(120).optional(),
  reason: textSchema(200).optional(),
  sideEffects: textSchema(1000).optional(),
  startedOn: daySchema.optional(),
  lastDoseOn: daySchema.optional(),
  nextDoseOn: daySchema.optional(),
  stoppedOn: daySchema.optional(),
  stopReason: textSchema(500).optional(),
  relapseId: z.guid().optional(),
  updatedAt: instantSchema.optional(),
}).refine((m) => !m.startedOn || !m.stoppedOn || m.startedOn <= m.stoppedOn, { path: ["stoppedOn"], error: "medicine.stopsBeforeStart" }).superRefine(refuseTooFar);
export type MedicineInput = z.infer<typeof medicineSchema>;

/** The date of the next dose or infusion alone; null = not known. */
export const nextDoseSchema = z.strictObject({ nextDoseOn: daySchema.nullable() }).superRefine(refuseTooFar);

/** Something of one day: a dose missed, one taken as needed, or an infusion. */
export const medicineEventSchema = z.strictObject({
  id: z.uuidv7(),
  kind: z.enum(MEDICINE_EVENT_KINDS),
  day: daySchema,
  note: textSchema(500).optional(),
});
export type MedicineEventInput = z.infer<typeof medicineEventSchema>;
