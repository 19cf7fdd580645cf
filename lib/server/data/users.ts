import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

/**
 * The account of an address that was just proved by a code; made now when sign-up is open. Null when there is none and sign-up
 * is by invitation, or when the account is closed. Demo accounts are never entered this way: their addresses belong to nobody.
 */
export async function findOrCreateUser(email: string): Promise<string | null> {
  const find = () => db().user.findUnique({ where: { email }, select: { id: true, disabledAt: true, demoRole: true } });
  let user = await find();
  if (!user && env().DAYMARK_SIGN_UP === "open") {
    await db().user.createMany({ data: [{ id: uuidv7(), email, createdAt: new Date() }], skipDuplicates: true });
    user = await find(); // two first sign-ins at once make one account
  }
  return user && !user.disabledAt && !user.demoRole ? user.id : null;
}

/** The demo account of a role; null when no demo data is loaded. */
export async function findDemoUser(role: NonNullable<Viewer["demoRole"]>): Promise<string | null> {
  const user = await db().user.findFirst({ where: { demoRole: role, disabledAt: null }, select: { id: true }, orderBy: { createdAt: "asc" } });
  return user?.id ?? null;
}
