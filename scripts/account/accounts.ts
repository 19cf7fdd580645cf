import type { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { DAY_MS } from "@/lib/domain/time";
import { RefusedError } from "@/scripts/account/words";

/** What the operator sees of an account. Nothing of a diary but whether there is one. */
export type Account = {
  email: string;
  createdAt: Date;
  /** null when it was never used, or not since its last session was forgotten */
  lastUsedAt: Date | null;
  disabledAt: Date | null;
  /** from when on the account is deleted, as its owner asked; null when they did not */
  deleteAfter: Date | null;
  hasDiary: boolean;
  /** the mailed code, each passkey, and recovery codes while some are left */
  waysIn: number;
};

type Action = "account:list" | "account:disable" | "account:enable" | "account:end-sessions";

const SHOWN = 200;
const INVITED_MS = 7 * DAY_MS;

/** Runs `work` in one transaction: what it does and its trace in the access logs stand or fall together. */
async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // the connection may be gone: then nothing was done either
    throw error;
  }
}

/**
 * Leaves a trace in the people's own diaries and in those that are shared with them at this moment, where it names the grant.
 * One event a diary and grant, however many accounts were looked at.
 */
async function leaveTrace(client: Client, userIds: readonly string[], action: Action): Promise<void> {
  const { rows } = await client.query<{ diary_id: string; grant_id: string | null }>(`
    select diary_id, null::uuid as grant_id from diaries where owner_id = any($1)
    union all
    select diary_id, grant_id from grants where grantee_id = any($1) and expires_at > now() and (revoked_at is null or revoked_at > now())`, [userIds]);
  await client.query(`
    insert into access_events (diary_id, event_id, actor_id, role, action, grant_id, at)
    select e.diary_id, e.event_id, null, 'operator', $4, e.grant_id, now() from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as e(diary_id, event_id, grant_id)`,
  [rows.map((row) => row.diary_id), rows.map(() => uuidv7()), rows.map((row) => row.grant_id), action]);
}

/** Accounts whose address holds every word, by address; the first 200, and how many there are in all. */
export function listAccounts(client: Client, words: readonly string[]): Promise<{ accounts: Account[]; total: number }> {
  return inTransaction(client, async () => {
    const { rows } = await client.query<Account & { id: string; total: number }>(`
      select u.id, u.email, u.created_at as "createdAt", u.disabled_at as "disabledAt", u.delete_after as "deleteAfter",
        greatest((select max(s.last_used_at) from sessions s where s.user_id = u.id), (select max(k.last_seen_at) from known_devices k where k.user_id = u.id)) as "lastUsedAt",
        exists (select from diaries d where d.owner_id = u.id) as "hasDiary",
        1 + (select count(*) from passkeys p where p.user_id = u.id)::int
          + (exists (select from recovery_codes r where r.user_id = u.id and r.used_at is null))::int as "waysIn",
        count(*) over ()::int as total
      from users u where not exists (select from unnest($1::text[]) as word where position(word in u.email) = 0)
      order by u.email limit $2`, [words, SHOWN]);
    await leaveTrace(client, rows.map(({ id }) => id), "account:list");
    return { accounts: rows.map(({ id: _id, total: _total, ...account }) => account), total: rows[0]?.total ?? 0 };
  });
}

/** Closes an account: nobody gets in with it, and its sessions end at once. */
export const disableAccount = (client: Client, email: string): Promise<{ ended: number }> => changeAccount(client, email, "account:disable", async (userId) => {
  await client.query("update users set disabled_at = coalesce(disabled_at, now()) where id = $1", [userId]);
  return { ended: await endSessions(client, userId) };
});

/** Opens a closed account again. Its sessions stay ended. */
export const enableAccount = (client: Client, email: string): Promise<{ wasDisabled: boolean }> => changeAccount(client, email, "account:enable", async (userId) => {
  const { rowCount } = await client.query("update users set disabled_at = null where id = $1 and disabled_at is not null", [userId]);
  return { wasDisabled: rowCount === 1 };
});

/** Signs an account out on every device. */
export const endAllSessions = (client: Client, email: string): Promise<{ ended: number }> => changeAccount(client, email, "account:end-sessions", async (userId) => (
  { ended: await endSessions(client, userId) }
));

/** Someone half way through signing in must not finish it. */
async function endSessions(client: Client, userId: string): Promise<number> {
  await client.query("delete from sign_in_attempts a using users u where u.id = $1 and (a.user_id = u.id or a.email = u.email)", [userId]);
  const { rowCount } = await client.query("delete from sessions where user_id = $1", [userId]);
  return rowCount ?? 0;
}

async function changeAccount<T>(client: Client, email: string, action: Action, change: (userId: string) => Promise<T>): Promise<T> {
  return inTransaction(client, async () => {
    const { rows: [user] } = await client.query<{ id: string }>("select id from users where email = $1 for update", [email]);
    if (!user) throw new RefusedError(`No account has the address ${email}.`);
    const result = await change(user.id);
    await leaveTrace(client, [user.id], action);
    return result;
  });
}

/** Queues an invitation; the worker makes its code and mails it. An earlier one for the same address no longer works. */
export function inviteAddress(client: Client, email: string): Promise<{ until: Date }> {
  return inTransaction(client, async () => {
    const { rows: [user] } = await client.query("select from users where email = $1", [email]);
    if (user) throw new RefusedError(`${email} has an account already.`);
    const now = new Date();
    const invitation = { id: uuidv7(), until: new Date(now.getTime() + INVITED_MS) };
    await client.query("delete from sign_up_invitations where email = $1 and used_at is null", [email]);
    await client.query("insert into sign_up_invitations (id, email, created_at, expires_at) values ($1, $2, $3, $4)", [invitation.id, email, now, invitation.until]);
    await client.query("select daymark_add_job('send-invitation', $1::json)", [JSON.stringify({ invitationId: invitation.id })]);
    return { until: invitation.until };
  });
}
