import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { isOtherFinding } from "@/lib/domain/alerts/same-finding";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";

type Entry = Pick<ToldAlert, "checkInId" | "revision" | "recordedAt">;

/**
 * The list with what was found in one entry. What was shown and answered stays with its rule, except after a correction, and when the rule
 * now speaks of something else.
 *
 * @param isWhole the entry was judged anew, so what is not found any more is gone; false adds what someone else found in it
 */
export function withFound(told: readonly ToldAlert[], entry: Entry, alerts: readonly RaisedAlert[], found: { at: Date; isWhole: boolean }): ToldAlert[] {
  const before = told.filter(({ checkInId }) => checkInId === entry.checkInId);
  const now = alerts.map((alert): ToldAlert => {
    const known = before.find(({ ruleId, response, evidence }) => ruleId === alert.ruleId && response !== "corrected" && !isOtherFinding(evidence, alert.evidence));
    const { raisedAt, shownAt, response, respondedAt } = known ?? { raisedAt: found.at, shownAt: null, response: null, respondedAt: null };
    return { ...alert, ...entry, raisedAt, shownAt, response, respondedAt };
  });
  const kept = found.isWhole ? [] : before.filter(({ ruleId }) => !alerts.some((alert) => alert.ruleId === ruleId)).map((alert) => ({ ...alert, ...entry }));
  return [...told.filter(({ checkInId }) => checkInId !== entry.checkInId), ...kept, ...now];
}

export type Change = { checkInId: string; ruleId: string; shownAt?: Date | null; response?: ToldAlert["response"]; respondedAt?: Date | null };

/** The list after an alert was shown or answered. The first moment of showing stays; of two answers the later one. */
export function withChange(told: readonly ToldAlert[], { checkInId, ruleId, shownAt, response, respondedAt }: Change): ToldAlert[] {
  return told.map((alert) => {
    if (alert.checkInId !== checkInId || alert.ruleId !== ruleId) return alert;
    const isNewer = response && respondedAt && (!alert.respondedAt || respondedAt >= alert.respondedAt);
    const first = [alert.shownAt, shownAt].flatMap((at) => at ?? []).sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
    return { ...alert, shownAt: first, ...(isNewer && { response, respondedAt }) };
  });
}
