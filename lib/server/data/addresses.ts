import "server-only";
import { db } from "@/lib/server/db";

/** Whether a person may change to an address: it belongs to nobody else, and is not kept for someone who can still undo a change. */
export async function isAddressFree(email: string, sessionId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ free: boolean }[]>`
    select not exists (select from users where email = ${email})
      and not exists (select from email_changes c where c.old_email = ${email} and c.undone_at is null and c.undo_until > now()
        and c.user_id is distinct from (select s.user_id from sessions s where s.id = ${sessionId}::uuid)) as free`;
  return row?.free ?? false;
}

/** The change that an address was left by, while it can be undone: the address is then kept for its account. The newest, when there are more. */
export async function findReservation(email: string): Promise<{ changeId: string; at: Date } | null> {
  const change = await db().emailChange.findFirst({
    where: { oldEmail: email, undoneAt: null, undoUntil: { gt: new Date() } }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { id: true, createdAt: true },
  });
  return change && { changeId: change.id, at: change.createdAt };
}
