import { deletionSchema } from "@/lib/schemas/account";
import { askForDeletion } from "@/lib/server/data/account-deletion";
import { handle } from "@/lib/server/handle";

/** Asks for the deletion of the account and its diary: sharing ends at once, and seven days later everything goes. */
export const DELETE = handle({ body: deletionSchema }, async (viewer) => ({ deleteAfter: (await askForDeletion(viewer)).toISOString() }));
