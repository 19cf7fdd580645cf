/** A local calendar date, "2026-03-01", in the zone stored with the record. Never an instant. */
export type CalendarDay = string & { readonly __calendarDay?: never };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** A day in the rules is exactly 24 hours; a calendar day is a `CalendarDay`. */
export const DAY_MS = 86_400_000;

/** Where a day begins first: no day of a person's life is later, whatever their zone. */
export const EARLIEST_ZONE = "Pacific/Kiritimati";

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The local date of an instant in a named zone.
 * @throws RangeError when the zone is not an IANA name.
 */
export function dayOf(instant: Date, timeZone: string): CalendarDay {
  return formatterOf(timeZone).format(instant);
}

/** Making a formatter costs far more than using one, so those of valid zones are kept: there are some hundreds. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    if (formatters.size < 2_000) formatters.set(timeZone, formatter); // spellings in other cases are valid too
  }
  return formatter;
}

/** The furthest that local midnight lies from midnight UTC, and an hour more. */
const MOST_OFFSET_MS = 15 * HOUR_MS;

/** The first instant of a local date in a named zone: midnight, or the first moment after it where the clocks skip that. */
export function startOfDay(day: CalendarDay, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let [before, from] = [midnight - MOST_OFFSET_MS, midnight + MOST_OFFSET_MS];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(new Date(middle), timeZone) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

/** True for an IANA zone name this runtime knows. */
export function isTimeZone(value: string): boolean {
  try {
    formatterOf(value);
    return true;
  } catch {
    return false;
  }
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
