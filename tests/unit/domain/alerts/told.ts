import type { ToldAlert } from "@/lib/domain/alerts/alert";
import type { Evidence, RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";

export const NOW = new Date("2026-11-21T10:00:00Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ago = (ms: number) => new Date(NOW.getTime() - ms);

export const raised = (ruleId: string, tier: Tier, evidence: Evidence[] = []): RaisedAlert => ({ ruleId, ruleVersion: 1, tier, evidence });

/** An alert of another entry, shown when it was raised unless said otherwise. */
export function told(ruleId: string, tier: Tier, msAgo: number, more: Partial<ToldAlert> = {}): ToldAlert {
  const at = ago(msAgo);
  return { ...raised(ruleId, tier), checkInId: `entry-${msAgo}`, revision: 1, recordedAt: at, raisedAt: at, shownAt: at, response: null, respondedAt: more.response ? at : null, ...more };
}

export const run = (group: string, daysAgo: number): Evidence => ({ field: `run.${group}`, value: ago(daysAgo * DAY).toISOString() });
