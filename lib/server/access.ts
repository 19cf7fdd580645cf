import "server-only";
import { v7 as uuidv7 } from "uuid";
import { decideAccess, type Grant, type Need, type Role, type Scope } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { db, type Transaction } from "@/lib/server/db";
import { NotFoundError } from "@/lib/server/errors";

declare const opened: unique symbol;

/** Proof that the gate was passed: queries that need a scope can only be written behind it. */
export type DiaryScope = {
  readonly [opened]: true;
  /** the transaction in which row-level security knows the viewer */
  db: Transaction;
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

export type AccessEventRow = { id: string; actorId: string; role: Role; action: string; grantId: string | null; at: Date };

type OpenOptions = {
  /** names a change, for the access log; without it the work only reads */
  writes?: `${string}:write`;
};

type Opened = { ownerId: string; grants: (Omit<Grant, "expiresAt" | "revokedAt"> & { expiresAt: string; revokedAt: string | null })[] };

const TRANSACTION = { maxWait: 5_000, timeout: 15_000 };

/**
 * The one gate to a diary. Opens a transaction in which row-level security knows the viewer, loads the viewer's grants, asks
 * the policy, and runs `work` with a scope. What others than the owner read, and every change, is written to the access log in
 * the same transaction; the owner's own reads are not.
 * @throws NotFoundError for every refusal: no diary, no grant, expired, revoked, scope missing.
 */
export async function openDiary<T>(
  viewer: Viewer, diaryId: string, need: Need, work: (scope: DiaryScope) => Promise<T>, { writes }: OpenOptions = {},
): Promise<T> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ opened: Opened | null }[]>`
      select daymark_open(${viewer.userId}::uuid, ${diaryId}::uuid) as opened`;
    const now = new Date();
    if (!row?.opened) throw new NotFoundError();
    const { ownerId, grants } = row.opened;
    const access = decideAccess({
      isOwner: ownerId === viewer.userId,
      grants: grants.map((grant) => ({ ...grant, expiresAt: new Date(grant.expiresAt), revokedAt: grant.revokedAt ? new Date(grant.revokedAt) : null })),
      need, now, hasSecondFactor: hasSecondFactor(viewer),
    });
    if (access.kind === "refused") throw new NotFoundError();
    let event: AccessEventRow | null = access.role === "owner" && !writes ? null
      : { id: uuidv7(), actorId: viewer.userId, role: access.role, action: writes ?? need, grantId: access.grant?.id ?? null, at: now };
    const takeEvent = () => {
      const taken = event;
      event = null;
      return taken;
    };
    const scope = {
      db: tx, diaryId, ownerId, viewer, role: access.role, historyFrom: access.grant?.historyFrom ?? null,
      may: (wanted: Scope) => access.scopes.includes(wanted), takeEvent,
    } as DiaryScope;
    const result = await work(scope);
    const due = takeEvent();
    if (due) await tx.accessEvent.createMany({ data: [{ diaryId, ...due }] });
    return result;
  }, TRANSACTION);
}

/**
 * A transaction in which row-level security knows the viewer but no diary was opened: for finding one's own diary, or the list
 * of those shared with one. It shows what the policies show, so a caller asks for names here and opens a diary for its content.
 */
export async function asViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('daymark.viewer_id', ${viewer.userId}, true), set_config('daymark.viewer_kind', 'user', true)`;
    return work(tx);
  }, TRANSACTION);
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

/** Second factors come with the account pages; until then only the demo clinician counts as having one. */
export const hasSecondFactor = (viewer: Viewer): boolean => viewer.demoRole === "clinician";
