/** A cell: null and undefined stay empty, since what is missing is unknown. */
export type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet takes for the beginning of a formula; the full-width forms are read like the plain ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV (RFC 4180) with the mark that makes spreadsheets read it as UTF-8. A text that would run as a formula gets an
 * apostrophe before it; numbers stay numbers.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string => `\uFEFF${csvLines([header, ...rows])}`;

export const csvLines = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");

function toCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
