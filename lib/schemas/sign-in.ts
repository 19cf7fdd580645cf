import { z } from "zod";
import { isTimeZone } from "@/lib/domain/time";

/** Addresses are compared in lower case. */
export const emailSchema = z.string("email.missing").trim().toLowerCase().max(254, "email.invalid").pipe(z.email("email.invalid"));
/** Six digits, typed with spaces or a hyphen in the middle if one likes. */
export const sixDigitsSchema = z.string("code.missing").max(16, "code.invalid").transform((value) => value.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{6}$/, "code.invalid"));
/** What each way of beginning to sign in takes besides. */
export const beginSchema = z.strictObject({
  isShared: z.boolean().optional(),
  /** the browser's own; one that is not known here is left out */
  timeZone: z.string().max(64).optional().transform((zone) => (zone && isTimeZone(zone) ? zone : undefined)),
});
export const requestCodeSchema = beginSchema.extend({ email: emailSchema, invitation: z.string().trim().max(64).optional() });
export const checkCodeSchema = z.strictObject({ code: sixDigitsSchema });
export const demoRoleSchema = z.enum(["owner", "caregiver", "clinician"]);
