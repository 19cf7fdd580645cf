import { expect, expectAccessible, test } from "./fixtures";
import type { Page } from "@playwright/test";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** No page may be wider than the narrowest phone, which is also a desktop at 400 % zoom. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

async function expectSound(page: Page): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
  await expectNoSidewaysScroll(page);
}

test("a caregiver sees what is shared, and no note", async ({ owner, caregiver, page }) => {
  await owner.hasHistory(20, { fatigue: 3 });
  await owner.checksIn({ fatigue: 7, note: "Could not get up the stairs" });
  await owner.sharesWith(caregiver, ["check-ins:read", "alerts:read"]);
  await caregiver.signIn(page);
  await page.goto("/people");
  const card = page.getByRole("article").filter({ hasText: owner.name });
  await expect(card.getByText(/Checked in today at/)).toBeVisible();
  await expect(card.getByText("Fatigue is worse than usual.")).toBeVisible();
  await expect(card.getByText("7, usual is 3")).toBeVisible();
  await expectSound(page);

  await card.getByRole("link", { name: `Charts of ${owner.name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: owner.name })).toBeVisible();
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "7" }).first()).toBeVisible();
  await expect(page.getByText("Could not get up the stairs")).toHaveCount(0);
  await expect(page.locator("section").filter({ hasText: "Relapses" }).getByText("Not shared")).toBeVisible();
  await expect(page.locator("section").filter({ hasText: "Medicines" }).getByText("Not shared")).toBeVisible();
  await expectSound(page);
});

test("a caregiver who may read notes sees them", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ fatigue: 4, note: "Could not get up the stairs" });
  await owner.sharesWith(caregiver, ["check-ins:read", "notes:read"]);
  await caregiver.signIn(page);
  await page.goto(`/people/${owner.diaryId}`);
  await expect(page.getByText("Could not get up the stairs")).toBeVisible();
});

test("nothing reassuring stands beside an emergency, and nothing is said without check-ins", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ vision: 0, answers: { signs: ["face-droop"] } });
  await owner.sharesWith(caregiver, ["check-ins:read", "alerts:read"]);
  await caregiver.signIn(page);
  await page.goto("/people");
  await expect(page.getByText("1 open alert.")).toBeVisible();
  await expect(page.getByText("They were told to call 112.")).toBeVisible();
  await expect(page.getByText(/like a usual day/)).toHaveCount(0);
  await expect(page.getByText("No alert was raised.")).toHaveCount(0);
  await expectSound(page);
});

test("a caregiver's alerts say what was told, in which words, and what was noted", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ answers: { signs: ["face-droop"] } });
  await owner.sharesWith(caregiver, ["alerts:read"]);
  await caregiver.signIn(page);
  await page.goto("/people");
  await page.getByRole("link", { name: "Alerts", exact: true }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Alerts", exact: true }).filter({ visible: true })).toHaveAttribute("aria-current", "page");
  const alert = page.getByRole("listitem").filter({ hasText: "Told to call 112" });
  await expect(alert).toContainText("No answer yet.");
  await alert.getByText("What they read").click();
  await expect(alert.getByText(/Call 112 now/)).toBeVisible();
  await expectSound(page);
});

test("without the check-ins a caregiver is told that they are not shared", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ fatigue: 4 });
  await owner.sharesWith(caregiver, ["alerts:read"]);
  await caregiver.signIn(page);
  await page.goto("/people");
  await expect(page.getByText("Check-ins: not shared")).toBeVisible();
  await expect(page.getByText(/like a usual day/)).toHaveCount(0);
});

test("a revoked caregiver is refused on the very next request", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ fatigue: 4 });
  const grantId = await owner.sharesWith(caregiver, ["check-ins:read"]);
  await caregiver.signIn(page);
  await page.goto(`/people/${owner.diaryId}`);
  await expect(page.getByRole("heading", { level: 1, name: owner.name })).toBeVisible();
  await owner.revokes(grantId);
  const answer = await page.reload();
  expect(answer?.status()).toBe(404);
  await expect(page.getByText(owner.name)).toHaveCount(0);
  await page.goto("/people");
  await expect(page.getByText("No one shares a diary with you yet.")).toBeVisible();
});

test("the owner sees who can see what and who looked, and stops it at once", async ({ owner, caregiver, page, browser }) => {
  await owner.checksIn({ fatigue: 4 });
  await owner.sharesWith(caregiver, ["check-ins:read", "alerts:read", "alerts:notify"]);
  const theirs = await browser.newContext();
  const theirPage = await theirs.newPage();
  await caregiver.signIn(theirPage);
  await theirPage.goto(`/people/${owner.diaryId}`);

  await owner.signIn(page);
  await page.goto("/share");
  const card = page.getByRole("article").filter({ hasText: caregiver.name });
  await expect(card.getByText("Can see charts and alerts")).toBeVisible();
  await expect(card.getByText("Cannot see relapses, medicines, summary and notes")).toBeVisible();
  await expect(card.getByText("Is told about urgent alerts")).toBeVisible();
  await expect(card.getByText(/Last looked today at/)).toBeVisible();
  await expect(page.getByText(`${caregiver.name} looked at charts and alerts`)).toBeVisible();
  await expectSound(page);

  await page.setViewportSize(PHONE);
  await card.getByRole("button", { name: `Stop sharing with ${caregiver.name}` }).click();
  const dialog = page.getByRole("dialog", { name: `Stop sharing with ${caregiver.name}?` });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep sharing" }).click();
  await expect(dialog).toBeHidden();
  await card.getByRole("button", { name: `Stop sharing with ${caregiver.name}` }).press("Enter");
  await dialog.getByRole("button", { name: "Stop sharing" }).press("Enter");
  await expect(page.getByText(`Sharing with ${caregiver.name} has stopped.`)).toBeFocused();
  await expect(page.getByText("No one can see your diary.")).toBeVisible();

  expect((await theirPage.reload())?.status()).toBe(404);
  await theirs.close();
});

test("a clinician finds patients by change, sorts and searches, without an emergency button", async ({ owner, clinician, page }) => {
  await owner.hasHistory(40, { fatigue: 3 });
  await owner.sharesWith(clinician, ["check-ins:read", "relapses:read", "alerts:read", "medicines:read", "summary:read"], "clinician");
  await clinician.signIn(page);
  await page.goto("/patients");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: owner.name }) });
  await expect(row.getByText("As usual")).toBeVisible();
  await expect(row.getByText("Fatigue")).toBeVisible();
  await expect(row.getByText("Yesterday")).toBeVisible();
  await expect(page.getByRole("link", { name: "Get help now" })).toHaveCount(0);
  await expect(page.getByText(/Nobody watches it live/)).toBeVisible();
  await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Alerts" }).click();
  await expect(page.getByText("Sorted by alerts.")).toBeVisible();
  await page.setViewportSize(DESKTOP);
  await page.getByRole("columnheader", { name: "Patient" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Patient" })).toHaveAttribute("aria-sort", "ascending");
  await expectSound(page);

  await page.getByRole("searchbox", { name: "Find by name" }).fill("nobody of this name");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("No name fits “nobody of this name”.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("link", { name: `Open the diary of ${owner.name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: owner.name })).toBeVisible();
  await expectSound(page);
});

test("relapses: an empty list says what to do", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/relapses");
  await expect(page.getByText("None logged. If something feels new for over a day, log it.")).toBeVisible();
  await expectSound(page);
});
