import { deletionSchema } from "@/lib/schemas/account";
import { setCookie } from "@/lib/server/cookies";
import { deleteAccount } from "@/lib/server/data/account-deletion";
import { handle } from "@/lib/server/handle";

/** Deletes the account that asks and its diary, at once and for good. The browser is asked to keep nothing either, its own mark included. */
export const DELETE = handle({ body: deletionSchema }, async (viewer) => {
  await deleteAccount(viewer);
  const headers = new Headers({ "cache-control": "no-store", "clear-site-data": '"cache", "cookies", "storage"' });
  for (const name of ["session", "csrf", "callback", "attempt", "device"] as const) headers.append("set-cookie", setCookie(name, "", 0));
  return new Response(null, { status: 204, headers });
});
