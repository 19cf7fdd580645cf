import type { Scores } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import { toScore, wholeMedian } from "@/lib/domain/import/scale";
import type { Mapping } from "@/lib/domain/import/series";
import type { Reader, RowError } from "@/lib/domain/import/table";
import { isScore, type Target } from "@/lib/domain/import/targets";
import type { CalendarDay } from "@/lib/domain/time";

/** A day out of another diary: whole scores from 0 to 10, and only those that the file held. */
export type DayToImport = { day: CalendarDay; scores: Partial<Scores>; trackers: Trackers; note?: string };

export const NOTE_MOST = 2000;

/**
 * The days of a file, oldest first. Several values of one symptom on one day become their median. What cannot be read is left out and
 * listed, cell by cell; a day of which nothing is left is no day. Notes of one day stand below each other, the same one once.
 */
export function toDays({ readings, notes, errors: before }: Reader, mapping: Mapping, keepNotes: boolean): { days: DayToImport[]; errors: RowError[] } {
  const errors = [...before];
  const days = new Map<CalendarDay, { values: Map<Target, number[]>; notes: Set<string> }>();
  const dayOf = (day: CalendarDay) => days.get(day) ?? days.set(day, { values: new Map(), notes: new Set() }).get(day)!;
  for (const { line, column, day, series, cell } of readings) {
    const choice = mapping[series];
    if (!choice?.target) continue;
    const found = toScore(cell, choice.scale);
    if (found === null) continue;
    if ("problem" in found) {
      errors.push({ line, column, problem: found.problem, ...(found.problem === "notPlaced" && { word: cell.trim().toLowerCase() }) });
      continue;
    }
    const { values } = dayOf(day);
    values.set(choice.target, [...values.get(choice.target) ?? [], found.score]);
  }
  if (keepNotes) {
    for (const { line, column, day, text } of notes) {
      const kept = dayOf(day).notes;
      if ([...kept, text].join("\n").length > NOTE_MOST) errors.push({ line, column, problem: "noteTooLong" });
      else kept.add(text);
    }
  }
  const filled = [...days].filter(([, { values, notes: kept }]) => values.size > 0 || kept.size > 0);
  return {
    days: filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, content]) => toDay(day, content)),
    errors: errors.sort((a, b) => a.line - b.line),
  };
}

function toDay(day: CalendarDay, { values, notes }: { values: Map<Target, number[]>; notes: Set<string> }): DayToImport {
  const result: DayToImport = { day, scores: {}, trackers: {} };
  for (const [target, list] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isScore(target)) result.scores[target] = wholeMedian(list);
    else result.trackers[target] = wholeMedian(list);
  }
  return notes.size > 0 ? { ...result, note: [...notes].join("\n") } : result;
}
