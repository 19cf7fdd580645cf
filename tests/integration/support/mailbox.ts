import { listLocalMails } from "@/lib/server/data/local-mails";
import { sendAccountNotice } from "@/lib/server/jobs/send-account-notice";
import { withOwner } from "@/tests/integration/support/people";

export type ReadMail = { to: string; subject: string; text: string };

/** The mails to an address, newest first. */
export const mailsTo = async (email: string): Promise<ReadMail[]> => (await listLocalMails()).filter(({ to }) => to === email);

/** The notices about an account that wait to be mailed, oldest first. */
export const waitingNotices = (userId: string): Promise<{ id: string; kind: string; email: string }[]> => withOwner(async (client) =>
  (await client.query<{ id: string; kind: string; email: string }>("select id, kind, email from account_notices where user_id = $1 and sent_at is null order by created_at, id", [userId])).rows);

/** Mails them as the worker does. */
export async function mailNotices(userId: string): Promise<void> {
  for (const { id } of await waitingNotices(userId)) await sendAccountNotice({ noticeId: id });
}

/** The code to type, and the one in the link behind "#". */
export function codesIn(text: string): { typed: string; linked: string } {
  return { typed: /^([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/m.exec(text)?.[1] ?? "", linked: /#([0-9A-Z-]+)$/m.exec(text)?.[1] ?? "" };
}
