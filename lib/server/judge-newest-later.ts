import "server-only";
import type { DiaryScope } from "@/lib/server/access";

/**
 * What the rules read besides check-ins has changed, such as a medicine: the newest check-in is judged again by the worker, once the
 * transaction of the change is through.
 */
export async function judgeNewestLater({ db, diaryId }: DiaryScope): Promise<void> {
  await db.$executeRaw`select daymark_add_job('judge-newest', ${JSON.stringify({ diaryId })}::json)`;
}
