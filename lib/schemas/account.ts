import { z } from "zod";

/** The version of the consent text that was read. */
export const consentSchema = z.strictObject({ version: z.string().min(1).max(40) });

/** Said on purpose: a request without it deletes nothing. */
export const deletionSchema = z.strictObject({ confirm: z.literal("delete-everything", "confirm.missing") });
