import { shortDay, wordDay } from "@/components/sharing/when";
import type { Precision } from "@/lib/domain/relapse/record";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";

export type RelapseDates = { startedOn: CalendarDay; startPrecision: Precision; endedOn: CalendarDay | null; endPrecision: Precision | null };

/** The message of the area `relapses` and its values. */
export type DatesWording = { key: "fromToLong" | "fromToPlain" | "sinceLong" | "sinceMonth" | "began" | "inMonth"; values: Record<string, string> };

const monthYear = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
/** "March 2024", always with its year. */
export const wordMonth = (day: CalendarDay): string => monthYear.format(new Date(`${day}T00:00:00Z`));

/**
 * How the dates of a relapse read: a month stays a month, and a length is told only where both days are known.
 * @param isOver for what was no relapse: without an end it does not "last"
 */
export function relapseDates({ startedOn, startPrecision, endedOn, endPrecision }: RelapseDates, today: CalendarDay, wordLength: (days: number) => string, isOver = false): DatesWording {
  const isMonth = startPrecision === "month";
  if (endedOn === null) {
    const from = isMonth ? wordMonth(startedOn) : wordDay(startedOn, today);
    if (isOver) return { key: "began", values: { from } };
    return isMonth ? { key: "sinceMonth", values: { from } } : { key: "sinceLong", values: { from, length: wordLength(daysBetween(startedOn, today) + 1) } };
  }
  const [from, to] = [isMonth ? wordMonth(startedOn) : shortDay(startedOn, endPrecision === "month" ? today : endedOn), endPrecision === "month" ? wordMonth(endedOn) : shortDay(endedOn, today)];
  if (isMonth && from === to) return { key: "inMonth", values: { month: from } };
  if (isMonth || endPrecision === "month") return { key: "fromToPlain", values: { from, to } };
  return { key: "fromToLong", values: { from, to, length: wordLength(daysBetween(startedOn, endedOn) + 1) } };
}
