import "server-only";
import { deleteDueAccounts } from "@/lib/server/data/account-deletion";

/** Deletes the accounts whose time to come back is over. It names none: whose time it is, the database says, also for one who came back. */
export async function deleteAccounts(): Promise<void> {
  await deleteDueAccounts();
}
