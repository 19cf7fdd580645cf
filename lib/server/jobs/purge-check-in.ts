import "server-only";
import { z } from "zod";
import { purgeCheckIn as purge } from "@/lib/server/data/removed-check-ins";

const payloadSchema = z.object({ diaryId: z.guid(), checkInId: z.guid() });

/** A day after an entry was removed it is deleted for good, unless it was put back. */
export async function purgeCheckIn(payload: unknown): Promise<void> {
  await purge(payloadSchema.parse(payload), new Date());
}
