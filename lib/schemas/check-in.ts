import { z } from "zod";
import {
  BLADDERS, BODY_AREAS, BOWELS, EYE_PAINS, EYES, INFECTIONS, ONSETS, QUESTIONS, SCORE_NAMES, SIGNS, TRIGGERS,
  VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
} from "@/lib/domain/check-in/vocabulary";
import { TRACKERS } from "@/lib/domain/check-in/trackers";
import { isTimeZone } from "@/lib/domain/time";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { instantSchema, textSchema } from "@/lib/schemas/values";

/** Never coerced: an empty field must not become 0, "no symptom". */
export const scoreSchema = z.int("score.range").min(0, "score.range").max(10, "score.range");
export const scoresSchema = z.strictObject({
  fatigue: scoreSchema, numbness: scoreSchema, vision: scoreSchema, walking: scoreSchema,
});
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, "timeZone.unknown");
const oneDecimal = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
const listOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).max(values.length).refine((list) => new Set(list).size === list.length, "list.repeated");
const onset = z.enum(ONSETS);

/** The details of one check-in, as stored in its JSON column. A key that is absent was not answered. */
export const answersSchema = z.strictObject({
  onset: z.strictObject({
    fatigue: onset.optional(), numbness: onset.optional(), vision: onset.optional(),
    walking: onset.optional(), weakness: onset.optional(), signs: onset.optional(),
  }).optional(),
  vision: z.strictObject({
    loss: z.enum(VISION_LOSSES).optional(),
    eyes: z.enum(EYES).optional(),
    eyePain: z.enum(EYE_PAINS).optional(),
    doubleVision: z.boolean().optional(),
  }).optional(),
  numbness: z.strictObject({ areas: listOf(BODY_AREAS).optional() }).optional(),
  weakness: z.strictObject({ severity: z.enum(WEAKNESS_SEVERITIES).optional(), areas: listOf(WEAKNESS_AREAS).optional() }).optional(),
  walking: z.strictObject({
    ability: z.enum(WALKING_ABILITIES).optional(),
    falls: z.int("falls.range").min(0, "falls.range").max(20, "falls.range").optional(),
    timed25FootSeconds: z.number().min(2, "timedWalk.range").max(180, "timedWalk.range").refine(oneDecimal, "timedWalk.decimals").optional(),
  }).optional(),
  bladder: z.enum(BLADDERS).optional(),
  bowel: z.enum(BOWELS).optional(),
  temperatureC: z.number().min(33, "temperature.range").max(43, "temperature.range").refine(oneDecimal, "temperature.decimals").optional(),
  infection: listOf(INFECTIONS).optional(),
  triggers: listOf(TRIGGERS).optional(),
  signs: listOf(SIGNS).optional(),
  skipped: listOf(QUESTIONS).optional(),
});

/** Trackers that were answered; an absent key is unknown, never 0. */
export const trackersSchema = z.strictObject({
  thinking: scoreSchema.optional(), pain: scoreSchema.optional(), bladder: scoreSchema.optional(),
  mood: scoreSchema.optional(), spasms: scoreSchema.optional(), heat: scoreSchema.optional(),
});

/** The trackers that are switched on, in the order shown. */
export const trackerListSchema = z.strictObject({ trackers: listOf(TRACKERS) });

/** An alert the device raised before sending, so that the server keeps the union of both. */
export const deviceAlertSchema = z.strictObject({
  ruleId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  ruleVersion: z.int().min(1).max(10_000),
  tier: z.enum(TIERS),
  evidence: z.array(z.strictObject({
    field: textSchema(64),
    value: z.union([textSchema(64), z.number(), z.boolean(), z.array(textSchema(64)).max(40)]).optional(),
  })).max(40),
  shownAt: instantSchema.optional(),
});

/** No entry has more of them. */
export const MOST_REVISIONS = 1000;

/** One check-in on the wire. `id` and `revision` name it: sending the same pair twice is harmless. */
export const checkInSchema = z.strictObject({
  id: z.uuidv7(),
  /** 1 when new; a correction sends the next number with the same id */
  revision: z.int().min(1).max(MOST_REVISIONS),
  recordedAt: instantSchema,
  enteredAt: instantSchema,
  timeZone: timeZoneSchema,
  scores: scoresSchema,
  confirmedUnchanged: listOf(SCORE_NAMES),
  answers: answersSchema,
  /** absent: none was answered */
  trackers: trackersSchema.optional(),
  note: textSchema(2000, "note.tooLong").optional(),
  /** this revision takes the entry out of the diary; the next one brings it back */
  removed: z.literal(true).optional(),
  rulesVersion: textSchema(64),
  deviceAlerts: z.array(deviceAlertSchema).max(80),
  /** rules the device could not run */
  deviceCouldNotCheck: z.array(textSchema(64)).max(80),
});
export type CheckInInput = z.infer<typeof checkInSchema>;
export type AnswersInput = z.infer<typeof answersSchema>;

/** The envelope only: each item is judged alone by `checkInSchema`, so one bad item never blocks the others. */
export const checkInBatchSchema = z.strictObject({ checkIns: z.array(z.unknown()).min(1, "batch.empty").max(100, "batch.tooLong") });

/** What the server answers for each item, in the order sent. */
export type StoredCheckIn =
  | { status: "stored" | "already-stored"; id: string; revision: number; alerts: StoredAlert[]; couldNotCheck: string[] }
  /** another content under this id and revision, or a revision that does not follow the newest one */
  | { status: "conflict"; id: string; revision: number; newestRevision: number }
  /** its entry was deleted for good: it is kept nowhere, and sending it again changes nothing */
  | { status: "gone"; id: string; revision: number }
  | { status: "invalid"; id: string | null; fields: Record<string, string> };

export type StoredAlert = z.infer<typeof deviceAlertSchema> & { raisedAt: string };
