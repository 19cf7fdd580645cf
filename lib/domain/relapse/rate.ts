import { daysBetween, type CalendarDay } from "@/lib/domain/time";

/** Under a year one relapse more or less would double the figure: nothing is said. */
export const RATE_MIN_DAYS = 365;
const DAYS_PER_YEAR = 365.25;

export type RelapseRate = {
  count: number;
  /** the denominator, to one decimal */
  years: number;
  /** relapses a year, to one decimal */
  perYear: number;
  /** what the years are made of: the diary's own days, days before it that the person told of, or both */
  covers: "diary" | "diary-and-told" | "told";
};

type RateInput = {
  /** the first days of the confirmed relapses; of one known to the month, the first of that month */
  starts: readonly CalendarDay[];
  /** the day of the first entry; null when there is none */
  diaryFrom: CalendarDay | null;
  today: CalendarDay;
};

/**
 * Confirmed relapses a year. The years run from the first entry of the diary, or from the start of the oldest relapse told of where
 * that is earlier, up to today. Every confirmed relapse that began in them counts, the one they begin with too; so a past of which
 * only relapses were told makes the figure high, and it is never shown without its years. What nobody confirmed never counts.
 *
 * @returns null under a year, or when there is neither an entry nor a relapse. A start after today is left out.
 */
export function relapseRate({ starts, diaryFrom, today }: RateInput): RelapseRate | null {
  const begun = starts.filter((day) => day <= today);
  const from = [...begun, ...(diaryFrom === null ? [] : [diaryFrom])].reduce<CalendarDay | null>((first, day) => (first === null || day < first ? day : first), null);
  if (from === null) return null;
  const days = daysBetween(from, today);
  if (days < RATE_MIN_DAYS) return null;
  return {
    count: begun.length,
    years: toTenth(days / DAYS_PER_YEAR),
    perYear: toTenth((begun.length * DAYS_PER_YEAR) / days),
    covers: diaryFrom === null ? "told" : from < diaryFrom ? "diary-and-told" : "diary",
  };
}

const toTenth = (value: number) => Math.round(value * 10) / 10;
