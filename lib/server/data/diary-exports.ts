import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/transfer/format";
import { openDiary } from "@/lib/server/access";

type Row = { part: string; row: string };
/** One row of a part, as the database holds it: names in snake_case, so that whoever reads the file sees what is stored. */
export type ExportRow = Record<string, unknown>;

/** The parts that are one object; all others are lists of rows. */
const SINGLE = ["account", "diary"];

/**
 * The whole diary and its owner's account, but for what could be used to sign in: every revision of every entry, removed ones too, and
 * who looked. Read in one statement, so that its parts fit together, and handed on as text row by row: ten years are never one object.
 * Owner only; that it was taken stands in the access log.
 * @param readme what the file says of itself, at its beginning
 * @throws NotFoundError when it is not the viewer's own.
 */
export async function getDiaryExport(viewer: Viewer, diaryId: string, { readme, exportedAt }: { readme: readonly string[]; exportedAt: Date }): Promise<ReadableStream<Uint8Array>> {
  const rows = await openDiary(viewer, diaryId, "owner", (scope) =>
    scope.db.$queryRawUnsafe<Row[]>(EVERYTHING, scope.diaryId, viewer.userId), { writes: "export:write" });
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exported_at: exportedAt.toISOString(), readme };
  return streamOf(inPieces(write(head, rows)));
}

/**
 * The rows of some parts of the export, for the files that spreadsheets read. Owner only; that it was taken stands in the access log.
 * @throws NotFoundError when it is not the viewer's own.
 */
export async function listExportRows<Part extends keyof typeof ORDERS>(viewer: Viewer, diaryId: string, parts: readonly Part[]): Promise<Record<Part, ExportRow[]>> {
  const rows = await openDiary(viewer, diaryId, "owner", (scope) =>
    scope.db.$queryRawUnsafe<Row[]>(parts.map((part) => rowsOf(part)).join(" union all "), scope.diaryId), { writes: "export:write" });
  return Object.fromEntries(parts.map((part) => [part, rows.filter((each) => each.part === part).map(({ row }) => JSON.parse(row) as ExportRow)])) as Record<Part, ExportRow[]>;
}

/** Indented by one space, and a line for each row: readable by people, and by programs that read lines. */
function* write(head: Record<string, unknown>, rows: readonly Row[]): Generator<string> {
  yield JSON.stringify(head, null, 1).slice(0, -2);
  let open: string | null = null;
  const close = () => (open === null || SINGLE.includes(open) ? "" : "\n ]");
  for (const { part, row } of rows) {
    if (part !== open) {
      yield `${close()},\n ${JSON.stringify(part)}: ${SINGLE.includes(part) ? "" : "["}`;
      open = part;
      if (row) yield SINGLE.includes(part) ? row : `\n  ${row}`;
    } else {
      yield `,\n  ${row}`;
    }
  }
  yield `${close()}\n}\n`;
}

/** Each piece is made when the reader is ready for it. */
function streamOf(texts: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

const PIECE = 64 * 1024;

/** Rows are short, and each piece of an answer costs. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** The tables of a diary in the order of the file, each with the order of its rows: the same wherever the diary lives. */
const ORDERS = {
  check_ins: "t.recorded_at, t.check_in_id, t.revision",
  alerts: "t.raised_at, t.check_in_id, t.check_in_revision, t.rule_id collate \"C\"",
  relapses: "t.started_at, t.relapse_id",
  medicines: "t.name collate \"C\", t.medicine_id",
  medicine_events: "t.day, t.event_id",
  measures: "t.day, t.measure_id",
  visits: "t.day, t.visit_id",
  imports: "t.created_at, t.import_id",
  imported_days: "t.day, t.imported_day_id",
  removed_check_ins: "t.removed_at, t.check_in_id",
  reminders: "t.diary_id",
  grants: "t.created_at, t.grant_id",
  access_events: "t.at, t.event_id",
};

/** A part without rows is one empty row, so that the file names it. $1 is the diary. */
const listOf = (part: string, rows: string) => `select '${part}' as part, coalesce(r.row, '') as row from (select) as one left join lateral (${rows}) as r on true`;
const rowsOf = (table: keyof typeof ORDERS) =>
  listOf(table, `select (to_jsonb(t) - 'diary_id')::text as row from ${table} t where t.diary_id = $1::uuid order by ${ORDERS[table]}`);

/** $1 is the diary and $2 its owner. */
const EVERYTHING = [
  `select 'account' as part, jsonb_build_object('email', email, 'name', name, 'created_at', created_at)::text as row from users where id = $2::uuid`,
  listOf("consents", `select jsonb_build_object('version', version, 'given_at', given_at, 'withdrawn_at', withdrawn_at)::text as row from consents where user_id = $2::uuid order by given_at`),
  `select 'diary', to_jsonb(d)::text from diaries d where d.diary_id = $1::uuid`,
  ...(Object.keys(ORDERS) as (keyof typeof ORDERS)[]).map(rowsOf),
  listOf("people", `select jsonb_build_object('id', id, 'name', name, 'email', email)::text as row from users where id in (
    select $2::uuid union select grantee_id from grants where diary_id = $1::uuid union select actor_id from access_events where diary_id = $1::uuid
    union select entered_by_id from check_ins where diary_id = $1::uuid union select responded_by_id from alerts where diary_id = $1::uuid
    union select entered_by_id from measures where diary_id = $1::uuid) order by id`),
].join("\nunion all\n");
