import "server-only";
import type { GrantRole, Scope } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import { openDiary } from "@/lib/server/access";
import { toDayOrNull } from "@/lib/server/days";
import { NotFoundError } from "@/lib/server/errors";

export type GrantRecord = {
  id: string;
  granteeName: string | null;
  granteeEmail: string;
  role: GrantRole;
  scopes: Scope[];
  historyFrom: CalendarDay | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  /** when this grant was last used to look at something; null when never */
  lastLookedAt: Date | null;
};

/** Every grant ever given, newest first, ended ones too. Owner only. */
export function listGrants(viewer: Viewer, diaryId: string): Promise<GrantRecord[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const [rows, looks] = [
      await scope.db.grant.findMany({
        where: { diaryId: scope.diaryId }, include: { grantee: { select: { name: true, email: true } } }, orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      }),
      await scope.db.accessEvent.groupBy({ by: ["grantId"], where: { diaryId: scope.diaryId, grantId: { not: null }, role: { not: "operator" } }, _max: { at: true } }),
    ];
    const lastLook = new Map(looks.map((look) => [look.grantId, look._max.at]));
    return rows.map((row) => ({
      id: row.id, granteeName: row.grantee.name, granteeEmail: row.grantee.email, role: row.role as GrantRole,
      scopes: row.scopes as Scope[], historyFrom: toDayOrNull(row.historyFrom), createdAt: row.createdAt,
      expiresAt: row.expiresAt, revokedAt: row.revokedAt, lastLookedAt: lastLook.get(row.id) ?? null,
    }));
  });
}

/**
 * Ends a grant at once; one that has ended stays as it is. Owner only.
 * @throws NotFoundError when this diary has no such grant.
 */
export function revokeGrant(viewer: Viewer, diaryId: string, grantId: string): Promise<void> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const key = { diaryId: scope.diaryId, id: grantId };
    if (!(await scope.db.grant.findUnique({ where: { diaryId_id: key }, select: { id: true } }))) throw new NotFoundError();
    await scope.db.grant.updateMany({ where: { ...key, revokedAt: null }, data: { revokedAt: new Date() } });
  }, { writes: "grants:write" });
}
