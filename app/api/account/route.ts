import { deletionSchema } from "@/lib/schemas/account";
import { deleteAccount } from "@/lib/server/data/account-deletion";
import { handle } from "@/lib/server/handle";

/** Deletes the account that asks and its diary, at once and for good. */
export const DELETE = handle({ body: deletionSchema }, (viewer) => deleteAccount(viewer));
