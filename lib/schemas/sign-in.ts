import { z } from "zod";

/** Addresses are compared in lower case. */
export const emailSchema = z.string("email.missing").trim().toLowerCase().max(254, "email.invalid").pipe(z.email("email.invalid"));
export const requestCodeSchema = z.strictObject({ email: emailSchema });
/** A code may be typed with spaces or a hyphen in the middle. */
export const credentialsSchema = z.object({
  email: emailSchema,
  code: z.string().max(16).transform((value) => value.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{6}$/, "code.invalid")),
});
export const demoRoleSchema = z.enum(["owner", "caregiver", "clinician"]);
