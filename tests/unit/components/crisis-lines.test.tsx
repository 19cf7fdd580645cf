import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { AlertScreen } from "@/components/alerts/alert-screen";
import { CrisisSheet } from "@/components/alerts/crisis-sheet";
import { UrgentScreen } from "@/components/alerts/urgent-screen";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Numbers } from "@/components/help/numbers";
import { COUNTRIES, numbersFor } from "@/lib/domain/red-flags/numbers";
import { messages } from "@/lib/i18n/messages";
import { screenRules } from "@/lib/i18n/rule-texts";

const { checkIn, alerts, common, trackers } = messages;
const texts: FlowTexts = { checkIn, alerts, rules: screenRules, trackers, common: { ...common, help: common.help.button } };
const now = new Date("2026-11-15T19:20:00Z");
const screenOf = (country: string | undefined) => ({
  folded: [], texts, numbers: numbersFor(country), say: "", now, reader: "owner" as const, recordedAt: now, timeZone: "Europe/London", country: null,
  contacts: {}, onCalled: vi.fn(), onCorrect: vi.fn(), onClose: vi.fn(), onAddTeam: vi.fn(),
});
const raised = (ruleId: string, tier: "EMERGENCY" | "URGENT") => [{ ruleId, ruleVersion: 1, tier, evidence: [{ field: "signs", value: [ruleId] }] }];

const SCREENS = {
  "the urgent alert for thoughts of ending one's life": (country: string | undefined) => <UrgentScreen {...screenOf(country)} alerts={raised("self-harm-thoughts", "URGENT")} />,
  "the emergency alert for danger": (country: string | undefined) => <AlertScreen {...screenOf(country)} alerts={raised("self-harm-danger", "EMERGENCY")} />,
  "the sheet at the tick": (country: string | undefined) => <CrisisSheet texts={texts} country={country} onClose={vi.fn()} />,
  "Get help now": (country: string | undefined) => <Numbers texts={common.help} numbers={numbersFor(country)} countryName={null} />,
};

describe.each(Object.entries(SCREENS))("%s", (_what, draw) => {
  it.each([...COUNTRIES, undefined])("has every crisis line of %s to dial, to text or to open, and the emergency number", (country) => {
    const html = renderToStaticMarkup(draw(country));
    const { crisis, crisisText, crisisNote, emergency } = numbersFor(country);
    for (const { tel, show } of [...crisis, emergency]) {
      expect(html).toContain(`href="tel:${tel}"`);
      expect(html).toContain(show);
    }
    for (const { sms, words } of crisisText) {
      expect(html).toContain(`href="sms:${sms}"`);
      expect(html.toLowerCase()).toContain(words.toLowerCase());
    }
    if (country === undefined) expect(html).toContain('href="https://findahelpline.com"');
    else if (crisisNote) expect(html.toLowerCase()).toContain(crisisNote);
  });
});

describe("the urgent alert for thoughts of ending one's life", () => {
  it("says to talk to someone, not to call the team, where no crisis line is known", () => {
    const html = renderToStaticMarkup(SCREENS["the urgent alert for thoughts of ending one's life"]("XX"));
    expect(html).toContain("Talk to someone now");
    expect(html).not.toContain(alerts.urgent.titleTeam);
  });
  it("leads to the rule on the page of all rules", () => {
    expect(renderToStaticMarkup(SCREENS["the emergency alert for danger"]("GB"))).toContain('href="/safety#self-harm-danger"');
  });
});
