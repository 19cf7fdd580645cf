import type { RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { GroupFindings } from "@/lib/domain/relapse/groups";
import type { Run } from "@/lib/domain/relapse/runs";
import { DAY_MS } from "@/lib/domain/time";

/** Onset to onset. Exactly 30 days is a new relapse. Source: MCD2017, NHSE-RELAPSE. */
export const NEW_RELAPSE_AFTER_MS = 30 * DAY_MS;

export type RecordedFindings = {
  /** the recorded relapse with the latest start at or before t */
  latest: () => RecordedRelapse | undefined;
  /** the latest of those that are open at t */
  latestOpen: () => RecordedRelapse | undefined;
  isOpen: (relapse: RecordedRelapse) => boolean;
  /** t − start, in milliseconds */
  ageOf: (relapse: RecordedRelapse) => number;
  /** **Same relapse**: whether a run belongs to any recorded relapse */
  owns: (run: Run) => boolean;
};

export function recordedFindings(m: Moment, groups: GroupFindings): RecordedFindings {
  const begun = lazy(() => m.relapses().filter(({ startedAt }) => startedAt.getTime() <= m.t()));
  const isOpen = ({ endedAt }: RecordedRelapse) => endedAt === undefined;

  /** Started within 30 days of it; or it is still open and the group has shown no unchanged check-in since its start. */
  const belongsTo = (run: Run, relapse: RecordedRelapse): boolean => {
    const start = relapse.startedAt.getTime();
    if (run.start.getTime() - start < NEW_RELAPSE_AFTER_MS) return true;
    return isOpen(relapse) && !m.earlier().some((x) =>
      x.recordedAt.getTime() > start && x.recordedAt < run.start && groups.isChanged(run.group, x) === false);
  };
  return {
    latest: () => begun().at(-1),
    latestOpen: () => begun().findLast(isOpen),
    isOpen,
    ageOf: ({ startedAt }) => m.t() - startedAt.getTime(),
    owns: (run) => begun().some((relapse) => belongsTo(run, relapse)),
  };
}
