import "server-only";
import { z } from "zod";
import { judgeNewestAgain } from "@/lib/server/data/judge-again";
import { settlePossibleRelapses } from "@/lib/server/data/possible-relapses";

const payloadSchema = z.object({
  diaryId: z.guid(), checkInId: z.guid(), revision: z.int(),
  /** false when nothing later can be touched; a job of an older version does not say */
  judgeLater: z.boolean().default(true),
});

/** A late or corrected entry changes what later check-ins are compared with, so they are judged again; then what the rules found waits for an answer. */
export async function afterCheckIn(payload: unknown): Promise<void> {
  const { diaryId, checkInId, revision, judgeLater } = payloadSchema.parse(payload);
  if (judgeLater) await judgeNewestAgain({ diaryId, checkInId, revision });
  await settlePossibleRelapses(diaryId);
}
