import "server-only";
import { z } from "zod";
import { findMailInsteadOfCode, issueMailCode, markCodeSent, type InsteadOfCode } from "@/lib/server/data/mail-codes";
import { mailNotice } from "@/lib/server/jobs/send-account-notice";
import { addressInUseMail, codeMail } from "@/lib/server/mail/code";
import { sendMail } from "@/lib/server/mail/send";

const payloadSchema = z.object({ tokenId: z.guid() });

/** Makes the code and mails it. When the mail fails, the queue tries again with another code. */
export async function sendSignInCode(payload: unknown): Promise<void> {
  const { tokenId } = payloadSchema.parse(payload);
  const issued = await issueMailCode(tokenId);
  const instead = issued ? null : await findMailInsteadOfCode(tokenId);
  if (issued) await sendMail(codeMail(issued));
  else if (instead) await mailInstead(instead);
  else return;
  await markCodeSent(tokenId);
}

async function mailInstead(instead: InsteadOfCode): Promise<void> {
  if (instead.kind === "address-in-use") return sendMail(addressInUseMail(instead.email));
  return mailNotice({ kind: "email-changed", email: instead.email, at: instead.at, device: null, place: null, changeId: instead.changeId, until: null });
}
