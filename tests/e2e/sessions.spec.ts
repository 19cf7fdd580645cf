import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { query } from "./people/world";

/** Another device of the same person. */
async function elsewhere(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a person does when they come back to a page that was in the background. */
const lookAgain = (page: Page) => page.evaluate(() => dispatchEvent(new Event("focus")));

test("a device one does not know is ended with the keyboard alone, at once @both", async ({ page, owner, browser }) => {
  await elsewhere(browser, async (other) => {
    await owner.signIn(other);
    await other.goto("/more");
    await query("update sessions set device = 'Firefox on Windows', place = 'Europe/Berlin', first_step = 'mail-code' where user_id = $1", [owner.userId]);
    await owner.signIn(page);
    await page.goto("/more/account/sessions");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where you are signed in");
    const cards = page.getByRole("main").getByRole("listitem");
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText("This device");
    await expect(cards.last()).toContainText("Firefox on Windows");
    await expect(cards.last()).toContainText("Used a short while ago, Berlin time");
    await expect(cards.last()).toContainText("Signed in today with a code by email");
    await expectAccessible(page);
    const end = page.getByRole("button", { name: "End Firefox on Windows, Used a short while ago" });
    await end.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(end).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "End it" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ended. That device is signed out.")).toBeFocused();
    await expect(cards).toHaveCount(1);
    await other.goto("/more");
    await expect(other).toHaveURL(/\/session-ended/);
  });
});

test("all others end in one go, and this device stays signed in", async ({ page, owner, browser }) => {
  await elsewhere(browser, async (other) => {
    await owner.signIn(other);
    await owner.signIn(other); // two sessions elsewhere
    await owner.signIn(page);
    await page.goto("/more/account/sessions");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
    await page.getByRole("button", { name: "End all others" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End all others" }).click();
    await expect(page.getByText("Ended. Only this device is signed in now.")).toBeVisible();
    await expect(page.getByText("You are signed in on this device only.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
    await other.goto("/today");
    await expect(other).toHaveURL(/\/session-ended/);
  });
});

for (const path of ["/today", "/more/look", "/trends"]) {
  test(`an open page of an ended session notices when it is looked at again: ${path}`, async ({ page, owner }) => {
    await owner.hasHistory(3);
    await owner.signIn(page);
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    const [answer] = await Promise.all([page.waitForResponse("**/api/session"), lookAgain(page)]);
    expect(answer.status()).toBe(200);
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await owner.endSessions();
    await lookAgain(page);
    await expect(page).toHaveURL(new RegExp(`/session-ended\\?returnTo=${encodeURIComponent(path)}$`));
  });
}

test("where a session was ended, the copy of the diary leaves the device", async ({ page, owner }) => {
  const copies = () => page.evaluate((name) => new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = reject;
    opening.onsuccess = () => {
      if (!opening.result.objectStoreNames.contains("contexts")) return resolve(0);
      const counting = opening.result.transaction("contexts").objectStore("contexts").count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  }), `daymark-${owner.userId}`);
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await expect.poll(copies).toBe(1);
  await owner.endSessions();
  await lookAgain(page);
  await expect(page).toHaveURL(/\/session-ended/);
  await expect.poll(copies).toBe(0);
});

test("an alarm on the screen is never taken away by it", async ({ page, owner }) => {
  await owner.checksIn({ fatigue: 2, answers: { signs: ["face-droop"] } });
  await owner.signIn(page);
  await page.goto("/today");
  const alarm = page.getByRole("alertdialog");
  await expect(alarm).toBeVisible();
  await owner.endSessions();
  await lookAgain(page);
  for (const turn of [1, 2, 3]) expect((await page.evaluate(() => fetch("/api/session").then(({ status }) => status))), `turn ${turn}`).toBe(401); // it would have left by now
  await expect(alarm).toBeVisible();
  await expect(page).toHaveURL(/\/today$/);
});

test("a page of one account is loaded anew when another signed in meanwhile", async ({ page, owner, caregiver }) => {
  await owner.signIn(page);
  await page.goto("/more");
  await expect(page.getByText(`Signed in as ${owner.email}`)).toBeVisible();
  await caregiver.signIn(page);
  await lookAgain(page);
  await expect(page.getByText(`Signed in as ${caregiver.email}`)).toBeVisible();
});
