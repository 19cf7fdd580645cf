import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { findReservation } from "@/lib/server/data/addresses";
import { isInvitationLive, useInvitation } from "@/lib/server/data/sign-up-invitations";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

/**
 * Whether a code may be mailed to an address that asks to sign in: it has an account that is not closed, or may make one now. The
 * worker asks; the browser gets the same answer for every address.
 */
export async function mayReceiveCode(email: string, attemptId: string | null): Promise<boolean> {
  const user = await db().user.findUnique({ where: { email }, select: { disabledAt: true, demoRole: true } });
  if (user) return !user.disabledAt && !user.demoRole;
  if (await findReservation(email)) return false;
  if (env().DAYMARK_SIGN_UP === "open") return true;
  const attempt = attemptId && await db().signInAttempt.findUnique({ where: { id: attemptId }, select: { invitationId: true } });
  return env().DAYMARK_SIGN_UP === "invited" && Boolean(attempt && attempt.invitationId && await isInvitationLive(attempt.invitationId));
}

/**
 * The account of an address that was just proved by a code; made now when sign-up is open, or with an invitation, which that uses
 * up. Null when none may be made or the account is closed. Demo accounts are never entered this way: their addresses belong to nobody.
 */
export async function findOrCreateUser(email: string, invitationId: string | null = null): Promise<string | null> {
  const find = () => db().user.findUnique({ where: { email }, select: { id: true, disabledAt: true, demoRole: true } });
  let user = await find();
  if (!user && await makeUser(email, invitationId)) user = await find(); // two first sign-ins at once make one account
  return user && !user.disabledAt && !user.demoRole ? user.id : null;
}

async function makeUser(email: string, invitationId: string | null): Promise<boolean> {
  const { DAYMARK_SIGN_UP: signUp } = env();
  if (signUp === "closed" || (signUp === "invited" && !invitationId) || await findReservation(email)) return false;
  const id = uuidv7();
  return db().$transaction(async (tx) => {
    if (signUp === "invited" && invitationId && !(await useInvitation(tx, invitationId, id))) return false;
    await tx.user.createMany({ data: [{ id, email, createdAt: new Date() }], skipDuplicates: true });
    return true;
  });
}

/** The demo account of a role; null when no demo data is loaded. */
export async function findDemoUser(role: NonNullable<Viewer["demoRole"]>): Promise<string | null> {
  const user = await db().user.findFirst({ where: { demoRole: role, disabledAt: null }, select: { id: true }, orderBy: { createdAt: "asc" } });
  return user?.id ?? null;
}
