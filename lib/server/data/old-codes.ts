import "server-only";
import { DAY_MS } from "@/lib/domain/time";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

/**
 * Forgets mailed codes, passkeys' challenges and attempts to sign in that are older than the operator keeps them. None of them opens
 * anything since minutes after it was made.
 */
export async function clearCodes(): Promise<void> {
  const where = { createdAt: { lt: new Date(Date.now() - env().DAYMARK_KEEP_CODE_DAYS * DAY_MS) } };
  await db().verificationToken.deleteMany({ where });
  await db().passkeyChallenge.deleteMany({ where });
  await db().signInAttempt.deleteMany({ where });
}
