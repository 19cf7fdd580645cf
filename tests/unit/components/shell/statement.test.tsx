import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { PublicShell } from "@/components/public/public-shell";
import { AppShell } from "@/components/shell/app-shell";
import { textsFor } from "@/lib/i18n/plain";

vi.mock("next/navigation", () => ({ usePathname: () => "/today" }));

const shells = (alertsOn: boolean, country: string | undefined) => {
  const { common } = textsFor(alertsOn);
  const texts = { ...common, main: common.nav.main, help: common.help.button };
  return [
    ["of an owner or caregiver", renderToStaticMarkup(<AppShell session={{ userId: "u", isShared: false }} texts={texts} places={[]} home="/today" help={<dialog />} country={country} alertsOn={alertsOn}><main /></AppShell>)],
    ["of a clinician", renderToStaticMarkup(<AppShell session={{ userId: "u", isShared: false }} texts={texts} places={[]} home="/patients" help={null} country={country} alertsOn={alertsOn}><main /></AppShell>)],
    ["of public pages", renderToStaticMarkup(<PublicShell texts={common} help={<dialog />} country={country} alertsOn={alertsOn}>text</PublicShell>)],
  ] as const;
};
const STATEMENT = "A diary you fill in and share. Not a diagnosis, no treatment advice. No one watches it live; alerts can be late or fail. No alert does not mean no problem. In an emergency call 999 and do not wait.";
const STRIP = "This is a plain diary. It does not check for danger.";

describe.each(shells(true, "GB"))("the shell %s", (_whose, html) => {
  it("says what this is and is not, with the person's own number, and leads to the rules", () => {
    expect(html).toContain(STATEMENT);
    expect(html).toContain('href="/safety"');
    expect(html).not.toContain(STRIP);
  });
});
it.each(shells(true, undefined))("the shell %s names the local number when no country is known", (_whose, html) => {
  expect(html).toContain("In an emergency call your local emergency number and do not wait.");
});
describe.each(shells(false, "GB"))("in a plain diary the shell %s", (_whose, html) => {
  it("carries the strip, does not speak of alerts, and keeps Get help now where it was", () => {
    expect(html.split(STRIP)).toHaveLength(2);
    expect(html).toContain("it does not check for danger. In an emergency call 999 and do not wait.");
    expect(html).not.toContain("alerts can be late");
    expect(html.includes("Get help now")).toBe(!_whose.includes("clinician"));
  });
});
