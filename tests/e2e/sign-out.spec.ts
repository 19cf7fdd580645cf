import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expect, expectAccessible, test, type Owner } from "./fixtures";
import { query } from "./people/world";

/** Everything a page can leave behind in the browser, by name. */
const keptOn = (page: Page) => page.evaluate(async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), databases: (await indexedDB.databases()).map(({ name }) => name), caches: await caches.keys(),
}));
const storedOf = (owner: Owner) => query("select 1 from check_ins where diary_id = $1 and day = current_date", [owner.diaryId]);

/** Logs an ordinary day while the server cannot be reached with it: the entry waits in the browser. */
async function logUnsent(page: Page, owner: Owner): Promise<void> {
  await owner.hasHistory(3);
  await page.route("**/check-ins", (route) => route.abort());
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.locator("[data-ready=true]", { hasText: "None of these" }).tap();
  await expect(page.getByText(/Saved on this phone\.|Kept until this browser is closed\./)).toBeVisible();
}

test("signing out ends the session on the server too", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  const [session] = (await page.context().cookies()).filter(({ name }) => name === "daymark.session");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.context().addCookies([session!]);
  await page.goto("/more");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your session has ended");
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in?returnTo=%2Fmore");
});

test("signing out leaves nothing of Daymark in the browser but how it looks", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/look");
  await page.getByRole("radio", { name: "Dark" }).click();
  await page.goto("/today");
  await expect.poll(async () => (await keptOn(page)).databases).toEqual([`daymark-${owner.userId}`]);
  await page.evaluate(async () => {
    localStorage.setItem("daymark.country", "GB");
    sessionStorage.setItem("daymark.something", "x");
    await caches.open("daymark-pages");
  });
  await page.context().addCookies(["daymark.attempt", "daymark.device"].map((name) => ({ name, value: "x", url: page.url(), httpOnly: true, sameSite: "Lax" as const })));
  await page.goto("/more");
  const answering = page.waitForResponse((response) => response.url().endsWith("/api/auth/signout"));
  await page.getByRole("button", { name: "Sign out" }).click();
  expect((await (await answering).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page).toHaveURL(/\/$/);
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(["daymark.device"]);
  expect(await keptOn(page)).toEqual({ local: ["daymark.look"], session: [], databases: [], caches: [] });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("an entry that is not sent can be saved to a file, then sent, before signing out, with the keyboard alone", async ({ page, owner }) => {
  await owner.signIn(page);
  await logUnsent(page, owner);
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Before you sign out" })).toBeFocused();
  await expect(page.getByText("1 entry on this device is not sent yet.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Send now" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("No signal now, so it is not sent.")).toBeVisible();
  await page.keyboard.press("Tab");
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^daymark-unsent-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), "utf8")) as { entries: object[] };
  expect(file.entries).toMatchObject([{ scores: { fatigue: 0, numbness: 0, vision: 0, walking: 0 }, timeZone: "Europe/Berlin" }]);
  await expect(page.getByText("The file is with your downloads.")).toBeVisible();
  await page.unroute("**/check-ins");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("Sent. Nothing of yours waits on this device.")).toBeVisible();
  expect(await storedOf(owner)).toHaveLength(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("an entry that is not sent is deleted only when that was said and chosen", async ({ page, owner }) => {
  await owner.signIn(page);
  await logUnsent(page, owner);
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  expect((await keptOn(page)).databases).toEqual([`daymark-${owner.userId}`]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and delete 1 entry" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect((await keptOn(page)).databases).toEqual([]);
  expect(await storedOf(owner)).toHaveLength(0);
});

test("without a signal one stays signed in, and nothing is deleted", async ({ page, owner }) => {
  await owner.signIn(page);
  await logUnsent(page, owner);
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Before you sign out" })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Sign out and delete 1 entry" }).click();
  await expect(page.getByText("We could not sign you out. You need a signal. Try again.")).toBeVisible();
  expect((await keptOn(page)).databases).toEqual([`daymark-${owner.userId}`]);
});

test("when nobody can look for entries that wait, that is said before anything is deleted", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.addInitScript(() => { indexedDB.open = () => { throw new DOMException("locked", "UnknownError"); }; });
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("We could not look for entries that are not sent.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign out anyway" }).click();
  await expect(page).toHaveURL(/\/$/);
});

const nothing = { local: [], databases: [], caches: [] };

test("on a shared device nothing is ever stored, and an entry that waits is said to be lost with the browser", async ({ page, owner }) => {
  await owner.signIn(page, { isShared: true });
  await owner.hasHistory(3);
  const expectNothing = async () => expect(await keptOn(page)).toMatchObject(nothing);
  await page.goto("/more/look");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expectNothing();
  await page.goto("/trends");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark"); // as long as the tab
  await expectNothing();
  await logUnsent(page, owner);
  await expect(page.getByText("This is a shared device. If the browser closes first, your entry is lost.")).toBeVisible();
  await expectAccessible(page);
  await expectNothing();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save to a file" }).click();
  expect(readFileSync(await (await downloading).path(), "utf8")).toContain('"timeZone": "Europe/Berlin"');
  // Loaded again, the entry still waits in this tab; once it can, it is sent.
  await page.reload();
  expect((await keptOn(page)).session).toContain(`daymark.tab.${owner.userId}`);
  expect(await storedOf(owner)).toHaveLength(0);
  await page.unroute("**/check-ins");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => storedOf(owner)).toHaveLength(1);
  await expectNothing();
});

test("signing out on a shared device leaves nothing at all, neither cookies nor the tab's own", async ({ page, owner }) => {
  await owner.signIn(page, { isShared: true });
  await page.goto("/more/look");
  await page.getByRole("radio", { name: "Dark" }).click();
  await page.goto("/more");
  const answering = page.waitForResponse((response) => response.url().endsWith("/api/auth/signout"));
  await page.getByRole("button", { name: "Sign out" }).click();
  expect((await (await answering).allHeaders())["clear-site-data"]).toBe('"cache", "cookies", "storage"');
  await expect(page).toHaveURL(/\/$/);
  expect(await keptOn(page)).toEqual({ ...nothing, session: [] });
  expect(await page.context().cookies()).toEqual([]);
});
