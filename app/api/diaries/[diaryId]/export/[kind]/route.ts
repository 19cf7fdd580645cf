import { csvParams } from "@/lib/schemas/params";
import { listExportRows } from "@/lib/server/data/diary-exports";
import { csvOf } from "@/lib/domain/transfer/csv";
import { CSV_FILES } from "@/lib/domain/transfer/csv-files";
import { handle } from "@/lib/server/handle";

/** One kind of record as a file for spreadsheets. Its name says neither whose it is nor what it is about. */
export const GET = handle({ params: csvParams, leavers: "too" }, async (viewer, { diaryId, kind }) => {
  const { parts, header, toRows } = CSV_FILES[kind];
  const rows = toRows(await listExportRows(viewer, diaryId, parts));
  return new Response(csvOf(header, rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8", "cache-control": "no-store",
      "content-disposition": `attachment; filename="daymark-${kind}-${new Date().toISOString().slice(0, 10)}.csv"`,
    },
  });
});
