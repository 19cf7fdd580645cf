import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS } from "@/lib/domain/time";
import { db, type Transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";

export type NoticeKind =
  | "passkey-added" | "passkey-removed" | "totp-added" | "totp-removed" | "recovery-codes-made" | "recovery-code-used"
  | "new-device" | "email-changed" | "email-undone" | "signed-out-everywhere" | "consent-withdrawn" | "account-leaving";

export type NewNotice = {
  userId: string;
  /** to whom; of a changed address the old one */
  email: string;
  kind: NoticeKind;
  /** coarse facts for the text, such as the device; never health data */
  details?: Record<string, string>;
  /** whose session did it: its device and place go into the text */
  by?: Pick<Viewer, "sessionId">;
};

/** Queues a mail about the account, in the transaction of what it tells: it is sent exactly when that happened. */
export async function queueNotice(tx: Transaction, { userId, email, kind, details = {}, by }: NewNotice): Promise<void> {
  const id = uuidv7();
  const session = by && await tx.session.findUnique({ where: { id: by.sessionId }, select: { device: true, place: true } });
  const from = { ...(session?.device && { device: session.device }), ...(session?.place && { place: session.place }) };
  await tx.accountNotice.createMany({ data: [{ id, userId, email, kind, details: { ...from, ...details }, createdAt: new Date() }] });
  await tx.$queryRaw`select daymark_add_job('send-account-notice', ${JSON.stringify({ noticeId: id })}::json) as added`;
}

export type Notice = {
  kind: NoticeKind;
  email: string;
  at: Date;
  /** coarse, like "Chrome on Android"; null when the browser did not tell */
  device: string | null;
  /** the zone of that device's clock; null when the browser did not tell */
  place: string | null;
  /** which change of an address it tells of, when it does */
  changeId: string | null;
  /** from when on the account cannot come back; null when it is not about to be deleted, or any more */
  until: Date | null;
};

/** A notice that waits to be mailed; null when it was sent, or is gone with its account. */
export async function findUnsentNotice(id: string): Promise<Notice | null> {
  const row = await db().accountNotice.findUnique({ where: { id } });
  if (!row || row.sentAt) return null;
  const { device = null, place = null, changeId = null } = row.details as Record<string, string | undefined>;
  const leaver = row.kind === "account-leaving" && row.userId ? await db().user.findUnique({ where: { id: row.userId }, select: { deleteAfter: true } }) : null;
  return { kind: row.kind as NoticeKind, email: row.email, at: row.createdAt, device, place, changeId, until: leaver?.deleteAfter ?? null };
}

/** Notes that the mail left. */
export async function markNoticeSent(id: string): Promise<void> {
  await db().accountNotice.updateMany({ where: { id }, data: { sentAt: new Date() } });
}

/** Forgets notices that are older than the operator keeps mails: one that could not be sent by then is of no use any more. */
export async function clearNotices(): Promise<void> {
  await db().accountNotice.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - env().DAYMARK_KEEP_MAIL_DAYS * DAY_MS) } } });
}
