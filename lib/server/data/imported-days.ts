import "server-only";
import { createHash } from "node:crypto";
import type { ImportedScores } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import type { ImportSource } from "@/lib/domain/import/table";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { DaysImport } from "@/lib/schemas/import";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { fromDay, toDay } from "@/lib/server/days";
import { NotFoundError } from "@/lib/server/errors";

/** A day out of another diary, as screens read it. Scores that it did not hold are absent. */
export type ImportedDay = ImportedScores & { id: string; importId: string; source: ImportSource; trackers: Trackers; note: string | null };

/** A file that was taken in. `days`: how many it added; `from` and `to` are the first and the last. */
export type DataImport = { id: string; kind: ImportSource; createdAt: Date; days: number; from: CalendarDay; to: CalendarDay };

export type DaysOutcome = {
  /** days that are new here */
  added: number;
  /** days that this kind of file brought before, with the same content */
  same: number;
  /** days that this kind of file brought before, with another content: they stay as they are */
  different: number;
};

type Range = { diaryId: string; from: CalendarDay; to: CalendarDay };
type Counts = { days: number; from: CalendarDay; to: CalendarDay; same: number; different: number };

const TIMEOUT_MS = 60_000;
const BATCH = 5_000;

/**
 * Days out of other diaries between two days, both included, oldest first: history, which no rule judges. Notes are null unless the
 * viewer may read them.
 * @throws NotFoundError when the viewer may not read this diary.
 */
export function listImportedDays(viewer: Viewer, { diaryId, from, to }: Range): Promise<ImportedDay[]> {
  return openDiary(viewer, diaryId, "check-ins:read", async (scope) => {
    const first = scope.historyFrom && scope.historyFrom > from ? scope.historyFrom : from;
    const rows = await scope.db.importedDay.findMany({
      where: { diaryId: scope.diaryId, day: { gte: fromDay(first), lte: fromDay(to) } }, omit: { note: !scope.may("notes:read") }, orderBy: [{ day: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => ({
      id: row.id, importId: row.importId, source: row.source as ImportSource, day: toDay(row.day), trackers: row.trackers as Trackers, note: row.note ?? null,
      scores: Object.fromEntries(SCORE_NAMES.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]]))),
    }));
  });
}

/** The files that were taken in, newest first. Owner only. */
export function listImports(viewer: Viewer, diaryId: string): Promise<DataImport[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const rows = await scope.db.dataImport.findMany({ where: { diaryId: scope.diaryId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
    return rows.map(({ id, kind, createdAt, counts }) => {
      const { days = 0, from = "", to = "" } = counts as Partial<Counts>;
      return { id, kind: kind as ImportSource, createdAt, days, from, to };
    });
  });
}

/**
 * Stores the days of one file: all of them, or none. A day that this kind of file brought before, with the same symptoms, stays as it is,
 * so that the same file again changes nothing, and neither does sending twice. No rule runs, no job is made and nobody is told. Owner only.
 * @throws NotFoundError when it is not the viewer's own.
 */
export function importDays(viewer: Viewer, diaryId: string, { id, kind, fileHash, days }: DaysImport): Promise<DaysOutcome> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    await scope.db.$queryRaw`select 1 as locked from diaries where diary_id = ${scope.diaryId}::uuid for update`; // one import at a time
    const before = await scope.db.dataImport.findUnique({ where: { diaryId_id: { diaryId: scope.diaryId, id } } });
    if (before) {
      scope.takeEvent(); // this very file, sent twice
      const { days: added, same, different } = before.counts as Counts;
      return { added, same, different };
    }
    const now = new Date();
    const rows = days.map(({ day, scores, trackers, note }) => ({
      diary_id: scope.diaryId, imported_day_id: dayId(kind, day, [...Object.keys(scores), ...Object.keys(trackers), ...(note ? ["note"] : [])]),
      import_id: id, source: kind, day, ...scores, trackers, note: note ?? null, created_at: now,
    }));
    const added = (await inBatches(rows, (batch) => scope.db.$executeRaw`
      insert into imported_days select n.* from jsonb_populate_recordset(null::imported_days, ${JSON.stringify(batch)}::jsonb) n
      on conflict (diary_id, imported_day_id) do nothing`)).reduce((sum, each) => sum + each, 0);
    const { same, different } = added === rows.length ? { same: 0, different: 0 } : await compareOthers(scope, id, rows);
    if (added === 0) scope.takeEvent(); // nothing changes
    else await scope.db.dataImport.create({ data: { diaryId: scope.diaryId, id, kind, fileHash, counts: { ...await spanOf(scope, id), days: added, same, different }, createdAt: now } });
    return { added, same, different };
  }, { writes: "import:write", timeoutMs: TIMEOUT_MS });
}

/**
 * Takes back a whole file: its days are gone at once. Owner only.
 * @returns how many days there were
 * @throws NotFoundError when there is no such import, or it was taken back before.
 */
export function undoImport(viewer: Viewer, { diaryId, importId }: { diaryId: string; importId: string }): Promise<{ removed: number }> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const where = { diaryId: scope.diaryId };
    const { count } = await scope.db.dataImport.deleteMany({ where: { ...where, id: importId } });
    if (count === 0) throw new NotFoundError();
    const { count: removed } = await scope.db.importedDay.deleteMany({ where: { ...where, importId } });
    return { removed };
  }, { writes: "import:write", timeoutMs: TIMEOUT_MS });
}

type Row = { imported_day_id: string; day: CalendarDay } & Record<string, unknown>;

/** The days that were here before this import are told apart by their content; the import and its moment are not content. */
async function compareOthers(scope: DiaryScope, importId: string, rows: readonly Row[]): Promise<{ same: number; different: number }> {
  const found = (await inBatches(rows, (batch) => scope.db.$queryRaw<{ same: boolean }[]>`
    select to_jsonb(n) - '{import_id,created_at}'::text[] = to_jsonb(o) - '{import_id,created_at}'::text[] as same
    from jsonb_populate_recordset(null::imported_days, ${JSON.stringify(batch)}::jsonb) n join imported_days o using (diary_id, imported_day_id)
    where o.import_id <> ${importId}::uuid`)).flat();
  const same = found.filter((each) => each.same).length;
  return { same, different: found.length - same };
}

/** The first and the last day that an import added. */
async function spanOf(scope: DiaryScope, importId: string): Promise<Pick<Counts, "from" | "to">> {
  const { _min, _max } = await scope.db.importedDay.aggregate({ where: { diaryId: scope.diaryId, importId }, _min: { day: true }, _max: { day: true } });
  return { from: toDay(_min.day!), to: toDay(_max.day!) };
}

/** The same for the same day, source and symptoms, whatever the file: a UUID of version 8 made from them. */
function dayId(kind: ImportSource, day: CalendarDay, filled: readonly string[]): string {
  const hash = createHash("sha256").update([kind, day, ...[...filled].sort()].join(" ")).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

async function inBatches<Each, Result>(rows: readonly Each[], work: (batch: readonly Each[]) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += BATCH) results.push(await work(rows.slice(at, at + BATCH)));
  return results;
}
