import type { CalendarDay } from "@/lib/domain/time";

const STYLES = {
  short: { weekday: "short", day: "numeric", month: "short" },
  weekday: { weekday: "short" },
  long: { weekday: "long", day: "numeric", month: "long" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A calendar day in words, "Sun 15 Nov". It has no zone, so it is worded in UTC, where it was put together. */
export function formatDay(day: CalendarDay, style: keyof typeof STYLES): string {
  return new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`)).replace(",", "");
}

/** The time of day on the device. */
export function formatTime(instant: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...(timeZone && { timeZone }) }).format(instant);
}
