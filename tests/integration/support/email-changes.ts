import { expect } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { changeEmail, requestEmailChange } from "@/lib/server/data/email-changes";
import { findSessionViewer } from "@/lib/server/data/sessions";
import { db } from "@/lib/server/db";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { codesIn, mailNotices, mailsTo } from "@/tests/integration/support/mailbox";
import { makePerson, withOwner } from "@/tests/integration/support/people";

/** An address that nobody has. */
export const someone = () => `${uuidv7()}@people.example`;

/** The address of the account now. */
export const emailOf = ({ userId }: Viewer) => db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } }).then(({ email }) => email);

/** The six digits of a mail; empty when it holds none. */
export const digitsIn = (text: string) => /^(\d{6})$/m.exec(text)?.[1] ?? "";

/** Moves all changes of address of a person into the past. */
export const ago = (viewer: Viewer, interval: string) => withOwner((client) => client.query(
  "update email_changes set created_at = created_at - $2::interval, undo_until = undo_until - $2::interval where user_id = $1", [viewer.userId, interval]));

/** Who a session belongs to at this moment: the address may be another one by now. */
export const viewerNow = async (viewer: Viewer): Promise<Viewer> => (await findSessionViewer(viewer.sessionId))!;

/** Asks for a code to the new address and mails it as the worker does. Returns the code, empty when the mail holds none. */
export async function askToChange(viewer: Viewer, newEmail: string): Promise<string> {
  await requestEmailChange(viewer, newEmail);
  const { id: tokenId } = await db().verificationToken.findFirstOrThrow({ where: { sessionId: viewer.sessionId }, orderBy: { createdAt: "desc" } });
  await sendSignInCode({ tokenId });
  return digitsIn((await mailsTo(newEmail))[0]?.text ?? "");
}

/** Someone whose address was just changed, with the code that undoes it. */
export async function makeChanged(newEmail = someone()): Promise<{ viewer: Viewer; oldEmail: string; newEmail: string; undo: string }> {
  const before = await makePerson();
  expect(await changeEmail(before, await askToChange(before, newEmail))).toEqual({ kind: "done", email: newEmail });
  return { viewer: await viewerNow(before), oldEmail: before.email, newEmail, undo: await readUndo(before) };
}

/** The code that undoes the last change, as the mail to the old address says it. */
export async function readUndo({ userId, email }: Viewer): Promise<string> {
  await mailNotices(userId);
  return codesIn((await mailsTo(email))[0]!.text).typed.replaceAll("-", "");
}
