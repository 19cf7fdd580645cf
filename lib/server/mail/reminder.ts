import "server-only";
import { fill } from "@/lib/i18n/fill";
import mail from "@/lib/i18n/messages/en/mail.json";
import type { ReminderKind } from "@/lib/server/data/reminder-plans";
import { publicUrl } from "@/lib/server/env";
import type { Mail } from "@/lib/server/mail/send";
import { reminderToken } from "@/lib/server/reminder-token";

/** Reminds, or asks whether to go on. The way to switch off stands behind the "#" of its link: a browser sends that part to no server. */
export function reminderMail({ kind, email, diaryId }: { kind: ReminderKind; email: string; diaryId: string }): Mail {
  const { subject, text } = mail.reminders[kind];
  const address = publicUrl();
  const off = `${address}/reminders-off#${reminderToken(diaryId)}`;
  return { to: email, subject, text: fill(text, { address, off }), headers: { "list-unsubscribe": `<${off}>` } };
}
