import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unfoldAll } from "./fixtures";
import type { Owner } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const responses = (diaryId: string) => query<{ rule_id: string; response: string | null }>("select rule_id, response from alerts where diary_id = $1 order by rule_id", [diaryId]);
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function openToday(page: Page, owner: Owner): Promise<void> {
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
}

/** Ticks one sign of a group, saves and skips what is asked about it. */
async function logSign(page: Page, group: RegExp, sign: string): Promise<void> {
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: group }).tap();
  await page.getByLabel(sign).tap();
  await page.getByRole("button", { name: "Done" }).tap();
  await page.locator("[data-ready=true]", { hasText: "Save" }).tap();
  await page.getByRole("button", { name: "Skip" }).tap();
}

test("an urgent alert has a screen of its own, offline too, and nothing closes it but an answer", async ({ owner, page, context }) => {
  await openToday(page, owner);
  await context.setOffline(true);
  await logSign(page, /^Bleeding/, "I hit my head");
  const alert = page.getByRole("alertdialog", { name: "Call 116117 today" });
  await expect(alert.getByRole("heading", { name: "Call 116117 today" })).toBeFocused();
  await expect(alert.getByRole("link", { name: "Call 116117" })).toHaveAttribute("href", "tel:116117");
  await page.keyboard.press("Tab");
  await expect(alert.getByRole("link", { name: "Call 116117" })).toBeFocused();
  await alert.getByRole("link", { name: "Get help now" }).tap();
  await page.getByRole("dialog", { name: "Get help now" }).getByRole("button", { name: "Close" }).tap();
  await expect(alert.getByText("Call 116117 for advice today. Have someone watch you for a day.")).toBeVisible();
  await alert.getByText("Call 112 if this happens").tap();
  await expect(alert.getByRole("link", { name: "Call 112" })).toHaveAttribute("href", "tel:112");
  await alert.getByText("Why we tell you this").tap();
  await expect(alert.getByText("You told us: I hit my head.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Did you get help?" })).toBeFocused();
  await page.getByRole("button", { name: "Not yet" }).tap();
  const card = page.getByRole("region", { name: "Urgent: today" });
  await expect(card.getByText("You noted: not yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your entry is saved" })).toBeVisible();
  await card.getByRole("button", { name: "Show it again" }).tap();
  await alert.getByRole("button", { name: "Close" }).tap();
  await page.getByRole("button", { name: "Yes" }).tap();
  await expect(card.getByText("You noted that you got help.")).toBeVisible();
  await expect(card.getByRole("link", { name: "Call 116117" })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => responses(owner.diaryId)).toEqual([{ rule_id: "head-injury", response: "got-help" }]);
});

test("the urgent screen fits and is accessible on every width, in every look", async ({ owner, page }) => {
  await openToday(page, owner);
  await logSign(page, /^Bleeding/, "I hit my head");
  await expect(page.getByRole("alertdialog", { name: "Call 116117 today" })).toBeVisible();
  await unfoldAll(page, "[role=alertdialog]");
  for (const look of [{ theme: "light" }, { theme: "dark" }, { theme: "dark", contrast: "more", text: "1.5" }]) {
    await page.evaluate((worn) => Object.assign(document.documentElement.dataset, worn), look);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      expect(await sideways(page), `${JSON.stringify(look)} at ${width}`).toBeLessThanOrEqual(0);
    }
    await expectAccessible(page);
  }
});

test("an alarm without an answer is asked about before a new check-in begins", async ({ owner, page }) => {
  await owner.checksIn({ ...USUAL, at: new Date(Date.now() - 30 * 3_600_000), answers: { signs: ["head-injury"] } });
  await query("update alerts set shown_at = raised_at where diary_id = $1", [owner.diaryId]);
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await expect(page.getByText("This needs medical help today.")).toBeVisible();
  await page.getByRole("button", { name: /^Same as/ }).tap();
  const question = page.getByRole("alertdialog", { name: "Did you get help?" });
  await expect(question.getByRole("heading")).toBeFocused();
  await expect(question.getByRole("link", { name: "Call 116117" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "How are you today?" })).toBeVisible();
  await page.getByRole("button", { name: /^Same as/ }).tap();
  await question.getByRole("button", { name: "Yes" }).tap();
  await expect(page.getByRole("button", { name: /^Bleeding/ })).toBeVisible();
  await expect.poll(() => responses(owner.diaryId)).toEqual([{ rule_id: "head-injury", response: "got-help" }]);
});

test("'This is my usual' can go into the profile, and the alert stays", async ({ owner, page }) => {
  await openToday(page, owner);
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: /^Eyes/ }).tap();
  await page.getByRole("radiogroup", { name: "Do you see two of things?" }).getByRole("radio", { name: "Yes" }).tap();
  await page.getByRole("button", { name: "Done" }).tap();
  await page.locator("[data-ready=true]", { hasText: "Save" }).tap();
  await page.getByRole("button", { name: "Skip" }).tap();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close" }).tap();
  await page.getByRole("button", { name: "This is my usual" }).tap();
  await expect(page.getByText("Add to what I live with: double vision.")).toBeVisible();
  await page.getByRole("button", { name: "Add it" }).tap();
  await expect(page.getByText("Added to what you live with.")).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).tap();
  await expect(page.getByText("You said this is your usual.")).toBeVisible();
  await expect(page.getByText("Done for today")).toHaveCount(0);
  await expect.poll(() => responses(owner.diaryId)).toEqual([{ rule_id: "double-vision-new", response: "my-usual" }]);
  const [diary] = await query<{ profile: { usual?: { vision?: { doubleVision?: boolean } } } }>("select profile from diaries where diary_id = $1", [owner.diaryId]);
  expect(diary?.profile.usual?.vision?.doubleVision).toBe(true);
});
