import "server-only";
import { isDeepStrictEqual } from "node:util";
import { meanOfRuns, type Measure, type MeasureContent } from "@/lib/domain/measures/measure";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { dayOf, MINUTE_MS, type CalendarDay } from "@/lib/domain/time";
import type { MeasureInput } from "@/lib/schemas/measure";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay, toDay } from "@/lib/server/days";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import type { Measure as Row } from "@/lib/server/generated/client";

/** A device's clock may be this far ahead. */
const AHEAD_MS = 15 * MINUTE_MS;

type MeasureQuery = { diaryId: string; from: CalendarDay; to: CalendarDay };

/**
 * Measures of days between two days, both included, oldest first, without removed ones. Own words about a walk that could not be finished
 * are left out unless the viewer may read notes.
 * @throws NotFoundError when the viewer may not read this diary: the same answer as when there is none.
 */
export function listMeasures(viewer: Viewer, { diaryId, from, to }: MeasureQuery): Promise<Measure[]> {
  return openDiary(viewer, diaryId, "check-ins:read", async (scope) => {
    const rows = await scope.db.measure.findMany({
      where: { AND: [visibleIn(scope), { day: { gte: fromDay(from), lte: fromDay(to) } }] },
      orderBy: [{ day: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => toMeasure(row, scope.may("notes:read")));
  });
}

/**
 * Stores a measure, or changes a result of the clinic. Owner only. Sending the same twice changes nothing, also after it was removed.
 * @throws ConflictError when it is stored with other content and was not changed from the stored version: a walk is never changed.
 * @throws InvalidError for a moment or a day in the future.
 */
export function putMeasure(viewer: Viewer, diaryId: string, input: MeasureInput): Promise<Measure> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const now = new Date();
    const content = contentOf(input);
    const [recordedAt, day] = [new Date(input.recordedAt), input.kind === "timed-walk" ? dayOf(new Date(input.recordedAt), input.timeZone) : input.day];
    const key = { diaryId: scope.diaryId, id: input.id };
    // The row is held until the end: of two that come at once the second sees what the first stored.
    await scope.db.$queryRaw`select 1 from measures where diary_id = ${key.diaryId}::uuid and measure_id = ${key.id}::uuid for update`;
    const stored = await scope.db.measure.findUnique({ where: { diaryId_id: key } });
    if (stored && isSame(stored, { ...content, day })) return toMeasure(stored, true);
    if (stored && !mayChange(stored, input)) throw new ConflictError();
    if (recordedAt.getTime() - now.getTime() > AHEAD_MS) throw new InvalidError({ recordedAt: "recordedAt.future" });
    if (day > dayOf(now, input.timeZone)) throw new InvalidError({ day: "day.future" });
    const data = { ...content, day: fromDay(day), recordedAt, timeZone: input.timeZone, enteredById: viewer.userId, updatedAt: now };
    if (stored) return toMeasure(await scope.db.measure.update({ where: { diaryId_id: key }, data }), true);
    await scope.db.measure.createMany({ data: [{ ...key, ...data, createdAt: now }], skipDuplicates: true });
    const made = await scope.db.measure.findUniqueOrThrow({ where: { diaryId_id: key } });
    if (!isSame(made, { ...content, day })) throw new ConflictError(); // another one of this id was first
    return toMeasure(made, true);
  }, { writes: "check-ins:write" });
}

/**
 * Takes a measure out of the diary, or back into it. Owner only. Doing it twice changes nothing.
 * @throws NotFoundError when there is none.
 */
export function removeMeasure(viewer: Viewer, { diaryId, id, isRemoved }: { diaryId: string; id: string; isRemoved: boolean }): Promise<void> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const where = { diaryId: scope.diaryId, id };
    const now = new Date();
    if (!(await scope.db.measure.findFirst({ where, select: { id: true } }))) throw new NotFoundError();
    await scope.db.measure.updateMany({ where: { ...where, removedAt: isRemoved ? null : { not: null } }, data: { removedAt: isRemoved ? now : null, updatedAt: now } });
  }, { writes: "check-ins:write" });
}

/** Every query of a list starts here, so none can forget whose diary it reads, or how far back a grant goes. */
const visibleIn = (scope: DiaryScope) => ({
  diaryId: scope.diaryId, removedAt: null, ...(scope.historyFrom && { day: { gte: fromDay(scope.historyFrom) } }),
});

type StoredContent = { kind: Measure["kind"]; value: number | null; details: MeasureContent["details"] };

function contentOf(input: MeasureInput): StoredContent {
  switch (input.kind) {
    case "timed-walk":
      return { kind: input.kind, value: meanOfRuns(input.details.runs as Extract<MeasureContent, { kind: "timed-walk" }>["details"]["runs"]), details: input.details as MeasureContent["details"] };
    case "mri":
      return { kind: input.kind, value: null, details: input.details };
    case "edss":
    case "nine-hole-peg":
    case "sdmt":
    case "lab":
      return { kind: input.kind, value: input.value, details: input.details as MeasureContent["details"] };
  }
}

/** Changed from the version that is stored; a removed one is brought back first. */
const mayChange = (stored: Row, input: MeasureInput): boolean =>
  input.kind !== "timed-walk" && stored.kind === input.kind && stored.removedAt === null && input.updatedAt !== undefined && new Date(input.updatedAt).getTime() === stored.updatedAt.getTime();

const isSame = (stored: Row, content: StoredContent & { day: CalendarDay }): boolean =>
  stored.kind === content.kind && stored.value === content.value && toDay(stored.day) === content.day && isDeepStrictEqual(stored.details, content.details);

function toMeasure({ id, day, recordedAt, timeZone, createdAt, updatedAt, kind, value, details }: Row, withWords: boolean): Measure {
  const content = { kind, value, details } as MeasureContent;
  return {
    ...(content.kind === "timed-walk" && !withWords ? withoutWords(content) : content), id, day: toDay(day), recordedAt, timeZone, createdAt, updatedAt,
  };
}

function withoutWords(content: Extract<MeasureContent, { kind: "timed-walk" }>): MeasureContent {
  const runs = content.details.runs.map((run) => (run.kind === "timed" ? run : { kind: run.kind, reason: run.reason }));
  return { ...content, details: { ...content.details, runs } };
}
