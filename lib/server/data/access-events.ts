import "server-only";
import type { Role } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { openDiary } from "@/lib/server/access";

export type AccessEventRecord = {
  id: string;
  /** null when the account is gone, or for the system itself */
  actorName: string | null;
  isYou: boolean;
  role: Role | "operator";
  /** for the operator, whose account it was, when that is someone who could see the diary (no name when they are gone); null for the owner's own */
  accountOf: { name: string | null } | null;
  /** a scope ("check-ins:read"), a change ("medicines:write"), or what the operator did ("account:disable") */
  action: string;
  at: Date;
};

/** Who looked and who changed what, newest first, at most `limit` (100 unless told). Owner only. */
export function listAccessEvents(viewer: Viewer, diaryId: string, { limit = 100 }: { limit?: number } = {}): Promise<AccessEventRecord[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const rows = await scope.db.accessEvent.findMany({ where: { diaryId: scope.diaryId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
    const actorIds = [...new Set(rows.flatMap((row) => row.actorId ?? []))];
    const actors = await scope.db.user.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } });
    const names = new Map(actors.map((actor) => [actor.id, actor.name]));
    const grantIds = [...new Set(rows.flatMap((row) => (row.role === "operator" && row.grantId) || []))];
    const grants = await scope.db.grant.findMany({
      where: { diaryId: scope.diaryId, id: { in: grantIds } }, select: { id: true, grantee: { select: { name: true, email: true } } },
    });
    const grantees = new Map(grants.map(({ id, grantee }) => [id, grantee.name ?? grantee.email]));
    return rows.map((row) => ({
      id: row.id, actorName: (row.actorId && names.get(row.actorId)) ?? null, isYou: row.actorId === viewer.userId,
      role: row.role as AccessEventRecord["role"], accountOf: row.role === "operator" && row.grantId ? { name: grantees.get(row.grantId) ?? null } : null, action: row.action, at: row.at,
    }));
  });
}
