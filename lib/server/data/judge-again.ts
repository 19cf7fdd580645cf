import "server-only";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { DAY_MS } from "@/lib/domain/time";
import { asWorker } from "@/lib/server/access";
import { logNotChecked, toHistory, toRuleContext, type RuleInput } from "@/lib/server/check-in-judging";
import { RULE_WINDOW_MS } from "@/lib/server/data/store-check-ins";
import { pool, type Transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";

const AGAIN_MS = 14 * DAY_MS;

type Newest = { id: string; revision: number; recordedAt: Date };

/**
 * Judges again after a late entry or a correction. All later check-ins of the last 14 days would be judged, but only the newest
 * may raise an alert, so the newest is the one that is. Alerts it has already are kept as they are. The worker only.
 */
export async function judgeNewestAgain({ diaryId, checkInId, revision }: { diaryId: string; checkInId: string; revision: number }): Promise<void> {
  if (!env().DAYMARK_ALERTS) return;
  const { rows: [found] } = await pool().query<{ newest: (Omit<Newest, "recordedAt"> & { recordedAt: string }) | null }>({
    name: "daymark-newest-before", text: "select daymark_newest_before($1, $2, $3) as newest", values: [diaryId, checkInId, revision],
  });
  const newest = found?.newest && { ...found.newest, recordedAt: new Date(found.newest.recordedAt) };
  if (newest && isRecent(newest)) await asWorker(diaryId, (tx) => judge(tx, diaryId, newest));
}

/**
 * Judges the newest check-in again after a change of what the rules read besides check-ins, such as a medicine, when it is of the
 * last 14 days. Alerts it has already are kept as they are. The worker only.
 */
export async function judgeNewest({ diaryId }: { diaryId: string }): Promise<void> {
  if (!env().DAYMARK_ALERTS) return;
  await asWorker(diaryId, async (tx) => {
    const newest = await tx.checkIn.findFirst({
      where: { diaryId, supersededAt: null }, select: { id: true, revision: true, recordedAt: true }, orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    });
    if (newest && isRecent(newest)) await judge(tx, diaryId, newest);
  });
}

const isRecent = ({ recordedAt }: Newest) => Date.now() - recordedAt.getTime() <= AGAIN_MS;

async function judge(tx: Transaction, diaryId: string, newest: Newest): Promise<void> {
  const now = new Date();
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
  // Reassurance never stands beside an alarm: not beside one that was raised before, either.
  const alarms = await tx.alert.count({ where: { diaryId, checkInId: newest.id, checkInRevision: newest.revision, tier: { in: ["EMERGENCY", "URGENT"] } } });
  await tx.alert.createMany({
    data: alerts.filter(({ tier }) => tier !== "INFO" || alarms === 0).map((alert) => ({
      diaryId, checkInId: newest.id, checkInRevision: newest.revision, ruleId: alert.ruleId, ruleVersion: alert.ruleVersion,
      tier: alert.tier, evidence: alert.evidence, foundBy: "server", raisedAt: now,
    })),
    skipDuplicates: true,
  });
}
