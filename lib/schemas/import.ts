import { z } from "zod";
import { TRACKERS } from "@/lib/domain/check-in/trackers";
import { IMPORT_SOURCES } from "@/lib/domain/import/table";
import { scoreSchema } from "@/lib/schemas/check-in";
import { daySchema, textSchema } from "@/lib/schemas/values";

const dayToImport = z.strictObject({
  day: daySchema,
  /** only what the file held: an absent score is unknown */
  scores: z.strictObject({ fatigue: scoreSchema.optional(), numbness: scoreSchema.optional(), vision: scoreSchema.optional(), walking: scoreSchema.optional() }),
  trackers: z.partialRecord(z.enum(TRACKERS), scoreSchema),
  note: textSchema(2000, "note.tooLong").min(1).optional(),
}).refine(({ scores, trackers, note }) => Object.keys(scores).length + Object.keys(trackers).length > 0 || note !== undefined, { path: ["scores"], error: "day.empty" });

/** The days of one file of another diary. `id` is made by the browser, so sending twice is harmless. */
export const daysImportSchema = z.strictObject({
  id: z.uuidv7(),
  kind: z.enum(IMPORT_SOURCES),
  /** SHA-256 of the file */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  days: z.array(dayToImport).min(1, "file.noDays").max(40_000, "file.tooLarge")
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, "file.repeated"),
});
export type DaysImport = z.output<typeof daysImportSchema>;
