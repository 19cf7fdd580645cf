import "server-only";
import { v7 as uuidv7 } from "uuid";
import { decideAccess, type Grant, type Need, type Role, type Scope } from "@/lib/domain/sharing/policy";
import type { Asker, Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { noteUse } from "@/lib/server/data/sessions";
import { db, pool, type Transaction } from "@/lib/server/db";
import { NotFoundError, OtherAccountError, SessionEndedError } from "@/lib/server/errors";

declare const opened: unique symbol;

type Gate = {
  readonly [opened]: true;
  diaryId: string;
  ownerId: string;
  viewer: Viewer;
  role: Role;
  /** the first day a grant opens; null for the whole diary */
  historyFrom: CalendarDay | null;
  may: (scope: Scope) => boolean;
  /** Hands the access event over to a work that stores it in a statement of its own. Null when none is due. */
  takeEvent: () => AccessEventRow | null;
};

/** Proof that the gate was passed: queries that need a scope can only be written behind it. `db` is the transaction in which row-level security knows the viewer. */
export type DiaryScope = Gate & { db: Transaction };

/** A statement that the server prepares once; `name` must be its own. */
export type Statement = { name: string; text: string; values: unknown[] };
type Run = <Row>(statement: Statement) => Promise<Row[]>;

/** The same proof for the one path that is counted in round trips: plain statements, each a transaction of its own. */
export type StatementScope = Gate & { run: Run };

export type AccessEventRow = { id: string; actorId: string; role: Role; action: string; grantId: string | null; at: Date };

type OpenOptions = {
  /** names a change, for the access log; without it the work only reads */
  writes?: `${string}:write`;
  /** for a work that takes longer than a page may: a whole file */
  timeoutMs?: number;
};

type Opened = { ownerId: string; grants: (Omit<Grant, "expiresAt" | "revokedAt"> & { expiresAt: string; revokedAt: string | null })[] };

/** as `daymark_open_session` returns it */
type FoundSession = Omit<Viewer, "sessionId"> & { lastUsedAt: number; opened: Opened | null };

const TRANSACTION = { maxWait: 5_000, timeout: 15_000 };

/**
 * The one gate to a diary. Opens a transaction in which row-level security knows the viewer, loads the viewer's grants, asks
 * the policy, and runs `work` with a scope. What others than the owner read, and every change, is written to the access log in
 * the same transaction; the owner's own reads are not.
 * @throws NotFoundError for every refusal: no diary, no grant, expired, revoked, scope missing.
 */
export async function openDiary<T>(
  viewer: Viewer, diaryId: string, need: Need, work: (scope: DiaryScope) => Promise<T>, { writes, timeoutMs }: OpenOptions = {},
): Promise<T> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ opened: Opened | null }[]>`
      select daymark_open(${viewer.userId}::uuid, ${diaryId}::uuid) as opened`;
    const gate = pass(viewer, diaryId, need, row?.opened ?? null, writes);
    const result = await work({ ...gate, db: tx });
    const due = gate.takeEvent();
    if (due) await tx.accessEvent.createMany({ data: [{ diaryId, ...due }] });
    return result;
  }, timeoutMs ? { ...TRANSACTION, timeout: timeoutMs } : TRANSACTION);
}

/**
 * The same gate for storing check-ins, where each round trip counts: the session, the grants and `first`, a statement of one value,
 * are read together, and the value is given to `work` only when the policy agrees. What `work` changes must be one statement, which
 * is then one transaction without a begin and a commit of its own; it names the viewer again, so that row-level security asks the
 * grants of its own moment, and it stores the access event, which `work` must take.
 * @throws SessionEndedError when the session is no more, NotFoundError as `openDiary` does.
 */
export async function openDiaryWith<Input, T>(
  { sessionId, meantFor }: Asker, diaryId: string, need: Need, writes: NonNullable<OpenOptions["writes"]>, first: Statement,
  work: (scope: StatementScope, input: Input) => Promise<T>,
): Promise<T> {
  const run: Run = async <Row>(statement: Statement) => (await pool().query(statement)).rows as Row[];
  const [row] = await run<{ found: FoundSession | null; input: Input }>({
    name: `daymark-open-${first.name}`,
    text: `select daymark_open_session($1, $2) as found, (${first.text}) as input`,
    values: [sessionId, diaryId, ...first.values],
  });
  if (!row?.found) throw new SessionEndedError();
  const { opened: found, lastUsedAt, ...person } = row.found;
  if (meantFor && meantFor !== person.userId) throw new OtherAccountError();
  await noteUse(sessionId, lastUsedAt, person.isShared);
  const gate = pass({ ...person, sessionId }, diaryId, need, found, writes);
  const result = await work({ ...gate, run }, row.input);
  if (gate.takeEvent()) throw new Error("A change left no trace in the access log");
  return result;
}

/**
 * The same gate for a page that its owner alone reads: gate and content in one statement, which is its own transaction. `content` is a
 * statement of one value, of which row-level security shows no more than the viewer may see; it is given out only when the policy
 * agrees. $1 is the viewer and $2 the diary.
 * @throws NotFoundError as `openDiary` does.
 */
export async function readOwnDiary<Content>(viewer: Viewer, diaryId: string, content: Statement): Promise<Content> {
  const { rows: [row] } = await pool().query<{ opened: Opened | null; content: Content }>({
    name: `daymark-own-${content.name}`,
    text: `select daymark_open($1, $2) as opened, (${content.text}) as content`,
    values: [viewer.userId, diaryId, ...content.values],
  });
  pass(viewer, diaryId, "owner", row?.opened ?? null, undefined);
  return row?.content as Content;
}

/** Asks the policy and makes the scope. */
function pass(viewer: Viewer, diaryId: string, need: Need, found: Opened | null, writes: OpenOptions["writes"]): Gate {
  if (!found) throw new NotFoundError();
  const now = new Date();
  const access = decideAccess({
    isOwner: found.ownerId === viewer.userId,
    grants: found.grants.map((grant) => ({ ...grant, expiresAt: new Date(grant.expiresAt), revokedAt: grant.revokedAt ? new Date(grant.revokedAt) : null })),
    need, now, hasSecondFactor: viewer.hasSecondFactor,
  });
  if (access.kind === "refused") throw new NotFoundError();
  let event: AccessEventRow | null = access.role === "owner" && !writes ? null
    : { id: uuidv7(), actorId: viewer.userId, role: access.role, action: writes ?? need, grantId: access.grant?.id ?? null, at: now };
  const takeEvent = () => {
    const taken = event;
    event = null;
    return taken;
  };
  return {
    diaryId, ownerId: found.ownerId, viewer, role: access.role, historyFrom: access.grant?.historyFrom ?? null,
    may: (wanted: Scope) => access.scopes.includes(wanted), takeEvent,
  } as Gate;
}

/**
 * A transaction in which row-level security knows the viewer but no diary was opened: for finding one's own diary, or the list
 * of those shared with one. It shows what the policies show, so a caller asks for names here and opens a diary for its content.
 */
export async function asViewer<T>(viewer: Pick<Viewer, "userId">, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('daymark.viewer_id', ${viewer.userId}, true), set_config('daymark.viewer_kind', 'user', true)`;
    return work(tx);
  }, TRANSACTION);
}

/** One value, read in one statement as `asViewer` reads: for what every page asks. $1 is the viewer. */
export async function readAsViewer<Value>(viewer: Viewer, { name, text, values }: Statement): Promise<Value | null> {
  const { rows: [row] } = await pool().query<{ value: Value | null }>({
    name: `daymark-viewer-${name}`,
    text: `select set_config('daymark.viewer_id', $1, true), set_config('daymark.viewer_kind', 'user', true), (${text}) as value`,
    values: [viewer.userId, ...values],
  });
  return row?.value ?? null;
}

/**
 * The worker's door: a viewer of its own kind, for one diary, with policies for what the jobs need and no more.
 */
export async function asWorker<T>(diaryId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('daymark.viewer_kind', 'worker', true), set_config('daymark.worker_diary_id', ${diaryId}, true)`;
    return work(tx);
  }, TRANSACTION);
}
