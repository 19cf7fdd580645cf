import "server-only";
import { showTypedCode } from "@/lib/domain/account/typed-code";
import { fill } from "@/lib/i18n/fill";
import mail from "@/lib/i18n/messages/en/mail.json";
import { publicUrl } from "@/lib/server/env";
import { wordInstant } from "@/lib/server/mail/account-notice";
import type { Mail } from "@/lib/server/mail/send";

/** The code stands behind the "#" of the link: a browser sends that part to no server. */
export function invitationMail({ email, code, until }: { email: string; code: string; until: Date }): Mail {
  const shown = showTypedCode(code);
  const address = publicUrl();
  return { to: email, subject: mail.invitation.subject, text: fill(mail.invitation.text, { address, code: shown, link: `${address}/invite#${shown}`, until: wordInstant(until, null) }) };
}
