import { z } from "zod";
import {
  EDSS, HANDS, isEdss, LAB_VALUE, NEW_LESIONS, PEG_SECONDS, SDMT_COUNT, UNFINISHED_REASONS, WALK_AIDS, WALK_RUNS, WALK_SECONDS,
} from "@/lib/domain/measures/measure";
import { timeZoneSchema } from "@/lib/schemas/check-in";
import { daySchema, instantSchema, textSchema } from "@/lib/schemas/values";

const oneDecimal = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
const within = ({ least, most }: { least: number; most: number }, error: string) => z.number(error).min(least, error).max(most, error);

/** `id` is made by the browser: sending twice is harmless. `recordedAt`: when it was walked, or typed in. */
const common = { id: z.uuidv7(), recordedAt: instantSchema, timeZone: timeZoneSchema };
/** A result of the clinic: the day it was taken; `updatedAt`: the version it was changed from, absent when it is new. */
const result = { ...common, day: daySchema, updatedAt: instantSchema.optional() };

const seconds = within(WALK_SECONDS, "timedWalk.range").refine(oneDecimal, "timedWalk.decimals");
const run = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("timed"), seconds, by: z.enum(["phone", "typed"]) }),
  z.strictObject({ kind: z.literal("not-finished"), reason: z.enum(UNFINISHED_REASONS), words: textSchema(200, "walk.wordsTooLong").min(1).optional() }),
]);

/** A timed walk is never changed after it was sent: its mean and its day are worked out, not sent. */
export const timedWalkSchema = z.strictObject({
  ...common, kind: z.literal("timed-walk"),
  details: z.strictObject({
    aid: z.enum(WALK_AIDS),
    runs: z.array(run).min(1, "walk.incomplete").max(WALK_RUNS).refine((runs) => runs.length === WALK_RUNS || runs[0]?.kind === "not-finished", "walk.incomplete"),
  }),
});
export type TimedWalkInput = z.infer<typeof timedWalkSchema>;

const nothing = z.strictObject({});
export const clinicResultSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...result, kind: z.literal("edss"), value: within(EDSS, "edss.range").refine(isEdss, "edss.range"), details: nothing }),
  z.strictObject({ ...result, kind: z.literal("nine-hole-peg"), value: within(PEG_SECONDS, "peg.range").refine(oneDecimal, "peg.decimals"), details: z.strictObject({ hand: z.enum(HANDS) }) }),
  z.strictObject({ ...result, kind: z.literal("sdmt"), value: within(SDMT_COUNT, "sdmt.range").refine(Number.isInteger, "sdmt.range"), details: nothing }),
  z.strictObject({
    ...result, kind: z.literal("lab"), value: within(LAB_VALUE, "lab.range"),
    details: z.strictObject({
      name: textSchema(60, "lab.nameTooLong").min(1, "lab.nameMissing"), unit: textSchema(20, "lab.unitTooLong"), bound: z.enum(["below", "above"]).optional(),
    }),
  }),
  z.strictObject({ ...result, kind: z.literal("mri"), details: z.strictObject({ newLesions: z.enum(NEW_LESIONS) }) }),
]);
export type ClinicResultInput = z.infer<typeof clinicResultSchema>;

export const measureSchema = z.discriminatedUnion("kind", [timedWalkSchema, clinicResultSchema]);
export type MeasureInput = z.infer<typeof measureSchema>;

/** Takes a removed measure back into the diary. */
export const restoreMeasureSchema = z.strictObject({ removed: z.literal(false) });
