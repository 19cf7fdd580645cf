import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { createLocalMail } from "@/lib/server/data/local-mails";
import { env } from "@/lib/server/env";

export type Mail = { to: string; subject: string; text: string };

let transport: { url: string; mailer: Transporter } | undefined;

/**
 * Sends one mail. Without SMTP settings it lands in the local mailbox, in demo mode only.
 * @throws Error when the mail server refuses or can't be reached, or when there is neither a server nor demo mode.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from, DAYMARK_DEMO: isDemo } = env();
  if (!url) {
    if (!isDemo) throw new Error("There are no mail settings");
    return createLocalMail(mail);
  }
  if (transport?.url !== url) transport = { url, mailer: createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }) };
  await transport.mailer.sendMail({ from, ...mail, headers: { "auto-submitted": "auto-generated" } });
}
