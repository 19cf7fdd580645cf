import { z } from "zod";
import { MEDICINE_CLASSES } from "@/lib/domain/check-in/vocabulary";
import { daySchema, textSchema } from "@/lib/schemas/values";

/** One medicine; `id` is made by the browser, so sending twice is harmless. */
export const medicineSchema = z.strictObject({
  id: z.uuidv7(),
  name: textSchema(120, "name.tooLong").min(1, "name.missing"),
  class: z.enum(MEDICINE_CLASSES).optional(),
  startedOn: daySchema.optional(),
  lastDoseOn: daySchema.optional(),
  stoppedOn: daySchema.optional(),
}).refine((m) => !m.startedOn || !m.stoppedOn || m.startedOn <= m.stoppedOn, { path: ["stoppedOn"], error: "medicine.stopsBeforeStart" });
export type MedicineInput = z.infer<typeof medicineSchema>;
