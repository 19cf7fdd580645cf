import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";

const hrefs = messages.someoneElse.steps.map(({ href }) => href);

it("sets every other way in up before the address is changed: undoing that change takes away what was added after it", () => {
  for (const earlier of ["/more/account/passkeys", "/more/account/recovery-codes", "/more/account/second-step"]) {
    expect(hrefs).toContain(earlier);
    expect(hrefs.indexOf(earlier), earlier).toBeLessThan(hrefs.indexOf("/more/account/email"));
  }
});

it("leads to pages that are there", () => {
  for (const href of hrefs.filter(Boolean)) expect(existsSync(`app/(diary)${href}/page.tsx`), href).toBe(true);
});
