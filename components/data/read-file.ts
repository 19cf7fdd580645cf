import { MOST_BYTES, parseCsv, type FileProblem } from "@/components/data/parse-csv";
import { decodeText } from "@/lib/domain/import/decode";
import { detectSource, holdsSeveralPeople } from "@/lib/domain/import/sources";
import type { ImportSource, Table } from "@/lib/domain/import/table";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/transfer/format";

export type CsvFile = { kind: "csv"; source: ImportSource; table: Table; hash: string };
/** `text` is sent as it is; the counts are for the question whether to bring it in */
export type JsonFile = { kind: "json"; text: string; exportedAt: string; counts: { entries: number; relapses: number; medicines: number; visits: number } };
export type ReadProblem = FileProblem | "notJson" | "notOurs" | "otherVersion" | "read";
export type ReadFile = CsvFile | JsonFile | { kind: "problem"; problem: ReadProblem; line?: number };

const MOST_JSON_BYTES = 32 * 1024 * 1024;

/** Reads a chosen file on this device. Nothing is sent yet. */
export async function readFile(file: File): Promise<ReadFile> {
  const isJson = file.name.toLowerCase().endsWith(".json");
  if (file.size > (isJson ? MOST_JSON_BYTES : MOST_BYTES)) return { kind: "problem", problem: "tooLarge" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return isJson ? readJsonFile(bytes) : await readCsvFile(bytes);
  } catch {
    return { kind: "problem", problem: "read" };
  }
}

async function readCsvFile(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const parsed = await parseCsv(bytes);
  if ("problem" in parsed) return { kind: "problem", ...parsed };
  const source = detectSource(parsed.table.header);
  if (holdsSeveralPeople(source, parsed.table)) return { kind: "problem", problem: "severalPeople" };
  const hash = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { kind: "csv", source, table: parsed.table, hash };
}

function readJsonFile(bytes: Uint8Array): ReadFile {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return { kind: "problem", problem: decoded.problem };
  let file: Record<string, unknown>;
  try {
    file = JSON.parse(decoded.text) as Record<string, unknown>;
  } catch {
    return { kind: "problem", problem: "notJson" };
  }
  if (file?.["format"] !== EXPORT_FORMAT) return { kind: "problem", problem: "notOurs" };
  if (file["version"] !== EXPORT_VERSION) return { kind: "problem", problem: "otherVersion" };
  const rows = (part: string) => (Array.isArray(file[part]) ? file[part] as { superseded_at?: unknown; removed_at?: unknown }[] : []);
  const standing = (part: string) => rows(part).filter(({ removed_at }) => !removed_at).length;
  return {
    kind: "json", text: decoded.text, exportedAt: String(file["exported_at"]).slice(0, 10),
    counts: { entries: rows("check_ins").filter(({ superseded_at }) => superseded_at === null).length, relapses: standing("relapses"), medicines: standing("medicines"), visits: standing("visits") },
  };
}
