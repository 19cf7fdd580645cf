import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CONSENT_TEXTS, CONSENT_VERSION, consentState } from "@/lib/domain/account/consent";
import { textsFor } from "@/lib/i18n/plain";

/** All that a person reads before they agree: the screen, and the statement on what Daymark is, with and without rules. */
const shown = [true, false].map(textsFor).map(({ consent, common }) => ({ screen: consent.screen, statement: common.statement }));
const fingerprint = createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 16);

describe("the consent text", () => {
  it("has a new version whenever it changes", () => {
    const now = CONSENT_TEXTS.at(-1)!;
    expect(fingerprint, `The consent text is not that of version ${now.version}: add a line with a new version to CONSENT_TEXTS, so that everyone is asked anew`).toBe(now.fingerprint);
  });
  it("never uses a version or a text again", () => {
    expect(new Set(CONSENT_TEXTS.map(({ version }) => version)).size).toBe(CONSENT_TEXTS.length);
    expect(new Set(CONSENT_TEXTS.map((text) => text.fingerprint)).size).toBe(CONSENT_TEXTS.length);
  });
});

describe("consentState", () => {
  const given = { version: CONSENT_VERSION, givenAt: new Date("2026-11-21T08:00Z"), withdrawnAt: null };
  it.each([
    ["none", null],
    ["current", given],
    ["outdated", { ...given, version: "2020-01-01" }],
    ["withdrawn", { ...given, withdrawnAt: new Date("2026-11-22T08:00Z") }],
    ["withdrawn", { ...given, version: "2020-01-01", withdrawnAt: new Date("2026-11-22T08:00Z") }],
  ] as const)("is %s for %j", (state, last) => expect(consentState(last)).toBe(state));
});
