import { EARLIEST_DAYS_BACK } from "@/lib/domain/check-in/earlier";
import type { FlowState } from "@/lib/domain/check-in/flow";
import { DAY_MS, dayOf, type CalendarDay } from "@/lib/domain/time";

/**
 * The day of a check-in that must be asked about before it goes on; null when there is nothing to ask. The day ended while it was
 * open; or the time it was filed under is by now too long ago to be taken. A finished entry is not asked about.
 * @param agreed the date on which the person last said which day it is for
 */
export function dayToAsk({ draft, step }: Pick<FlowState, "draft" | "step">, now: Date, timeZone: string, agreed: CalendarDay | null): CalendarDay | null {
  const today = dayOf(now, timeZone);
  if (draft.recordedAt === null) return draft.id === null && draft.day !== today ? draft.day : null;
  const recordedAt = new Date(draft.recordedAt);
  if (draft.id === null) return now.getTime() - recordedAt.getTime() > EARLIEST_DAYS_BACK * DAY_MS ? draft.day : null;
  return step !== "done" && agreed !== today && dayOf(recordedAt, timeZone) < today ? draft.day : null;
}
