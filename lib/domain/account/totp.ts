/** How long one code of a sign-in app is shown. */
export const TOTP_SECONDS = 30;
export const TOTP_DIGITS = 6;
/** Steps before and after the present one whose code counts too: clocks differ, and typing takes time. */
export const TOTP_WINDOW = 1;

/** Six digits as typed, with spaces or a hyphen between them; null when it is something else. */
export function readTotpCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** The secret in groups of four, for people who type it into their app. */
export const groupSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;
