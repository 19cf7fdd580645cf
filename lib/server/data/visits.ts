import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { Visit } from "@/lib/domain/visits/visit";
import type { VisitInput } from "@/lib/schemas/visit";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay, toDay } from "@/lib/server/days";
import { ConflictError } from "@/lib/server/errors";
import type { Visit as Row } from "@/lib/server/generated/client";

/** `updatedAt` goes along with the next change, which is refused when another one came between. */
export type VisitRecord = Visit & { updatedAt: string };

/** All visits, the earliest day first. With a limited grant those from its first day on. */
export function listVisits(viewer: Viewer, diaryId: string): Promise<VisitRecord[]> {
  return openDiary(viewer, diaryId, "summary:read", async (scope) => {
    const rows = await scope.db.visit.findMany({ where: visibleIn(scope), orderBy: [{ day: "asc" }, { time: { sort: "asc", nulls: "last" } }, { id: "asc" }] });
    return rows.map(toVisit);
  });
}

/** One visit; null when there is none, it was removed, or a grant does not reach back to it. */
export function findVisit(viewer: Viewer, diaryId: string, id: string): Promise<VisitRecord | null> {
  return openDiary(viewer, diaryId, "summary:read", async (scope) => {
    const row = await scope.db.visit.findFirst({ where: { AND: [visibleIn(scope), { id }] } });
    return row && toVisit(row);
  });
}

/** The nearest visit of `today` or later; null when there is none. `nextVisit` of the domain says the same of a whole list. */
export function findNextVisit(viewer: Viewer, diaryId: string, today: CalendarDay): Promise<VisitRecord | null> {
  return openDiary(viewer, diaryId, "summary:read", async (scope) => {
    const row = await scope.db.visit.findFirst({
      where: { AND: [visibleIn(scope), { day: { gte: fromDay(today) } }] }, orderBy: [{ day: "asc" }, { time: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    });
    return row && toVisit(row);
  });
}

/**
 * Makes a visit or changes it. Owner only. Sending the same again changes nothing and answers as before.
 * @throws ConflictError when it was changed since `updatedAt`, or removed: what was removed never comes back by a late change.
 */
export function putVisit(viewer: Viewer, diaryId: string, input: VisitInput): Promise<VisitRecord> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const key = { diaryId: scope.diaryId, id: input.id };
    const now = new Date();
    const data = {
      day: fromDay(input.day), time: input.time ?? null, withWhom: input.withWhom || null, questions: input.questions,
      mainConcern: input.mainConcern || null, agreed: input.agreed || null,
    };
    if (!input.updatedAt) {
      const { count } = await scope.db.visit.createMany({ data: [{ ...key, ...data, createdAt: now, updatedAt: now }], skipDuplicates: true });
      if (count === 1) return getVisit(scope, input.id);
    } else {
      const { count } = await scope.db.visit.updateMany({ where: { ...key, removedAt: null, updatedAt: new Date(input.updatedAt) }, data: { ...data, updatedAt: now } });
      if (count === 1) return getVisit(scope, input.id);
    }
    const stored = await scope.db.visit.findFirst({ where: { ...key, removedAt: null } });
    if (!stored || !holds(stored, data)) throw new ConflictError();
    return toVisit(stored); // sent before, and nothing came between
  }, { writes: "visits:write" });
}

/** Removes a visit with all that was noted of it; its id stays, so that a late change does not bring it back. Owner only. Removing twice is harmless. */
export function removeVisit(viewer: Viewer, diaryId: string, id: string): Promise<void> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const now = new Date();
    await scope.db.visit.updateMany({
      where: { diaryId: scope.diaryId, id, removedAt: null },
      data: { removedAt: now, updatedAt: now, time: null, withWhom: null, questions: [], mainConcern: null, agreed: null },
    });
  }, { writes: "visits:write" });
}

/** Every query of what is shown starts here: whose diary, how far back a grant goes, and nothing that was removed. */
const visibleIn = (scope: DiaryScope) => ({ diaryId: scope.diaryId, removedAt: null, ...(scope.historyFrom && { day: { gte: fromDay(scope.historyFrom) } }) });

const getVisit = async (scope: DiaryScope, id: string) => toVisit(await scope.db.visit.findUniqueOrThrow({ where: { diaryId_id: { diaryId: scope.diaryId, id } } }));

type Content = Pick<Row, "day" | "time" | "withWhom" | "questions" | "mainConcern" | "agreed">;

const contentOf = ({ day, time, withWhom, questions, mainConcern, agreed }: Content) => JSON.stringify([toDay(day), time, withWhom, questions, mainConcern, agreed]);
const holds = (stored: Content, sent: Content): boolean => contentOf(stored) === contentOf(sent);

function toVisit({ id, day, time, withWhom, questions, mainConcern, agreed, updatedAt }: Row): VisitRecord {
  return { id, day: toDay(day), time, withWhom, questions, mainConcern, agreed, updatedAt: updatedAt.toISOString() };
}
