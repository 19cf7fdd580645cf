import "server-only";
import { z } from "zod";
import { issueInvitation, markInvitationSent } from "@/lib/server/data/sign-up-invitations";
import { invitationMail } from "@/lib/server/mail/invitation";
import { sendMail } from "@/lib/server/mail/send";

const payloadSchema = z.object({ invitationId: z.guid() });

/** Makes the code and mails it. When the mail fails, the queue tries again with another code. */
export async function sendInvitation(payload: unknown): Promise<void> {
  const { invitationId } = payloadSchema.parse(payload);
  const issued = await issueInvitation(invitationId);
  if (!issued) return;
  await sendMail(invitationMail(issued));
  await markInvitationSent(invitationId);
}
