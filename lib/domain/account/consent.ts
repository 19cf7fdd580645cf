/**
 * Every text that consent was ever asked with, oldest first; the last one counts. A changed text needs a line of its own here:
 * tests/unit/domain/account/consent.test.ts compares the fingerprint. Lines are never taken away, since people agreed to them.
 */
export const CONSENT_TEXTS = [
  { version: "2026-11-21", fingerprint: "210564848f800e00" },
] as const;

export const CONSENT_VERSION: string = CONSENT_TEXTS[CONSENT_TEXTS.length - 1]!.version;

/** What a person agreed to last. */
export type Consent = { version: string; givenAt: Date; withdrawnAt: Date | null };

/** "none": never asked. "outdated": agreed to a text that has changed since. */
export type ConsentState = "none" | "current" | "outdated" | "withdrawn";

export function consentState(last: Consent | null): ConsentState {
  if (!last) return "none";
  if (last.withdrawnAt) return "withdrawn";
  return last.version === CONSENT_VERSION ? "current" : "outdated";
}
