import type { Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";

/** An emergency nobody answered comes back for this long. */
export const OPEN_FOR_DAYS = 7;

type Stored = { checkInId: string; revision: number; ruleId: string; tier: Tier; raisedAt: Date; shownAt: Date | null; response: string | null };
type Newest = { id: string; revision: number };

/**
 * The emergencies that stand: those of the newest revision of each check-in. Every revision stores its alerts anew, so when one
 * was shown and what was answered is taken over from the revisions before it, up to the last one that was corrected.
 */
export function standingEmergencies<A extends Stored>(alerts: readonly A[], newest: readonly Newest[]): A[] {
  const revisions = new Map(newest.map(({ id, revision }) => [id, revision]));
  const emergencies = alerts.filter(({ tier }) => tier === "EMERGENCY");
  return emergencies.filter(({ checkInId, revision }) => revisions.get(checkInId) === revision).map((alert) => {
    const before = emergencies
      .filter(({ checkInId, ruleId, revision }) => checkInId === alert.checkInId && ruleId === alert.ruleId && revision < alert.revision)
      .sort((one, other) => one.revision - other.revision);
    const since = [...before.slice(before.findLastIndex(({ response }) => response === "corrected") + 1), alert];
    return {
      ...alert,
      shownAt: since.find(({ shownAt }) => shownAt !== null)?.shownAt ?? null,
      response: since.findLast(({ response }) => response !== null)?.response ?? null,
    };
  });
}

/** Nobody said what they did about it, or said "not yet", and it is at most a week old. */
export function isOpenEmergency({ response, raisedAt }: Pick<Stored, "response" | "raisedAt">, now: Date): boolean {
  return (response === null || response === "not-yet") && now.getTime() - raisedAt.getTime() <= OPEN_FOR_DAYS * DAY_MS;
}
