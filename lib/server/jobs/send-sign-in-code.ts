import "server-only";
import { z } from "zod";
import { issueMailCode, markCodeSent } from "@/lib/server/data/mail-codes";
import { sendMail } from "@/lib/server/mail/send";
import { codeMail } from "@/lib/server/mail/code";

const payloadSchema = z.object({ tokenId: z.guid() });

/** Makes the code and mails it. When the mail fails, the queue tries again with another code. */
export async function sendSignInCode(payload: unknown): Promise<void> {
  const { tokenId } = payloadSchema.parse(payload);
  const issued = await issueMailCode(tokenId);
  if (!issued) return;
  await sendMail(codeMail(issued));
  await markCodeSent(tokenId);
}
