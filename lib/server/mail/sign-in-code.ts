import "server-only";
import { fill } from "@/lib/i18n/fill";
import mail from "@/lib/i18n/messages/en/mail.json";
import { publicUrl } from "@/lib/server/env";
import type { Mail } from "@/lib/server/mail/send";

/** The subject holds neither the code nor a health word: it shows on locked screens. */
export function signInCodeMail({ email, code }: { email: string; code: string }): Mail {
  return { to: email, subject: mail.signInCode.subject, text: fill(mail.signInCode.text, { code, address: publicUrl() }) };
}
