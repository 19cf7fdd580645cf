import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unfoldAll } from "./fixtures";
import type { Owner } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const HOUR_MS = 3_600_000;
const responses = (diaryId: string) => query<{ rule_id: string; response: string | null }>("select rule_id, response from alerts where diary_id = $1 and tier = 'SOON' and shown_at is not null", [diaryId]);

/** Worse numbness since 26 hours, logged again now. */
async function logSecondDay(page: Page, owner: Owner): Promise<void> {
  await owner.hasHistory(40, USUAL);
  await query("delete from check_ins where diary_id = $1 and recorded_at > now() - interval '30 hours'", [owner.diaryId]);
  await owner.checksIn({ ...USUAL, numbness: 6, at: new Date(Date.now() - 26 * HOUR_MS), answers: { signs: [], numbness: { areas: ["left-arm"] }, onset: { numbness: "hours" } } });
  await query("update alerts set shown_at = raised_at where diary_id = $1", [owner.diaryId]);
  await owner.signIn(page);
  await page.goto("/today");
  await page.getByRole("button", { name: /^Same as/ }).and(page.locator("[aria-disabled=false]")).tap();
  await page.locator("[data-ready=true]", { hasText: "None of these" }).tap();
}

test("a possible relapse shows all that was looked at, and never says that it is one", async ({ owner, page }) => {
  await logSecondDay(page, owner);
  const alert = page.getByRole("alertdialog", { name: "Contact your MS team. This may be a relapse." });
  await expect(alert.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(alert.getByText(/^Your numbness has been worse than your usual for over a day\. Only your team can tell\./)).toBeVisible();
  await expect(alert.getByRole("img", { name: /^Numbness, last 2 weeks: .*6, 6\. Usual/ })).toBeVisible();
  for (const term of ["Since when", "What changed", "Fever or infection", "Getting hot", "Last recorded relapse"]) await expect(alert.getByRole("term").filter({ hasText: term })).toBeVisible();
  await expect(alert.getByText("Numbness: now 6, usual 2")).toBeVisible();
  await expect(alert.getByText("None recorded here.")).toBeVisible();
  await expect(alert.getByRole("link", { name: "Find it again under Relapses" })).toHaveAttribute("href", "/relapses#waiting");
  expect(await alert.innerText()).not.toMatch(/\b(is|have|had|having) a relapse/);
  for (const width of [390, 320, 1280]) {
    await page.setViewportSize({ width, height: 780 });
    await unfoldAll(page, "[role=alertdialog]");
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await alert.getByRole("button", { name: "Close" }).click();
  const card = page.getByRole("region", { name: "In the next two working days" });
  await expect(card.getByText("Not told yet.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await card.getByRole("button", { name: "I have told them" }).click();
  await expect(card).toHaveCount(0);
  await expect.poll(() => responses(owner.diaryId)).toEqual([{ rule_id: "possible-relapse", response: "told-my-team" }]);
});

test("the number of the team is typed once where it is needed, and the signs of infection are one tap away", async ({ owner, page }) => {
  await logSecondDay(page, owner);
  const alert = page.getByRole("alertdialog", { name: /This may be a relapse/ });
  await alert.getByRole("button", { name: "Add my MS team's number" }).tap();
  await page.getByLabel("Phone number").fill("none");
  await page.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(page.getByText("Use digits, spaces and + only.")).toBeVisible();
  await page.getByLabel("Phone number").fill("030 901 820");
  await page.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(alert.getByRole("link", { name: "Call my MS team" })).toHaveAttribute("href", "tel:030901820");
  await alert.getByRole("button", { name: "A fever, or signs of infection" }).tap();
  await expect(page.getByText("Any sign of infection?")).toBeVisible();
  const [diary] = await query<{ profile: { contacts?: { team?: string } } }>("select profile from diaries where diary_id = $1", [owner.diaryId]);
  expect(diary?.profile.contacts?.team).toBe("030 901 820");
});
