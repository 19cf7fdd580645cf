import "server-only";
import { z } from "zod";
import { LATE_MS } from "@/lib/domain/reminders/decide";
import reminders from "@/lib/i18n/messages/en/reminders.json";
import { findPushDevice, forgetPushDevice, notePushFailed, notePushSent } from "@/lib/server/data/push-subscriptions";
import { planReminders, releaseMail, takeReminder, type ReminderJob } from "@/lib/server/data/reminder-plans";
import { reminderMail } from "@/lib/server/mail/reminder";
import { sendMail } from "@/lib/server/mail/send";
import { sendPush } from "@/lib/server/push/send";

const job = z.object({ diaryId: z.guid(), kind: z.enum(["reminder", "question"]), day: z.iso.date(), dueAt: z.iso.datetime() });
const payloadSchema = z.discriminatedUnion("by", [job.extend({ by: z.literal("mail") }), job.extend({ by: z.literal("push"), subscriptionId: z.guid() })]);

/** Every minute: which reminders are due. */
export async function planDueReminders(): Promise<void> {
  await planReminders();
}

/** Sends one reminder one way. When that fails the queue tries again, for two hours; by mail it never leaves twice. */
export async function sendReminder(payload: unknown): Promise<void> {
  const reminder = payloadSchema.parse(payload) satisfies ReminderJob;
  const taken = await takeReminder(reminder);
  if (!taken) return;
  if (reminder.by === "push") return push(reminder.subscriptionId, reminder);
  try {
    await sendMail(reminderMail({ kind: reminder.kind, email: taken.email, diaryId: reminder.diaryId }));
  } catch (error) {
    await releaseMail(reminder);
    throw error;
  }
}

async function push(subscriptionId: string, { kind, dueAt }: ReminderJob): Promise<void> {
  const device = await findPushDevice(subscriptionId);
  if (!device) return;
  const secondsLeft = Math.max(60, Math.round((Date.parse(dueAt) + LATE_MS - Date.now()) / 1000));
  try {
    const outcome = await sendPush(device, reminders.push[kind], secondsLeft);
    await (outcome === "gone" ? forgetPushDevice(device.id) : notePushSent(device.id));
  } catch (error) {
    await notePushFailed(device.id);
    throw error;
  }
}
