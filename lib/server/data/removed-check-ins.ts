import "server-only";
import { asWorker } from "@/lib/server/access";
import { db } from "@/lib/server/db";

/**
 * Deletes every revision of a removed entry once its day is over. Its alerts keep rule, time and response, lose the answers, and are
 * marked. The worker only.
 * @param now of the worker; 24 hours after the removal are enough, a moment less is not
 * @returns false when there is nothing to delete: it was put back, it is not time yet, or it was done before
 */
export function purgeCheckIn({ diaryId, checkInId }: { diaryId: string; checkInId: string }, now: Date): Promise<boolean> {
  return asWorker(diaryId, async (tx) => {
    const [row] = await tx.$queryRaw<{ purged: boolean }[]>`select daymark_purge_check_in(${diaryId}::uuid, ${checkInId}::uuid, ${now}::timestamptz) as purged`;
    return row?.purged ?? false;
  });
}

/** Deletes all entries whose day is over, also those whose job was lost: for the start of the worker, and now and then. @returns how many */
export async function purgeDue(now: Date): Promise<number> {
  const due = await db().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('daymark.viewer_kind', 'worker', true)`;
    return tx.$queryRaw<{ diary_id: string; check_in_id: string }[]>`select diary_id, check_in_id from daymark_due_purges(${now}::timestamptz)`;
  });
  let count = 0;
  for (const { diary_id, check_in_id } of due) if (await purgeCheckIn({ diaryId: diary_id, checkInId: check_in_id }, now)) count += 1;
  return count;
}
