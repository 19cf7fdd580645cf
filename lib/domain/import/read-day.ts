import type { CalendarDay } from "@/lib/domain/time";

/** How a date of numbers is to be read. "03/04/2021" is 3 April or 4 March: nobody can know but the person. */
export const DATE_ORDERS = ["year-first", "day-first", "month-first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FIRST_DAY: CalendarDay = "1990-01-01";

/** A date that carries its own order: "2021-12-08", "8th Dec 2021", "December 8, 2021", each with or without a time after it. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/;
const DAY_MONTH_NAME = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:[, ].*)?$/;
const MONTH_NAME_DAY = /^(?:[a-z]+,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[, ].*)?$/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[t, ].*)?$/;

/**
 * The calendar day a cell stands for; null when it is none, or lies before 1990. A year of two digits is one of this century.
 * @param order how dates of numbers only are to be read; those that name their month or begin with the year need none
 */
export function readDay(cell: string, order: DateOrder): CalendarDay | null {
  const text = cell.trim().toLowerCase().replace(/\s+/g, " ");
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return toDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return toDay(named[3], monthOf(named[2]), named[1]);
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (monthFirst) return toDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numbers = order === "year-first" ? null : NUMBERS.exec(text);
  if (!numbers) return null;
  const [first, second, year] = [numbers[1], numbers[2], numbers[3]!.length === 2 ? `20${numbers[3]}` : numbers[3]];
  return order === "day-first" ? toDay(year, second, first) : toDay(year, first, second);
}

/**
 * The orders in which most of these cells can be read. Two of them: only the person knows which. None: these are no dates.
 * Cells that name their own order fit every order, so "year-first" alone stands for "no need to ask".
 */
export function possibleOrders(cells: readonly string[]): DateOrder[] {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const readable = DATE_ORDERS.map((order) => ({ order, count: filled.filter((cell) => readDay(cell, order) !== null).length }));
  const most = Math.max(...readable.map(({ count }) => count));
  if (most === 0 || most * 2 < filled.length) return [];
  if (readable[0]!.count === most) return ["year-first"];
  return readable.filter(({ count }) => count === most).map(({ order }) => order);
}

const monthOf = (name = "") => String(MONTHS.indexOf(name.slice(0, 3)) + 1);

function toDay(year = "", month = "", day = ""): CalendarDay | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text && text >= FIRST_DAY ? text : null;
}
