import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { isOtherFinding } from "@/lib/domain/alerts/same-finding";

type Stored = Pick<ToldAlert, "checkInId" | "revision" | "ruleId" | "evidence" | "shownAt" | "response" | "respondedAt">;
type Newest = { id: string; revision: number; recordedAt: Date };

/**
 * The alerts that stand: those of the newest revision of each check-in, in the order given. Every revision stores its alerts anew,
 * so when one was shown and what was answered is taken over from the revisions before it, up to the last one that was corrected
 * or found something else. What a correction took back stands no more.
 */
export function standingAlerts<A extends Stored>(alerts: readonly A[], newest: readonly Newest[]): (A & Pick<ToldAlert, "recordedAt">)[] {
  const entries = new Map(newest.map((entry) => [entry.id, entry]));
  return alerts.flatMap((alert) => {
    const entry = entries.get(alert.checkInId);
    if (entry?.revision !== alert.revision) return [];
    const before = alerts
      .filter(({ checkInId, ruleId, revision }) => checkInId === alert.checkInId && ruleId === alert.ruleId && revision < alert.revision)
      .sort((one, other) => one.revision - other.revision);
    const startsAnewAfter = before.findLastIndex(({ response, evidence }, place) => response === "corrected" || isOtherFinding(evidence, (before[place + 1] ?? alert).evidence));
    const since = [...before.slice(startsAnewAfter + 1), alert];
    const answered = since.findLast(({ response }) => response !== null);
    return [{
      ...alert,
      recordedAt: entry.recordedAt,
      shownAt: since.find(({ shownAt }) => shownAt !== null)?.shownAt ?? null,
      response: answered?.response ?? null,
      respondedAt: answered?.respondedAt ?? null,
    }];
  });
}
