import { possibleOrders, readDay, type DateOrder } from "@/lib/domain/import/read-day";
import { columnOf, type ImportSource, type Reader, type RowProblem, type Table } from "@/lib/domain/import/table";
import type { CalendarDay } from "@/lib/domain/time";

/** Which columns of a spreadsheet are what, by their position. */
export type Columns = { date: number; series: readonly number[]; note: number | null };
/** What the person said about a file. The columns of a known app are known. */
export type Told = { order: DateOrder; columns: Columns | null };

type Cell = { series: string; cell: string; column: number };
/** What one row holds; null for a row that a diary of scores cannot take. */
type Row = { cells: Cell[]; note?: string; noteColumn?: number } | null;
type Shape = { date: number; read: (row: string[]) => Row };

/** The app a file comes from, by its header; any other is a spreadsheet. */
export function detectSource(header: readonly string[]): ImportSource {
  const has = (...names: string[]) => names.every((name) => columnOf(header, name) >= 0);
  if (has("full_date", "mood", "activities")) return "daylio";
  if (has("checkin_date", "trackable_type", "trackable_name", "trackable_value")) return "flaredown";
  if (has("category", "rating/amount", "detail") && (has("date") || has("date formatted"))) return "bearable";
  return "spreadsheet";
}

/**
 * Everything a file says, row by row. A row without a readable date, or of a day to come, gives an error and nothing else; an empty cell
 * gives nothing, since it is unknown and never 0.
 * @param today days after it cannot have been lived
 */
export function readTable(source: ImportSource, table: Table, { order, columns }: Told, today: CalendarDay): Reader {
  const shape = shapeOf(source, table.header, columns);
  const reader: Reader = { readings: [], notes: [], errors: [], leftOut: 0 };
  table.rows.forEach((row, index) => {
    const line = table.lines[index]!;
    const nameOf = (column: number) => table.header[column]?.trim() || String(column + 1);
    const fail = (column: number, problem: RowProblem) => reader.errors.push({ line, column: nameOf(column), problem });
    const content = shape.read(row);
    if (content === null) return void (reader.leftOut += 1);
    const text = row[shape.date]?.trim() ?? "";
    const day = readDay(text, order);
    if (day === null) return void fail(shape.date, text === "" ? "noDate" : "notADate");
    if (day > today) return void fail(shape.date, "future");
    for (const { series, cell, column } of content.cells) {
      if (cell.trim() !== "") reader.readings.push({ line, column: nameOf(column), day, series, cell: cell.trim() });
    }
    if (content.note && content.noteColumn !== undefined) reader.notes.push({ line, column: nameOf(content.noteColumn), day, text: content.note });
  });
  return reader;
}

/** The position of the date of a known app; for a spreadsheet the first column whose cells read as dates, or -1. */
export function dateColumnOf(source: ImportSource, { header, rows }: Table): number {
  if (source !== "spreadsheet") return shapeOf(source, header, null).date;
  return header.findIndex((_name, column) => possibleOrders(rows.slice(0, 200).map((row) => row[column] ?? "")).length > 0);
}

/** True when a Flaredown file holds more than one person: its public data set does. */
export function holdsSeveralPeople(source: ImportSource, { header, rows }: Table): boolean {
  const column = source === "flaredown" ? columnOf(header, "user_id") : -1;
  return column >= 0 && rows.some((row) => row[column] !== rows[0]![column]);
}

function shapeOf(source: ImportSource, header: readonly string[], columns: Columns | null): Shape {
  const at = (name: string) => columnOf(header, name);
  if (source === "daylio") return daylio(at);
  if (source === "bearable") return bearable(at);
  if (source === "flaredown") return flaredown(at);
  if (!columns) throw new RangeError("A spreadsheet is read by its columns");
  return {
    date: columns.date,
    read: (row) => ({
      cells: columns.series.map((column) => ({ series: header[column] ?? "", cell: row[column] ?? "", column })),
      ...(columns.note !== null && { note: row[columns.note]?.trim() ?? "", noteColumn: columns.note }),
    }),
  };
}

/** One mood word a row; title, note and activities are kept as the note. */
function daylio(at: (name: string) => number): Shape {
  const parts = [at("note_title"), at("note"), at("activities")];
  return {
    date: at("full_date"),
    read: (row) => ({
      cells: [{ series: "mood", cell: row[at("mood")] ?? "", column: at("mood") }],
      note: parts.map((part) => row[part]?.trim() ?? "").filter(Boolean).join("\n"), noteColumn: at("note"),
    }),
  };
}

const IN_BRACKETS = /^(.*?)\s*\(([^()]*)\)\s*$/;

/** A symptom has its name and its strength as a word in `detail`; other categories a number in `rating/amount`. */
function bearable(at: (name: string) => number): Shape {
  const [category, rating, detail, notes] = [at("category"), at("rating/amount"), at("detail"), at("notes")];
  const date = at("date") >= 0 ? at("date") : at("date formatted");
  return {
    date,
    read: (row) => {
      const kind = row[category]?.trim() ?? "";
      const [, name, strength] = IN_BRACKETS.exec(row[detail]?.trim() ?? "") ?? [];
      const note = row[notes]?.trim() ?? "";
      const cell = /^symptom/i.test(kind) && name
        ? { series: name, cell: strength ?? "", column: detail }
        : { series: kind, cell: row[rating] ?? "", column: rating };
      if (cell.cell.trim() === "" && note === "") return null;
      return { cells: [cell], note, noteColumn: notes };
    },
  };
}

/** Symptoms and conditions from 0 to 4; treatments, weather, food and tags are left out. */
function flaredown(at: (name: string) => number): Shape {
  return {
    date: at("checkin_date"),
    read: (row) => (/^(symptom|condition)$/i.test(row[at("trackable_type")]?.trim() ?? "")
      ? { cells: [{ series: row[at("trackable_name")]?.trim() ?? "", cell: row[at("trackable_value")] ?? "", column: at("trackable_value") }] }
      : null),
  };
}
