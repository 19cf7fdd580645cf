import "server-only";
import { z } from "zod";
import { judgeNewest } from "@/lib/server/data/judge-again";

const payloadSchema = z.object({ diaryId: z.guid() });

/** What the rules read besides check-ins was changed, so the newest check-in is judged again. */
export async function judgeNewestOf(payload: unknown): Promise<void> {
  await judgeNewest(payloadSchema.parse(payload));
}
