import "server-only";
import type { Role } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { openDiary } from "@/lib/server/access";

export type AccessEventRecord = {
  id: string;
  /** null when the account is gone, or for the system itself */
  actorName: string | null;
  isYou: boolean;
  role: Role;
  /** a scope ("check-ins:read") or a change ("medicines:write") */
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
    return rows.map((row) => ({
      id: row.id, actorName: (row.actorId && names.get(row.actorId)) ?? null, isYou: row.actorId === viewer.userId,
      role: row.role as Role, action: row.action, at: row.at,
    }));
  });
}
