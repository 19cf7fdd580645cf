import type { DaySeries } from "@/lib/domain/trends/day-series";
import type { MeanPoint } from "@/lib/domain/trends/points";

const MISSING = "-";

/** A line as text, one letter a day: half points in base 36 ("0" none, "k" ten), "-" without an entry. A year is 365 letters. */
export function packSeries(series: DaySeries): string {
  return series.map((value) => (value === null ? MISSING : Math.round(value * 2).toString(36))).join("");
}

/** The line of a text made by `packSeries`. */
export function unpackSeries(text: string): DaySeries {
  return Array.from(text, (letter) => (letter === MISSING ? null : parseInt(letter, 36) / 2));
}

const LETTERS_A_POINT = 3;

/** A thinned line as text, three letters a point: its mean in tenths, two in base 36, and the days it rests on. Without an entry "--0". */
export function packPoints(points: readonly MeanPoint[]): string {
  return points.map(({ value, days }) => (value === null ? "--" : Math.round(value * 10).toString(36).padStart(2, "0")) + days.toString(36)).join("");
}

/** The points of a text made by `packPoints`. */
export function unpackPoints(text: string): MeanPoint[] {
  return Array.from({ length: text.length / LETTERS_A_POINT }, (_, place) => {
    const [mean, days] = [text.slice(place * 3, place * 3 + 2), text.slice(place * 3 + 2, place * 3 + 3)];
    return { value: mean === "--" ? null : parseInt(mean, 36) / 10, days: parseInt(days, 36) };
  });
}
