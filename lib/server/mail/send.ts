import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { fill } from "@/lib/i18n/fill";
import { textsFor } from "@/lib/i18n/plain";
import { createLocalMail } from "@/lib/server/data/local-mails";
import { env } from "@/lib/server/env";

export type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };

/** What every mail ends with, whoever wrote it: what this is and is not and, in a plain diary, that nothing is checked. */
function withStatement(mail: Mail): Mail {
  const { common } = textsFor(env().DAYMARK_ALERTS);
  const statement = fill(common.statement, { emergency: common.localNumber });
  return { ...mail, text: [mail.text.trimEnd(), `Daymark: ${statement}`, ...(env().DAYMARK_ALERTS ? [] : [common.plainDiary])].join("\n\n") };
}

let transport: { url: string; mailer: Transporter } | undefined;

/**
 * Sends one mail, with the statement at its end. Without SMTP settings it lands in the local mailbox, in demo mode only.
 * @throws Error when the mail server refuses or can't be reached, or when there is neither a server nor demo mode.
 */
export async function sendMail(written: Mail): Promise<void> {
  const mail = withStatement(written);
  const { SMTP_URL: url, MAIL_FROM: from, DAYMARK_DEMO: isDemo } = env();
  if (!url) {
    if (!isDemo) throw new Error("There are no mail settings");
    return createLocalMail({ to: mail.to, subject: mail.subject, text: mail.text });
  }
  if (transport?.url !== url) transport = { url, mailer: createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }) };
  await transport.mailer.sendMail({ from, ...mail, headers: { ...mail.headers, "auto-submitted": "auto-generated" } });
}
