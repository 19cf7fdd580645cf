import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { Evidence, Tier } from "@/lib/domain/red-flags/rule";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import { alertResponseSchema, type AlertResponseInput, type StoredAlertResponse } from "@/lib/schemas/alert-response";
import { fieldErrors } from "@/lib/schemas/fields";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay } from "@/lib/server/days";
import { env } from "@/lib/server/env";
import type { Alert as Row } from "@/lib/server/generated/client";

export type AlertRecord = {
  checkInId: string;
  /** the revision that raised it */
  revision: number;
  ruleId: string;
  ruleVersion: number;
  tier: Tier;
  evidence: Evidence[];
  foundBy: "device" | "server" | "both";
  raisedAt: Date;
  shownAt: Date | null;
  response: AlertResponse | null;
  respondedAt: Date | null;
  respondedBy: "owner" | "caregiver" | null;
  /** the revision of its entry that stands; null where the entry was removed */
  newestRevision: number | null;
  /** set when the entry was deleted for good: the evidence is empty then */
  entryDeletedAt: Date | null;
};

/**
 * Alerts raised between two days (of `raisedAt` in UTC), both included, oldest first; those of corrected check-ins too. None in a
 * plain diary, also where some were stored before the rules were switched off. Those of a removed entry are the owner's alone.
 */
export function listAlerts(viewer: Viewer, { diaryId, from, to }: { diaryId: string; from: CalendarDay; to: CalendarDay }): Promise<AlertRecord[]> {
  return openDiary(viewer, diaryId, "alerts:read", async (scope) => {
    if (!env().DAYMARK_ALERTS) return [];
    const first = scope.historyFrom && scope.historyFrom > from ? scope.historyFrom : from;
    const rows = await scope.db.alert.findMany({
      where: { diaryId: scope.diaryId, raisedAt: { gte: fromDay(first), lt: fromDay(addDays(to, 1)) } },
      orderBy: [{ raisedAt: "asc" }, { checkInId: "asc" }, { ruleId: "asc" }],
    });
    return toRecords(scope, rows);
  });
}

/**
 * The alerts of some entries, in all their versions, and those that were raised between two days (both included, in UTC) by entries that
 * are deleted for good; oldest first. Owner only.
 */
export function listHistoryAlerts(viewer: Viewer, { diaryId, ids, from, to }: { diaryId: string; ids: string[]; from: CalendarDay; to: CalendarDay }): Promise<AlertRecord[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    if (!env().DAYMARK_ALERTS) return [];
    const ofDeleted = { entryDeletedAt: { not: null }, raisedAt: { gte: fromDay(from), lt: fromDay(addDays(to, 1)) } };
    const rows = await scope.db.alert.findMany({
      where: { diaryId: scope.diaryId, OR: [{ checkInId: { in: ids } }, ofDeleted] }, orderBy: [{ raisedAt: "asc" }, { checkInId: "asc" }, { ruleId: "asc" }],
    });
    return toRecords(scope, rows);
  });
}

/** With the revision of each entry that stands. Those of a removed entry are the owner's alone. */
async function toRecords(scope: DiaryScope, rows: readonly Row[]): Promise<AlertRecord[]> {
  const ids = [...new Set(rows.map(({ checkInId }) => checkInId))];
  const standing = await scope.db.$queryRaw<{ check_in_id: string; revision: number }[]>`
    select check_in_id, revision from daymark_standing_revisions(${scope.diaryId}::uuid, ${ids}::uuid[])`;
  const newest = new Map(standing.map(({ check_in_id, revision }) => [check_in_id, revision]));
  return rows.filter(({ checkInId }) => scope.role === "owner" || newest.has(checkInId)).map((row) => ({
    checkInId: row.checkInId, revision: row.checkInRevision, ruleId: row.ruleId, ruleVersion: row.ruleVersion,
    tier: row.tier as Tier, evidence: row.evidence as Evidence[], foundBy: row.foundBy as AlertRecord["foundBy"],
    raisedAt: row.raisedAt, shownAt: row.shownAt, response: row.response as AlertResponse | null, respondedAt: row.respondedAt,
    respondedBy: row.respondedById ? (row.respondedById === scope.ownerId ? "owner" : "caregiver") : null,
    newestRevision: newest.get(row.checkInId) ?? null, entryDeletedAt: row.entryDeletedAt,
  }));
}

/**
 * Stores when alerts were shown and what the person did. Each item is judged alone, in the order sent. The first `shownAt` stays;
 * of two answers to one alert the later `respondedAt` stays, so sending again, or late, changes nothing.
 * The owner, or a caregiver who may log.
 */
export function respondToAlerts(viewer: Viewer, diaryId: string, items: readonly unknown[]): Promise<StoredAlertResponse[]> {
  return openDiary(viewer, diaryId, "check-ins:write", async (scope) => {
    const results: StoredAlertResponse[] = [];
    for (const item of items) {
      const parsed = alertResponseSchema.safeParse(item);
      results.push(parsed.success ? await storeResponse(scope, parsed.data) : { status: "invalid", fields: fieldErrors(parsed.error) });
    }
    return results;
  }, { writes: "alerts:write" });
}

async function storeResponse(scope: DiaryScope, item: AlertResponseInput): Promise<StoredAlertResponse> {
  const shownAt = item.shownAt ?? null;
  const respondedAt = item.respondedAt ?? null;
  const changed = await scope.db.$executeRaw`
    update alerts set
      shown_at = least(shown_at, ${shownAt}::timestamptz),
      response = case when ${respondedAt}::timestamptz >= coalesce(responded_at, '-infinity') then ${item.response ?? null} else response end,
      responded_by_id = case when ${respondedAt}::timestamptz >= coalesce(responded_at, '-infinity') then ${scope.viewer.userId}::uuid else responded_by_id end,
      responded_at = greatest(responded_at, ${respondedAt}::timestamptz)
    where diary_id = ${scope.diaryId}::uuid and check_in_id = ${item.checkInId}::uuid
      and check_in_revision = ${item.revision}::smallint and rule_id = ${item.ruleId}`;
  return { status: changed === 0 ? "not-found" : "stored" };
}
