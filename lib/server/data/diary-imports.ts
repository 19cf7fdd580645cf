import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { findFileProblem } from "@/lib/domain/transfer/check-file";
import { IMPORTED_PARTS, PART_NAMES, PERSON_COLUMNS, type ImportedPart } from "@/lib/domain/transfer/format";
import type { ExportFile } from "@/lib/schemas/export";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { ConflictError, InvalidError } from "@/lib/server/errors";

type Row = Record<string, unknown>;
type Counts = Partial<Record<ImportedPart, number>>;

export type ImportOutcome =
  /** `added`: rows that are new here; empty when all of it was here already. `profile`: the diary was empty, so "About you" came along */
  | { status: "imported"; added: Counts; profile: boolean }
  /** rows that stand here under the same id with another content: nothing was imported */
  | { status: "differs"; differing: Counts };

const TIMEOUT_MS = 120_000;
const BATCH = 2_000;

/**
 * Takes in a file that the export wrote: all of it, or nothing. Into an empty diary it makes the diary that was exported; into another
 * one it adds what is not there, and leaves "About you" as it is here. Rows that are here with the same content are passed over, so that a
 * repetition changes nothing; when one differs, nothing is imported. An entry that was deleted for good here stays deleted. Alerts come as
 * the records they are: no rule runs and nobody is told; the one job is that which deletes a removed entry when its day is over. Grants,
 * links, access log, consents and reminders are not read. Owner only.
 * @throws NotFoundError when it is not the viewer's own; InvalidError when rows do not fit together or the database refuses them;
 * ConflictError when the diary was written to meanwhile.
 */
export async function importDiary(viewer: Viewer, diaryId: string, file: ExportFile): Promise<ImportOutcome> {
  const problem = findFileProblem(file);
  if (problem) throw new InvalidError({ [`${problem.part}.${problem.row}`]: problem.problem });
  try {
    return await openDiary(viewer, diaryId, "owner", (scope) => store(scope, file), { writes: "import:write", timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (isRefusedByCheck(error)) throw new InvalidError({ body: "file.notPossible" });
    throw error;
  }
}

/** Whether an import would make this diary the one of the file: nothing was entered here yet. Owner only. */
export function isDiaryEmpty(viewer: Viewer, diaryId: string): Promise<boolean> {
  return openDiary(viewer, diaryId, "owner", async (scope) => (await countRows(scope)) === 0);
}

async function store(scope: DiaryScope, file: ExportFile): Promise<ImportOutcome> {
  await scope.db.$queryRaw`select 1 as locked from diaries where diary_id = ${scope.diaryId}::uuid for update`; // one import at a time
  const personOf = await peopleOf(scope, file.diary.owner_id);
  const gone = await goneFrom(scope);
  const parts = PART_NAMES.map((part) => ({ part, rows: file[part].filter((row) => !isOf(gone, row)).map((row) => toRow(row, scope.diaryId, personOf)) }));
  const isEmpty = (await countRows(scope)) === 0;
  const differing: Counts = {};
  const added: Counts = {};
  for (const { part, rows } of parts) {
    const { same, other } = isEmpty ? { same: 0, other: 0 } : await compare(scope, part, rows);
    if (other > 0) differing[part] = other;
    if (rows.length > same) added[part] = rows.length - same;
  }
  if (Object.keys(differing).length > 0) {
    scope.takeEvent(); // nothing changes
    return { status: "differs", differing };
  }
  for (const { part, rows } of parts) if (added[part] && await insert(scope, part, rows) !== added[part]) throw new ConflictError("Written to meanwhile");
  if (isEmpty) await takeOver(scope, file.diary);
  else if (Object.keys(added).length === 0) scope.takeEvent();
  return { status: "imported", added, profile: isEmpty };
}

/**
 * Who a person of the file is here: its owner is the viewer, and whoever is known in this diary stays. Anyone else becomes an id that is
 * nobody's account, so that a file can put no stranger's name into a diary.
 */
async function peopleOf(scope: DiaryScope, ownerInFile: string): Promise<(id: unknown) => unknown> {
  const known = await scope.db.$queryRaw<{ id: string }[]>`
    select entered_by_id as id from check_ins where diary_id = ${scope.diaryId}::uuid union select responded_by_id from alerts where diary_id = ${scope.diaryId}::uuid
    union select entered_by_id from measures where diary_id = ${scope.diaryId}::uuid union select grantee_id from grants where diary_id = ${scope.diaryId}::uuid`;
  const ids = new Set([scope.ownerId, ...known.map(({ id }) => id)]);
  return (id) => (id === null || id === undefined ? null : id === GONE ? GONE : id === ownerInFile ? scope.ownerId : ids.has(String(id).toLowerCase()) ? id : nobodysId(String(id)));
}

/** Entries that were deleted for good here: neither they nor their answers come back. */
async function goneFrom(scope: DiaryScope): Promise<ReadonlySet<string>> {
  const rows = await scope.db.removedCheckIn.findMany({ where: { diaryId: scope.diaryId, purgedAt: { not: null } }, select: { checkInId: true } });
  return new Set(rows.map(({ checkInId }) => checkInId));
}

const isOf = (entries: ReadonlySet<string>, row: Row): boolean => entries.has(String(row["check_in_id"]).toLowerCase());

/** Who an account was that is deleted by now. */
const GONE = "00000000-0000-0000-0000-000000000000";

/** A UUID of version 8 made from another id: the same one each time. */
function nobodysId(id: string): string {
  const hash = createHash("sha256").update(`daymark import ${id.toLowerCase()}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function toRow(row: Row, diaryId: string, personOf: (id: unknown) => unknown): Row {
  const people = PERSON_COLUMNS.filter((column) => column in row).map((column) => [column, personOf(row[column])]);
  return { ...row, diary_id: diaryId, ...Object.fromEntries(people) as Row };
}

async function countRows(scope: DiaryScope): Promise<number> {
  const exists = PART_NAMES.map((part) => `(select count(*) from (select from ${part} where diary_id = $1::uuid limit 1) as t)`).join(" + ");
  const [row] = await scope.db.$queryRawUnsafe<{ count: number }[]>(`select (${exists})::int as count`, scope.diaryId);
  return row!.count;
}

/** Rows as the database would hold them beside those it holds: so a date written in another way is the same date. */
async function compare(scope: DiaryScope, part: ImportedPart, rows: readonly Row[]): Promise<{ same: number; other: number }> {
  const keys = ["diary_id", ...IMPORTED_PARTS[part]].map((key) => `"${key}"`).join(", ");
  const counts = await inBatches(rows, async (batch) => {
    const [row] = await scope.db.$queryRawUnsafe<{ same: number; other: number }[]>(
      `select count(*) filter (where to_jsonb(n) = to_jsonb(o))::int as same, count(*) filter (where to_jsonb(n) <> to_jsonb(o))::int as other
       from jsonb_populate_recordset(null::${part}, $1::jsonb) n join ${part} o using (${keys})`, JSON.stringify(batch));
    return row!;
  });
  return counts.reduce((sum, each) => ({ same: sum.same + each.same, other: sum.other + each.other }), { same: 0, other: 0 });
}

/** @returns how many were added */
async function insert(scope: DiaryScope, part: ImportedPart, rows: readonly Row[]): Promise<number> {
  const keys = ["diary_id", ...IMPORTED_PARTS[part]].map((key) => `"${key}"`).join(", ");
  const counts = await inBatches(rows, (batch) => scope.db.$executeRawUnsafe(
    `insert into ${part} select n.* from jsonb_populate_recordset(null::${part}, $1::jsonb) n on conflict (${keys}) do nothing`, JSON.stringify(batch)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function inBatches<Result>(rows: readonly Row[], work: (batch: readonly Row[]) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += BATCH) results.push(await work(rows.slice(at, at + BATCH)));
  return results;
}

async function takeOver(scope: DiaryScope, diary: ExportFile["diary"]): Promise<void> {
  await scope.db.$executeRawUnsafe(
    `update diaries d set display_name = n.display_name, birth_date = n.birth_date, ms_type = n.ms_type, ms_year = n.ms_year, profile = n.profile,
       set_up_done = n.set_up_done, trackers = n.trackers, updated_at = now()
     from jsonb_populate_record(null::diaries, $1::jsonb) n where d.diary_id = $2::uuid`, JSON.stringify(diary), scope.diaryId);
}

/** Constraints (class 23) and values that do not fit their column (class 22). */
function isRefusedByCheck(error: unknown): boolean {
  const { code, meta } = error as { code?: string; meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string } } } };
  const state = meta?.driverAdapterError?.cause?.originalCode ?? meta?.code ?? code ?? "";
  return /^2[23]\w{3}$/.test(state);
}
