import { decodeText } from "@/lib/domain/import/decode";
import type { Table } from "@/lib/domain/import/table";

export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 400;

export type FileProblem = "empty" | "notText" | "encoding" | "tooLarge" | "tooManyRows" | "tooManyColumns" | "openQuote" | "noRows" | "severalPeople";
export type ParsedFile = { table: Table } | { problem: FileProblem; line?: number };

/**
 * A CSV file as a table: commas, semicolons, tabs or bars between the cells, any line end, quoted or not. The library is loaded when the
 * first file is read. What is too large to be one person's diary is refused before it is read.
 */
export async function parseCsv(bytes: Uint8Array): Promise<ParsedFile> {
  if (bytes.length > MOST_BYTES) return { problem: "tooLarge" };
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return decoded;
  const { default: papa } = await import("papaparse");
  const { data, errors } = papa.parse<string[]>(decoded.text, { delimiter: delimiterOf(decoded.text), preview: MOST_ROWS + 2 });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open) return { problem: "openQuote", ...(open.row !== undefined && { line: open.row + 1 }) };
  const filled = data.map((row, index) => ({ row, line: index + 1 })).filter(({ row }) => row.some((cell) => cell.trim() !== ""));
  const [head, ...rows] = filled;
  if (!head || rows.length === 0) return { problem: "noRows" };
  if (rows.length > MOST_ROWS) return { problem: "tooManyRows" };
  if (head.row.length > MOST_COLUMNS) return { problem: "tooManyColumns" };
  return { table: { header: uniqueNames(head.row), rows: rows.map(({ row }) => row), lines: rows.map(({ line }) => line) } };
}

/** What stands most often between the names of the first row. The library's own guess needs more rows than a short diary has. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}

/** Two columns of one name stay two: the second becomes "Pain (2)". A column without a name is named by its place. */
function uniqueNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() || String(at + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
