import { expect, test, type Page } from "@playwright/test";
import { startOwnDaymark } from "@/scripts/start/own-daymark";

/** A Daymark of its own, with the rules switched off. */
let daymark: Awaited<ReturnType<typeof startOwnDaymark>>;
test.describe.configure({ mode: "serial", timeout: 90_000 });
test.beforeAll(async () => {
  test.setTimeout(330_000); // as long as a start may take that has to build first
  daymark = await startOwnDaymark("ignore", { DAYMARK_ALERTS: "off" });
});
test.afterAll(() => daymark.stop());

const STRIP = "This is a plain diary. It does not check for danger.";
const go = (page: Page, path: string) => page.goto(`${daymark.address}${path}`);

async function enter(page: Page, door: string): Promise<void> {
  await go(page, "/");
  await page.getByRole("button", { name: door }).click();
  await page.waitForURL((url) => url.pathname !== "/");
}

async function expectStrip(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await go(page, path);
    await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
    await expect(page.getByRole("note").filter({ hasText: STRIP }), path).toBeVisible();
    await expect(page.locator("body"), path).not.toContainText(/alerts can be late/);
  }
}

test("every page before the diary says that this is a plain diary", async ({ page }) => {
  await expectStrip(page, ["/", "/sign-in", "/help", "/safety", "/offline", "/session-ended", "/demo-mailbox", "/privacy", "/imprint", "/someone-else", "/no-such-page"]);
  await go(page, "/safety");
  await expect(page.getByRole("heading", { name: "The rules are switched off here." })).toBeVisible();
});

test("an owner logs a danger sign: it is kept, nothing judges it, and the screens say so", async ({ page }) => {
  await enter(page, "Open the patient demo");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await expect(page.getByRole("note").filter({ hasText: STRIP })).toBeVisible();
  await page.getByRole("button", { name: /^Same as/ }).click();
  await expect(page.getByText("Nothing here checks them for danger.")).toBeVisible();
  await page.getByRole("button", { name: /^Breathing/ }).click();
  await page.getByLabel("Pain or tightness in my chest").check();
  await expect(page.getByRole("note").filter({ hasText: STRIP })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await page.locator("[data-ready=true]", { hasText: "Save" }).click();
  await page.getByRole("button", { name: "Skip" }).click(); // when it began
  await expect(page.getByText("Saved and sent")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("note").filter({ hasText: STRIP })).toBeVisible();
  await expect(page.getByRole("link", { name: "Get help now" }).first()).toBeVisible();
  await go(page, "/history");
  await page.locator('main a[href^="/history/"]').first().click();
  await expect(page.getByText("Pain or tightness in my chest").first()).toBeVisible();
  await expect(page.getByText("Emergency", { exact: true })).toHaveCount(0);
  await expectStrip(page, ["/today", "/trends", "/relapses", "/share", "/history", "/more", "/more/about", "/more/about-you", "/medicines"]);
});

test("a caregiver and a clinician are told the same, and see no alert", async ({ page }) => {
  for (const [door, list, pages] of [["Caregiver demo", "/people", ["/people", "/people/alerts"]], ["Clinician demo", "/patients", ["/patients"]]] as const) {
    await page.context().clearCookies();
    await enter(page, door);
    await expectStrip(page, pages);
    await expect(page.getByText("No alerts.", { exact: true })).toHaveCount(0);
    await go(page, list);
    await page.locator(`main a[href^="${list}/"]`).first().click();
    await expect(page.getByRole("note").filter({ hasText: STRIP })).toBeVisible();
    await expect(page.getByText(/Told to call|They were told|No alert was raised|Open alerts/)).toHaveCount(0);
  }
});
