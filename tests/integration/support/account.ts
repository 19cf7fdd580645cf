import { Secret, TOTP } from "otpauth";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { createSession } from "@/lib/server/data/sessions";
import { beginTotp, confirmTotp } from "@/lib/server/data/totp";
import { makePerson, withOwner } from "@/tests/integration/support/people";

export const STEP_MS = 30_000;

/** What the person's app shows at a moment: made from its key alone, by nothing of ours. */
export const codeAt = (secret: string, at = new Date()): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Six digits that the app shows at none of the steps round a moment. */
export function wrongCodeAt(secret: string, at = new Date()): string {
  const right = [-2, -1, 0, 1, 2].map((step) => codeAt(secret, new Date(at.getTime() + step * STEP_MS)));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !right.includes(code))!;
}

/** Someone whose second step was switched on five minutes ago. */
export async function makeTotpUser(now = new Date()): Promise<{ viewer: Viewer; secret: string }> {
  const viewer = await makePerson();
  const { secret } = await beginTotp(viewer);
  const before = new Date(now.getTime() - 10 * STEP_MS);
  const answer = await confirmTotp(viewer, codeAt(secret, before), before);
  if (answer.kind !== "done") throw new Error("The second step was not switched on");
  return { viewer, secret };
}

/** Another session of the same person, begun just now. */
export const makeSession = (userId: string, { isStrong = false } = {}): Promise<string> => createSession({ userId, isStrong, isConfirmed: true });

/** What the person is told by mail, oldest first. */
export const noticesOf = ({ userId }: Pick<Viewer, "userId">): Promise<string[]> => withOwner(async (client) =>
  (await client.query<{ kind: string }>("select kind from account_notices where user_id = $1 order by created_at, id", [userId])).rows.map(({ kind }) => kind));
