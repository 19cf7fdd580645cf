import type { UsualOf } from "@/components/diary/flow-props";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { baselineOf } from "@/lib/domain/red-flags/baseline";
import type { RuleContextWire } from "@/lib/schemas/rule-context";

/** The person's own usual of each score, for the mark on the scale and the strip of the mini trends. */
export function usualsOf({ history, relapses, profile, importedDays }: RuleContextWire, now: Date): UsualOf {
  const checkIns = history.map(({ answers, recordedAt, timeZone, day, scores }) => ({ ...answers, recordedAt: new Date(recordedAt), timeZone, day, scores }));
  const recorded = relapses.map(({ startedAt, endedAt }) => ({ startedAt: new Date(startedAt), ...(endedAt && { endedAt: new Date(endedAt) }) }));
  return Object.fromEntries(SCORE_NAMES.map((name) => {
    const found = baselineOf(name, now, checkIns, recorded, profile, importedDays);
    return [name, found && { median: found.median, low: found.low, high: found.high }];
  })) as UsualOf;
}
