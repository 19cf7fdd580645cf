import { z } from "zod";
import { WEEKDAYS } from "@/lib/domain/reminders/reminder";
import { isTimeZone } from "@/lib/domain/time";

/** When and how someone wants to be reminded. `updatedAt`: of what the form was filled from; null for the first time. */
export const reminderSchema = z.strictObject({
  isOn: z.boolean(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time.invalid"),
  weekdays: z.array(z.literal(WEEKDAYS)).max(7).refine((days) => new Set(days).size === days.length, "weekdays.twice"),
  byMail: z.boolean(),
  byPush: z.boolean(),
  pausedUntil: z.iso.date("pausedUntil.invalid").nullable(),
  timeZone: z.string().max(64).refine(isTimeZone, "timeZone.unknown"),
  updatedAt: z.iso.datetime().nullable(),
}).superRefine(({ isOn, weekdays, byMail, byPush }, context) => {
  if (!isOn) return;
  if (weekdays.length === 0) context.addIssue({ code: "custom", path: ["weekdays"], message: "weekdays.missing" });
  if (!byMail && !byPush) context.addIssue({ code: "custom", path: ["by"], message: "by.missing" });
});
export type ReminderInput = z.infer<typeof reminderSchema>;

/** The token of a mail's link, which switches reminders off and does nothing else. */
export const switchOffSchema = z.strictObject({ token: z.string().min(1).max(100) });
