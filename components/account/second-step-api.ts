import { callAccount } from "@/components/account/call-account";
import type { Qr } from "@/components/account/qr-picture";

/** What an app needs to make codes: the key, as it is typed, as a link for the same phone, and as a picture. */
export type TotpKey = { secret: string; uri: string; qr: Qr };

export const beginTotp = () => callAccount<TotpKey>("POST", "/api/account/totp");
export const confirmTotp = (code: string) => callAccount<{ kind: "done" | "refused" | "expired" }>("PUT", "/api/account/totp", { code });
export const removeTotp = () => callAccount("DELETE", "/api/account/totp");
export const makeRecoveryCodes = () => callAccount<{ codes: string[] }>("POST", "/api/account/recovery-codes");
