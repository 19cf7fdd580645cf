import "server-only";
import { z } from "zod";
import { findUnsentNotice, markNoticeSent, type Notice } from "@/lib/server/data/account-notices";
import { findUndo } from "@/lib/server/data/email-changes";
import { accountNoticeMail } from "@/lib/server/mail/account-notice";
import { sendMail } from "@/lib/server/mail/send";

const payloadSchema = z.object({ noticeId: z.guid() });

/** Mails what happened to an account. When the mail fails, the queue tries again with the same words. */
export async function sendAccountNotice(payload: unknown): Promise<void> {
  const { noticeId } = payloadSchema.parse(payload);
  const notice = await findUnsentNotice(noticeId);
  if (!notice) return;
  await mailNotice(notice);
  await markNoticeSent(noticeId);
}

/** A change of address that was undone meanwhile, or can't be any more, is not told, nor a wish to delete that was taken back: the mail would say what is not so. */
export async function mailNotice(notice: Notice): Promise<void> {
  const undo = notice.changeId ? await findUndo(notice.changeId) : null;
  if ((notice.kind === "email-changed" && !undo) || (notice.kind === "account-leaving" && !notice.until)) return;
  await sendMail(accountNoticeMail({ ...notice, undo }));
}
