import type { ToldAlert } from "@/lib/domain/alerts/alert";

type Stored = Pick<ToldAlert, "checkInId" | "revision" | "ruleId" | "shownAt" | "response" | "respondedAt">;
type Newest = { id: string; revision: number; recordedAt: Date };

/**
 * The alerts that stand: those of the newest revision of each check-in, in the order given. Every revision stores its alerts anew,
 * so when one was shown and what was answered is taken over from the revisions before it, up to the last one that was corrected.
 * What a correction took back stands no more.
 */
export function standingAlerts<A extends Stored>(alerts: readonly A[], newest: readonly Newest[]): (A & Pick<ToldAlert, "recordedAt">)[] {
  const entries = new Map(newest.map((entry) => [entry.id, entry]));
  return alerts.flatMap((alert) => {
    const entry = entries.get(alert.checkInId);
    if (entry?.revision !== alert.revision) return [];
    const before = alerts
      .filter(({ checkInId, ruleId, revision }) => checkInId === alert.checkInId && ruleId === alert.ruleId && revision < alert.revision)
      .sort((one, other) => one.revision - other.revision);
    const since = [...before.slice(before.findLastIndex(({ response }) => response === "corrected") + 1), alert];
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
