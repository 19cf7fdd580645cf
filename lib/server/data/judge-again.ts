import "server-only";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { DAY_MS } from "@/lib/domain/time";
import { asWorker } from "@/lib/server/access";
import { logNotChecked, toHistory, toRuleContext, type RuleInput } from "@/lib/server/check-in-judging";
import { RULE_WINDOW_MS } from "@/lib/server/data/store-check-ins";
import { pool } from "@/lib/server/db";
import { env } from "@/lib/server/env";

const AGAIN_MS = 14 * DAY_MS;

type Newest = { id: string; revision: number; recordedAt: string };

/**
 * Judges again after a late entry or a correction. All later check-ins of the last 14 days would be judged, but only the newest
 * may raise an alert, so the newest is the one that is. Alerts it has already are kept as they are. The worker only.
 */
export async function judgeNewestAgain({ diaryId, checkInId, revision }: { diaryId: string; checkInId: string; revision: number }): Promise<void> {
  if (!env().DAYMARK_ALERTS) return;
  const { rows: [found] } = await pool().query<{ newest: Newest | null }>({
    name: "daymark-newest-before", text: "select daymark_newest_before($1, $2, $3) as newest", values: [diaryId, checkInId, revision],
  });
  const newest = found?.newest && { ...found.newest, recordedAt: new Date(found.newest.recordedAt) };
  const now = new Date();
  if (!newest || now.getTime() - newest.recordedAt.getTime() > AGAIN_MS) return;
  await asWorker(diaryId, async (tx) => {
    const since = new Date(newest.recordedAt.getTime() - RULE_WINDOW_MS).toISOString();
    const [row] = await tx.$queryRaw<{ input: RuleInput }[]>`
      select daymark_rule_input(${diaryId}::uuid, ${JSON.stringify([newest.id])}::jsonb, ${since}::timestamptz) as input`;
    if (!row?.input) return;
    const history = toHistory(row.input.history);
    const target = history.find(({ id }) => id === newest.id);
    if (!target) return;
    const others = history.filter((entry) => entry !== target).map(({ judged }) => judged);
    const { alerts, couldNotCheck } = evaluate(target.judged, { ...toRuleContext(row.input, now), history: others });
    logNotChecked({ diaryId, checkInId: newest.id }, couldNotCheck);
    await tx.alert.createMany({
      data: alerts.map((alert) => ({
        diaryId, checkInId: newest.id, checkInRevision: newest.revision, ruleId: alert.ruleId, ruleVersion: alert.ruleVersion,
        tier: alert.tier, evidence: alert.evidence, foundBy: "server", raisedAt: now,
      })),
      skipDuplicates: true,
    });
  });
}
