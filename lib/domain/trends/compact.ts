import type { DaySeries } from "@/lib/domain/trends/day-series";

const MISSING = "-";

/** A line as text, one letter a day: half points in base 36 ("0" none, "k" ten), "-" without an entry. A year is 365 letters. */
export function packSeries(series: DaySeries): string {
  return series.map((value) => (value === null ? MISSING : Math.round(value * 2).toString(36))).join("");
}

/** The line of a text made by `packSeries`. */
export function unpackSeries(text: string): DaySeries {
  return Array.from(text, (letter) => (letter === MISSING ? null : parseInt(letter, 36) / 2));
}

const DAYS_A_LETTER = 5;

/** Some of `days` days as text, five days a letter. */
export function packDays(chosen: readonly number[], days: number): string {
  const bits = new Array<number>(Math.ceil(days / DAYS_A_LETTER)).fill(0);
  for (const day of chosen) bits[Math.floor(day / DAYS_A_LETTER)]! |= 1 << (day % DAYS_A_LETTER);
  return bits.map((each) => each.toString(32)).join("");
}

/** The days of a text made by `packDays`, ascending. */
export function unpackDays(text: string): number[] {
  return Array.from(text).flatMap((letter, place) => {
    const bits = parseInt(letter, 32);
    return Array.from({ length: DAYS_A_LETTER }, (_, bit) => place * DAYS_A_LETTER + bit).filter((_, bit) => bits & (1 << bit));
  });
}
