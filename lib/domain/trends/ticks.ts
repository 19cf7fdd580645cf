import { addDays, DAY_MS, type CalendarDay } from "@/lib/domain/time";
import type { Window } from "@/lib/domain/trends/range";

/** A mark on the time axis. `day` is worded by the screen: "1 Sep", "Sep", or "2026" for a year. */
export type Tick = { at: number; day: CalendarDay; as: "day" | "month" | "year" };

const MOST_TICKS = 5;
const WEEKLY_TO_DAYS = 21;
const FORTNIGHTLY_TO_DAYS = 45;
const NAMED_DAY_TO_DAYS = 100;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** Marks for the time axis, five at most: fortnights back from today for a month, then the first of months, January as its year. */
export function ticksOf({ from, days }: Window): Tick[] {
  if (days <= FORTNIGHTLY_TO_DAYS) {
    const step = days <= WEEKLY_TO_DAYS ? 7 : 14;
    const steps = Math.floor((days - 1) / step);
    return Array.from({ length: steps + 1 }, (_, back) => days - 1 - step * (steps - back)).map((at) => ({ at, day: addDays(from, at), as: "day" }));
  }
  const firsts = firstsOfMonths({ from, days });
  const step = MONTH_STEPS.find((each) => firsts.filter(({ day }) => isOn(day, each)).length <= MOST_TICKS) ?? 120;
  return firsts.filter(({ day }) => isOn(day, step)).map(({ at, day }) => ({
    at, day, as: days <= NAMED_DAY_TO_DAYS ? "day" : day.slice(5, 7) === "01" ? "year" : "month",
  }));
}

/** Month by month, not day by day: ten years are drawn as often as one month. */
function firstsOfMonths({ from, days }: Window): { at: number; day: CalendarDay }[] {
  const firsts: { at: number; day: CalendarDay }[] = [];
  const [year, month, date] = from.split("-").map(Number) as [number, number, number];
  const start = Date.UTC(year, month - 1, date);
  for (let months = year * 12 + month - 1; ; months++) {
    const day = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
    const at = Math.round((Date.UTC(Math.floor(months / 12), months % 12, 1) - start) / DAY_MS);
    if (at >= days) return firsts;
    if (at >= 0) firsts.push({ at, day });
  }
}

/** Counted from January of the year 0, so that steps of years fall on the same years everywhere. */
const isOn = (day: CalendarDay, step: number) => (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % step === 0;
