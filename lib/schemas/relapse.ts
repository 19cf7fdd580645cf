import { z } from "zod";
import { parseMonth } from "@/lib/domain/check-in/month";
import { FELT_RECOVERIES, OWN_WORDS, RELAPSE_REGIONS, RELAPSE_SIDES, RELAPSE_SYMPTOMS, TEAM_WORDS } from "@/lib/domain/relapse/record";
import { dayOf, EARLIEST_ZONE } from "@/lib/domain/time";
import { daySchema, instantSchema, textSchema } from "@/lib/schemas/values";

export const MOST_NOTE_CHARACTERS = 2000;
export const MOST_DAYS_OFF = 3650;

/** A day, or a month where the day is not known. */
const dayOrMonthSchema = z.union([daySchema, z.string().refine((value) => parseMonth(value) !== null, "day.invalid")], "day.invalid");

/** Each at most once, in any order. */
const someOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.array(z.enum(values)).max(values.length).refine((list) => new Set(list).size === list.length, "list.repeated");

/** A course of steroids: kept with the medicines, where the rules look. `id` is made by the browser. Its days have begun somewhere on earth: one ahead would count as an immune medicine for as long. */
const steroidsSchema = z.strictObject({
  id: z.uuidv7(),
  name: textSchema(120, "name.tooLong").min(1, "name.missing"),
  startedOn: daySchema.nullable(),
  lastDoseOn: daySchema.nullable(),
}).refine(({ startedOn, lastDoseOn }) => !startedOn || !lastDoseOn || startedOn <= lastDoseOn, { path: ["lastDoseOn"], error: "steroids.endsBeforeStart" })
  .refine(({ startedOn, lastDoseOn }) => [startedOn, lastDoseOn].every((day) => !day || day <= dayOf(new Date(), EARLIEST_ZONE)), { path: ["lastDoseOn"], error: "steroids.ahead" });
export type SteroidsInput = z.infer<typeof steroidsSchema>;

/** Null everywhere means not known or not answered, and is never read as "no". */
const told = {
  own: z.enum(OWN_WORDS).nullable(),
  teamSaid: z.enum(TEAM_WORDS).nullable(),
  started: dayOrMonthSchema,
  /** null while it lasts */
  ended: dayOrMonthSchema.nullable(),
  symptoms: someOf(RELAPSE_SYMPTOMS),
  sides: someOf(RELAPSE_SIDES),
  regions: someOf(RELAPSE_REGIONS),
  infection: z.boolean().nullable(),
  heat: z.boolean().nullable(),
  daysOffWork: z.int("number.invalid").min(0, "number.invalid").max(MOST_DAYS_OFF, "number.invalid").nullable(),
  feltRecovery: z.enum(FELT_RECOVERIES).nullable(),
  note: textSchema(MOST_NOTE_CHARACTERS, "note.tooLong").nullable(),
  /** null: none, or none any more */
  steroids: steroidsSchema.nullable(),
};

/** A relapse, or a flare-up that was none, as the person tells it; `id` is made by the browser, so sending twice is harmless. */
export const relapseSchema = z.strictObject({ id: z.uuidv7(), ...told });
export type RelapseInput = z.infer<typeof relapseSchema>;

/** What is named changes, the rest stays. `updatedAt` is that of the record as it was loaded. */
export const relapseChangeSchema = z.strictObject({ updatedAt: instantSchema, ...told }).partial(Object.fromEntries(Object.keys(told).map((key) => [key, true])) as Record<keyof typeof told, true>);
export type RelapseChange = z.infer<typeof relapseChangeSchema>;
