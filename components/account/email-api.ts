import { callAccount } from "@/components/account/call-account";

/** Asks for a code to a new address. The answer is the same whether or not that address has an account. */
export const askToChange = (email: string) => callAccount("POST", "/api/account/email", { email });

export type Changed = { kind: "done"; email: string } | { kind: "refused"; triesLeft: number } | { kind: "expired" } | { kind: "taken" };
export const changeEmail = (code: string) => callAccount<Changed>("PUT", "/api/account/email", { code });

export type Undone = { kind: "undone" } | { kind: "undone-before" } | { kind: "expired" } | { kind: "unknown" };
/** Needs no session: the code came by mail to the address that was changed. */
export const undoChange = (code: string) => callAccount<Undone>("POST", "/api/email-undo", { code });
