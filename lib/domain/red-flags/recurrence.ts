import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { OnsetKey } from "@/lib/domain/check-in/vocabulary";
import { BASELINE_NEWEST_MS, BASELINE_OLDEST_MS } from "@/lib/domain/red-flags/baseline";
import { WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { lazy, lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { OnsetFindings } from "@/lib/domain/red-flags/onset";
import { DAY_MS } from "@/lib/domain/time";

export const RECURRENT_DATES = 3;
export const OPEN_RELAPSE_MAX_MS = 90 * DAY_MS;

/** Whether a check-in holds a finding at the grade in question or worse. */
export type Holds = (x: JudgedCheckIn) => boolean;

/** `key` names finding, place and grade, so that the diary is read once for each. */
export type RecurrenceFindings = {
  /** **Recurrent**: at least 3 local dates with 7 days < age ≤ 60 days hold it. */
  isRecurrent: (key: string, holds: Holds) => boolean;
  /** **Long-standing**: recurrent, on at least half of the logged dates of that window, and the last earlier check-in holds it too. */
  isLongStanding: (key: string, holds: Holds) => boolean;
  /**
   * **Persisting** (of C only): onset not answered; a recorded relapse is open and started at most 90 days ago; a check-in
   * of 24 h to 7 days inside it, and also the last earlier check-in, hold the finding.
   */
  isPersisting: (onsetKey: OnsetKey, holds: Holds) => boolean;
};

export function recurrenceFindings(m: Moment, onset: OnsetFindings): RecurrenceFindings {
  const window = lazy(() => m.withAge(BASELINE_NEWEST_MS, BASELINE_OLDEST_MS));
  const loggedDates = lazy(() => datesOf(window()));
  const counts = lazyBy<number>();
  const datesHolding = (key: string, holds: Holds) => counts(key, () => datesOf(window().filter(holds)));
  const isRecurrent = (key: string, holds: Holds) => datesHolding(key, holds) >= RECURRENT_DATES;
  const lastHolds = (holds: Holds) => {
    const last = m.last();
    return last !== undefined && holds(last);
  };
  return {
    isRecurrent,
    isLongStanding: (key, holds) => isRecurrent(key, holds) && datesHolding(key, holds) * 2 >= loggedDates() && lastHolds(holds),
    isPersisting: (onsetKey, holds) => onset.of(onsetKey) === undefined && lastHolds(holds) && openRelapseStarts(m).some((start) =>
      m.upToAge(WEEK_MS).some((x) => m.ageOf(x) >= DAY_MS && x.recordedAt.getTime() >= start && holds(x))),
  };
}

/** Starts of the relapses open at t that began at most 90 days before it. */
function openRelapseStarts(m: Moment): number[] {
  return m.relapses()
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ startedAt }) => startedAt.getTime())
    .filter((start) => start <= m.t() && m.t() - start <= OPEN_RELAPSE_MAX_MS);
}

const datesOf = (checkIns: readonly JudgedCheckIn[]): number => new Set(checkIns.map((x) => x.day)).size;
