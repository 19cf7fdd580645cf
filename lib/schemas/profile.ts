import { z } from "zod";
import {
  BODY_AREAS, BOWELS, EYES, MOBILITIES, MS_TYPES, NEVER_DISCOUNTED_SIGNS, SIGNS, USUAL_BLADDERS, VISION_LOSSES,
  WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
} from "@/lib/domain/check-in/vocabulary";
import { PHONE } from "@/lib/domain/phone";
import { scoresSchema, timeZoneSchema } from "@/lib/schemas/check-in";
import { daySchema, textSchema } from "@/lib/schemas/values";

const phoneSchema = z.string().trim().regex(PHONE, "phone.invalid");

/** The whole profile. An absent key was not answered; nothing skipped is stored as "no". */
export const profileSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, "country.unknown").optional(),
  timeZone: timeZoneSchema.optional(),
  mobility: z.enum(MOBILITIES).optional(),
  usual: z.strictObject({
    scores: scoresSchema.optional(),
    vision: z.strictObject({ loss: z.enum(VISION_LOSSES).optional(), eyes: z.enum(EYES).optional(), doubleVision: z.boolean().optional() }).optional(),
    weakness: z.strictObject({ severity: z.enum(WEAKNESS_SEVERITIES).optional(), areas: z.array(z.enum(WEAKNESS_AREAS)).max(7).optional() }).optional(),
    numbness: z.array(z.enum(BODY_AREAS)).max(8).optional(),
    walking: z.enum(WALKING_ABILITIES).optional(),
    bladder: z.enum(USUAL_BLADDERS).optional(),
    bowel: z.enum(BOWELS).optional(),
    signs: z.array(z.enum(SIGNS)).max(SIGNS.length)
      .refine((list) => !list.some((sign) => NEVER_DISCOUNTED_SIGNS.includes(sign)), "signs.neverUsual").optional(),
  }).optional(),
  usualTemperatureC: z.number().min(35, "temperature.range").max(37.5, "temperature.range").optional(),
  spinalLesion: z.boolean().optional(),
  pregnant: z.boolean().optional(),
  postpartum: z.boolean().optional(),
  pregnancyMedicineReviewed: z.boolean().optional(),
  contacts: z.strictObject({ team: phoneSchema.optional(), eyeClinic: phoneSchema.optional() }).optional(),
});
export type ProfileInput = z.infer<typeof profileSchema>;

/** What can be changed without opening "About you". A part that is given replaces the stored one as a whole. */
export const profilePatchSchema = profileSchema.pick({ country: true, usual: true, contacts: true }).refine((patch) => Object.keys(patch).length > 0, "profile.empty");
export type ProfilePatch = z.infer<typeof profilePatchSchema>;

const YEAR = { min: 1920, max: 2100 };

/** The first save of the set-up makes the diary; later ones change it. `profile` replaces the stored one as a whole. */
export const diarySchema = z.strictObject({
  displayName: textSchema(80, "name.tooLong").min(1, "name.missing"),
  birthDate: daySchema.optional(),
  msType: z.enum(MS_TYPES).optional(),
  msYear: z.int().min(YEAR.min, "year.range").max(YEAR.max, "year.range").optional(),
  profile: profileSchema,
  /** true once the set-up was walked through or left */
  setUpDone: z.boolean(),
});
export type DiaryInput = z.infer<typeof diarySchema>;
