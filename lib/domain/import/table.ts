import type { CalendarDay } from "@/lib/domain/time";

export const IMPORT_SOURCES = ["daylio", "bearable", "flaredown", "spreadsheet"] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** A CSV file as cells. `rows` are without the header; `lines` gives each its row number as a spreadsheet counts it, from 1. */
export type Table = { header: string[]; rows: string[][]; lines: number[] };

/** One value of one symptom, not yet a score. `column` is the name it has in the file. */
export type Reading = { line: number; column: string; day: CalendarDay; series: string; cell: string };
export type DayNote = { line: number; column: string; day: CalendarDay; text: string };

export const ROW_PROBLEMS = [
  "noDate", "notADate", "future", "notANumber", "outsideScale", "unknownWord", "notPlaced", "noteTooLong", "tooFewCells", "otherPerson",
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];
/** What is wrong with one cell of the file. `column` is the name in the file. */
export type RowError = { line: number; column: string; problem: RowProblem; /** of a word without a place: the word, in lower case */ word?: string };

/** All that a file says. `leftOut`: rows that hold nothing a diary of scores can take, such as a meal or the weather. */
export type Reader = { readings: Reading[]; notes: DayNote[]; errors: RowError[]; leftOut: number };

/** The position of a column by its name, whatever its case; -1 when it is not there. */
export const columnOf = (header: readonly string[], name: string): number => header.findIndex((each) => each.trim().toLowerCase() === name);
