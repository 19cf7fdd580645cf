import "server-only";
import { z } from "zod";
import { judgeNewest } from "@/lib/server/data/judge-again";
import { settlePossibleRelapses } from "@/lib/server/data/possible-relapses";

const payloadSchema = z.object({ diaryId: z.guid() });

/** What the rules read besides check-ins was changed, so the newest check-in is judged again; then what the rules found waits for an answer. */
export async function judgeNewestOf(payload: unknown): Promise<void> {
  const { diaryId } = payloadSchema.parse(payload);
  await judgeNewest({ diaryId });
  await settlePossibleRelapses(diaryId);
}
