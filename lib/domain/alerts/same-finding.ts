import type { Evidence } from "@/lib/domain/red-flags/rule";

/** Measures and their comparison move with every entry: they make no other finding. */
const MOVING = ["run.", "scores.", "usual.", "recent.", "relapses."];

/**
 * A rule that an entry raised before is raised by a newer revision for something else: the other eye, another side, area or sign. A
 * detail that was only added, or an item that is gone, is the same finding.
 */
export function isOtherFinding(before: readonly Evidence[], now: readonly Evidence[]): boolean {
  const [known, found] = [namesOf(before), namesOf(now)];
  const isReplaced = [...found.keys()].some((field) => !known.has(field)) && [...known.keys()].some((field) => !found.has(field));
  return isReplaced || [...found].some(([field, values]) => values.some((value) => known.get(field)?.includes(value) === false));
}

/** What was answered in words, by field. A field without a value says nothing. */
function namesOf(evidence: readonly Evidence[]): Map<string, readonly string[]> {
  return new Map(evidence.flatMap(({ field, value }): [string, readonly string[]][] => {
    if (value === undefined || typeof value === "number" || MOVING.some((start) => field.startsWith(start))) return [];
    return [[field, typeof value === "object" ? value : [String(value)]]];
  }));
}
