import "server-only";
import { fill } from "@/lib/i18n/fill";
import mail from "@/lib/i18n/messages/en/mail.json";
import type { CodePurpose } from "@/lib/server/data/mail-codes";
import { publicUrl } from "@/lib/server/env";
import type { Mail } from "@/lib/server/mail/send";

const WORDS: Record<CodePurpose, { subject: string; text: string }> = { "sign-in": mail.signInCode, confirm: mail.confirmCode, "change-email": mail.changeEmailCode };

/** Says what the code is for. The subject holds neither the code nor a health word: it shows on locked screens. */
export function codeMail({ email, code, purpose }: { email: string; code: string; purpose: CodePurpose }): Mail {
  const { subject, text } = WORDS[purpose];
  return { to: email, subject, text: fill(text, { code, address: publicUrl() }) };
}

/** To an address that someone wanted to change to, and that has an account. */
export const addressInUseMail = (email: string): Mail => ({ to: email, subject: mail.addressInUse.subject, text: fill(mail.addressInUse.text, { address: publicUrl() }) });
