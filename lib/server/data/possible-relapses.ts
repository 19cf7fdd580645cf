import "server-only";
import { v7 as uuidv7 } from "uuid";
import { settlePossible, type FoundAlert, type KnownRelapse } from "@/lib/domain/relapse/possible";
import { asWorker } from "@/lib/server/access";
import { fromDay } from "@/lib/server/days";
import { pool } from "@/lib/server/db";
import { env } from "@/lib/server/env";

/** As `daymark_relapse_findings` returns it; moments are ISO instants. */
type Findings = {
  alerts: (Omit<FoundAlert, "recordedAt" | "receivedAt"> & { recordedAt: string; receivedAt: string })[];
  relapses: (Omit<KnownRelapse, "startedAt" | "updatedAt"> & { startedAt: string; updatedAt: string })[];
};

/**
 * Makes a possible relapse for each run that rule `possible-relapse` found, and takes those back that nobody answered and no entry
 * raises any more: see `settlePossible`. Runs after every check-in, correction and removal, and may run at any time. The worker only.
 */
export async function settlePossibleRelapses(diaryId: string): Promise<void> {
  if (!env().DAYMARK_ALERTS) return;
  const { rows: [row] } = await pool().query<{ findings: Findings | null }>({
    name: "daymark-relapse-findings", text: "select daymark_relapse_findings($1) as findings", values: [diaryId],
  });
  if (!row?.findings || isSettled(settle(row.findings))) return;
  await asWorker(diaryId, async (tx) => {
    // Two jobs of one diary at once would make two of one run.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`possible relapses ${diaryId}`}, 0))`;
    const [again] = await tx.$queryRaw<{ findings: Findings | null }[]>`select daymark_relapse_findings(${diaryId}::uuid) as findings`;
    if (!again?.findings) return;
    const { put, remove } = settle(again.findings);
    const replaced = put.flatMap(({ id }) => id ?? []);
    const { count } = await tx.relapse.deleteMany({ where: { diaryId, id: { in: [...remove, ...replaced] } } });
    if (count < remove.length + replaced.length) throw new Error("A possible relapse was answered at this moment"); // the job runs again
    const now = new Date();
    await tx.relapse.createMany({
      data: put.map(({ id, startedOn, ...found }) => ({
        diaryId, id: id ?? uuidv7(), ...found, startedOn: fromDay(startedOn), status: "possible", foundBy: "rules", createdAt: now, updatedAt: now,
      })),
    });
  });
}

const isSettled = ({ put, remove }: ReturnType<typeof settlePossible>) => put.length === 0 && remove.length === 0;

const settle = ({ alerts, relapses }: Findings) => settlePossible(
  alerts.map((alert) => ({ ...alert, recordedAt: new Date(alert.recordedAt), receivedAt: new Date(alert.receivedAt) })),
  relapses.map((relapse) => ({ ...relapse, startedAt: new Date(relapse.startedAt), updatedAt: new Date(relapse.updatedAt) })), new Date());
