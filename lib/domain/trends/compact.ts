import { TIERS } from "@/lib/domain/red-flags/rule";
import type { DaySeries } from "@/lib/domain/trends/day-series";
import { MARK_KINDS, type Mark } from "@/lib/domain/trends/marks";
import type { MeanPoint } from "@/lib/domain/trends/points";

const MISSING = "-";
/** Half points 0 to 20. */
const HALVES = Array.from({ length: 21 }, (_, halves) => halves.toString(36));

/** A line as text, one letter a day: half points in base 36 ("0" none, "k" ten), "-" without an entry. A year is 365 letters. */
export function packSeries(series: DaySeries): string {
  let text = "";
  for (const value of series) text += value === null ? MISSING : HALVES[Math.round(value * 2)] ?? MISSING;
  return text;
}

/** The line of a text made by `packSeries`. */
export function unpackSeries(text: string): DaySeries {
  const series: DaySeries = [];
  for (let at = 0; at < text.length; at++) series.push(text[at] === MISSING ? null : numberOf(text, at) / 2);
  return series;
}

const LETTERS_A_POINT = 3;

/** A thinned line as text, three letters a point: its mean in tenths, two in base 36, and the days it rests on. Without an entry "--0". */
export function packPoints(points: readonly MeanPoint[]): string {
  return points.map(({ value, days }) => (value === null ? "--" : Math.round(value * 10).toString(36).padStart(2, "0")) + days.toString(36)).join("");
}

/** The points of a text made by `packPoints`. */
export function unpackPoints(text: string): MeanPoint[] {
  const points: MeanPoint[] = [];
  for (let at = 0; at < text.length; at += LETTERS_A_POINT) {
    points.push({ value: text[at] === MISSING ? null : (numberOf(text, at) * 36 + numberOf(text, at + 1)) / 10, days: numberOf(text, at + 2) });
  }
  return points;
}

/** One letter of base 36, without making a text of it. */
function numberOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

/** Marks as text: kind, first day, how many days longer, tier, and the place of the name in a list at the end; empty parts are left out. */
export function packMarks(marks: readonly Mark[]): string {
  if (marks.length === 0) return "";
  const names = [...new Set(marks.flatMap(({ name }) => name ?? []))];
  const packed = marks.map(({ kind, first, last, tier, name }) => [
    MARK_KINDS.indexOf(kind), first.toString(36), last === first ? "" : (last - first).toString(36), tier ? TIERS.indexOf(tier) : "", name === undefined ? "" : names.indexOf(name),
  ].join(".").replace(/\.+$/, ""));
  return JSON.stringify([packed.join(" "), ...names]);
}

/** The marks of a text made by `packMarks`. */
export function unpackMarks(text: string): Mark[] {
  if (text === "") return [];
  const [packed = "", ...names] = JSON.parse(text) as string[];
  return packed.split(" ").map((each) => {
    const [kind, start = "", longer, tier, name] = each.split(".");
    const first = parseInt(start, 36);
    return {
      kind: MARK_KINDS[Number(kind)]!, first, last: first + (longer ? parseInt(longer, 36) : 0),
      ...(tier && { tier: TIERS[Number(tier)]! }), ...(name && { name: names[Number(name)]! }),
    };
  });
}
