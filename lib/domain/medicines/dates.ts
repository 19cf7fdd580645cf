import { addDays, type CalendarDay } from "@/lib/domain/time";

/** How far ahead a start or a stop may be planned, and a next dose. In days. */
export const MOST_DAYS_AHEAD = 366;
export const MOST_DAYS_TO_NEXT = 5 * 366;

type Dates = { startedOn?: CalendarDay | undefined; lastDoseOn?: CalendarDay | undefined; stoppedOn?: CalendarDay | undefined; nextDoseOn?: CalendarDay | null | undefined };

/**
 * Dates that are too far ahead, as message keys by field; days that are not written are empty or missing. Section 4 of the rules counts
 * the window of a class from the last dose, else from the stop, so a slip such as 2062 would make it count for decades: a last dose has
 * been, and a stop is planned within about a year. A start ahead is allowed as far: no window is counted from it, and a medicine
 * that is listed counts from then on, which errs to the safe side.
 * @param today where the person is, or the latest day it can be anywhere
 */
export function datesTooFar({ startedOn, lastDoseOn, stoppedOn, nextDoseOn }: Dates, today: CalendarDay): Record<string, string> {
  const yearAhead = addDays(today, MOST_DAYS_AHEAD);
  return {
    ...(startedOn && startedOn > yearAhead && { startedOn: "medicine.yearAhead" }),
    ...(lastDoseOn && lastDoseOn > today && { lastDoseOn: "medicine.lastDoseAhead" }),
    ...(stoppedOn && stoppedOn > yearAhead && { stoppedOn: "medicine.yearAhead" }),
    ...(nextDoseOn && nextDoseOn > addDays(today, MOST_DAYS_TO_NEXT) && { nextDoseOn: "medicine.nextTooFar" }),
  };
}
