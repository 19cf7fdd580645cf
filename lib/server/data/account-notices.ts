import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/lib/server/db";

export type NoticeKind =
  | "passkey-added" | "passkey-removed" | "totp-added" | "totp-removed" | "recovery-codes-made" | "recovery-code-used"
  | "new-device" | "email-changed" | "email-undone" | "signed-out-everywhere";

export type NewNotice = {
  userId: string;
  /** to whom; of a changed address the old one */
  email: string;
  kind: NoticeKind;
  /** coarse facts for the text, such as the device; never health data */
  details?: Record<string, string>;
};

/** Queues a mail about the account, in the transaction of what it tells: it is sent exactly when that happened. */
export async function queueNotice(tx: Transaction, { userId, email, kind, details = {} }: NewNotice): Promise<void> {
  const id = uuidv7();
  await tx.accountNotice.createMany({ data: [{ id, userId, email, kind, details, createdAt: new Date() }] });
  await tx.$queryRaw`select daymark_add_job('send-account-notice', ${JSON.stringify({ noticeId: id })}::json) as added`;
}
