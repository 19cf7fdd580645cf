import { expect, test } from "./fixtures";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };

test("an urgent alert has its own screen and card, and is asked about before the next check-in begins", async ({ owner, page }) => {
  const stored = () => query<{ rule_id: string; response: string | null; shown: boolean }>(
    "select rule_id, response, shown_at is not null as shown from alerts where diary_id = $1 order by rule_id", [owner.diaryId]);
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: /^Head or thinking/ }).tap();
  await page.getByLabel("I fainted or nearly fainted").tap();
  await page.getByRole("button", { name: "Done" }).tap();
  await page.locator("[data-ready=true]", { hasText: "Save" }).tap();
  await page.getByRole("button", { name: "Skip" }).tap();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  // The ways out are in sight without scrolling, on a phone and on a wide screen.
  const phone = page.viewportSize();
  for (const size of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    for (const name of ["I have called", "Correct my entry"]) await expect(page.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  }
  if (phone) await page.setViewportSize(phone);
  // A traveller without a signal: the numbers hold for this screen, and it says so.
  await page.context().setOffline(true);
  await page.getByRole("combobox", { name: "Numbers for" }).selectOption("US");
  await expect(page.getByText("Without a signal we could not save the country.")).toBeVisible();
  await expect(page.getByText("Call 911 if this happens")).toBeVisible();
  await page.context().setOffline(false);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Not yet" }).tap();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Urgent: today" }).getByRole("link", { name: /^Call/ })).toBeVisible();
  await expect.poll(stored).toEqual([{ rule_id: "heart-or-faint", response: "not-yet", shown: true }]);

  await page.getByRole("button", { name: /another entry/i }).tap();
  await page.getByRole("button", { name: /^Same as/ }).tap();
  await expect(page.getByRole("heading", { name: "Did you get help?" })).toBeVisible();
  await page.getByRole("button", { name: "Yes" }).tap();
  await expect(page.getByText(/new, or worse/).first()).toBeVisible();
  await expect.poll(stored).toEqual([{ rule_id: "heart-or-faint", response: "got-help", shown: true }]);
});
