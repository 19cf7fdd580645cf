import { z } from "zod";
import { MEDICINE_CLASSES } from "@/lib/domain/check-in/vocabulary";

/** One medicine; `id` is made by the browser, so sending twice is harmless. */
export const medicineSchema = z.strictObject({
  id: z.uuidv7(),
  name: z.string().trim().min(1, "name.missing").max(120, "name.tooLong"),
  class: z.enum(MEDICINE_CLASSES).optional(),
  startedOn: z.iso.date().optional(),
  lastDoseOn: z.iso.date().optional(),
  stoppedOn: z.iso.date().optional(),
}).refine((m) => !m.startedOn || !m.stoppedOn || m.startedOn <= m.stoppedOn, { path: ["stoppedOn"], error: "medicine.stopsBeforeStart" });
export type MedicineInput = z.infer<typeof medicineSchema>;
