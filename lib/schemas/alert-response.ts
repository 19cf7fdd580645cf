import { z } from "zod";
import { instantSchema } from "@/lib/schemas/values";

import { ALERT_RESPONSES } from "@/lib/domain/alerts/alert";

/** What the person did with an alert. The alert is named by the check-in revision and the rule that raised it. */
export const alertResponseSchema = z.strictObject({
  checkInId: z.uuidv7(),
  revision: z.int().min(1).max(1000),
  ruleId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  shownAt: instantSchema.optional(),
  response: z.enum(ALERT_RESPONSES).optional(),
  respondedAt: instantSchema.optional(),
}).refine((item) => (item.response === undefined) === (item.respondedAt === undefined), { path: ["respondedAt"], error: "response.incomplete" });
export type AlertResponseInput = z.infer<typeof alertResponseSchema>;

export const alertResponseBatchSchema = z.strictObject({ responses: z.array(z.unknown()).min(1, "batch.empty").max(100, "batch.tooLong") });
export type StoredAlertResponse = { status: "stored" | "not-found" } | { status: "invalid"; fields: Record<string, string> };
