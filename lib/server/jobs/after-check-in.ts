import "server-only";
import { z } from "zod";
import { judgeNewestAgain } from "@/lib/server/data/judge-again";

const payloadSchema = z.object({ diaryId: z.guid(), checkInId: z.guid(), revision: z.int() });

/** A late or corrected entry changes what later check-ins are compared with, so they are judged again. */
export async function afterCheckIn(payload: unknown): Promise<void> {
  const { diaryId, checkInId, revision } = payloadSchema.parse(payload);
  await judgeNewestAgain({ diaryId, checkInId, revision });
}
