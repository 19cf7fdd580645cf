import { globSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import { createOwner, createPerson, expect, expectAccessible, removePerson, test, type Owner } from "./fixtures";
import { tabTo } from "./people/keyboard";
import { query } from "./people/world";

const AGREE = "I agree and am 16 or older";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const consentsOf = (userId: string) => query<{ version: string; withdrawn_at: Date | null }>("select version, withdrawn_at from consents where user_id = $1 order by given_at", [userId]);
/** As after a deployment whose text is a new one. */
const textChanges = (userId: string) => query("update consents set version = '2020-01-01' where user_id = $1", [userId]);


test("a newcomer reads one screen and agrees with the keyboard alone, once @both", async ({ page }) => {
  const person = await createPerson("Test newcomer", { hasConsented: false });
  try {
    await person.signIn(page);
    await page.goto("/today");
    await expect(page).toHaveURL(/\/consent\?returnTo=%2Fset-up$/);
    await expect(heading(page)).toHaveText("Before you start");
    await expect(page.getByText("Not a diagnosis, no treatment advice.").first()).toBeVisible();
    await expect(page.getByText("This is a demo. No operator stands behind it").first()).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, AGREE);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Step 1 of 6")).toBeVisible();
    expect(await consentsOf(person.userId)).toEqual([{ version: CONSENT_VERSION, withdrawn_at: null }]);
    await page.goto("/today");
    await expect(page.getByText("Step 1 of 6")).toBeVisible();
  } finally {
    await removePerson(person);
  }
});

test("who does not agree can get help, sign out, or delete the account", async ({ page }) => {
  const person = await createPerson("Test doubter", { hasConsented: false });
  try {
    await person.signIn(page);
    await page.goto("/set-up");
    await expect(heading(page)).toHaveText("Before you start");
    await page.getByRole("link", { name: "Get help now" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("link", { name: "Delete my account" })).toHaveAttribute("href", "/more/account/privacy/delete");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/$/);
    expect(await consentsOf(person.userId)).toEqual([]);
  } finally {
    await removePerson(person);
  }
});

test("a changed text is asked about anew, and leads back to the page asked for", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/trends");
  await expect(page).toHaveURL(/\/trends$/);
  await textChanges(owner.userId);
  await page.goto("/trends");
  await expect(page).toHaveURL(/\/consent\?returnTo=%2Ftrends$/);
  await expect(page.getByText("This text has changed since you agreed.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: AGREE }).click();
  await expect(page).toHaveURL(/\/trends$/);
  expect((await consentsOf(owner.userId)).map(({ version }) => version)).toEqual(["2020-01-01", CONSENT_VERSION]);
});

test("a text that changes while it is read is not agreed to", async ({ page, owner }) => {
  await textChanges(owner.userId);
  await owner.signIn(page);
  await page.goto("/consent?returnTo=%2Ftoday");
  await page.evaluate(() => {
    const send = window.fetch;
    // as an open page of the older text would send it; the page that is loaded afterwards has the browser's own fetch again
    window.fetch = (to, options) => send(to, String(to).includes("/api/account/consent") ? { ...options, body: JSON.stringify({ version: "2020-01-01" }) } : options);
  });
  await page.getByRole("button", { name: AGREE }).click();
  await expect(page.getByText("This text has just changed.")).toBeVisible();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Load the page again" }).click()]);
  await page.getByRole("button", { name: AGREE }).click();
  await expect(page).toHaveURL(/\/today$/);
});

/** What stays open to someone who has not agreed. Every other page of the owner asks first, and a new one is found here by its file. */
const OPEN = ["/more", "/more/look", "/more/about"];
const isOpen = (path: string) => OPEN.includes(path) || path.startsWith("/more/account");

const pagesOf = async (owner: Owner) => {
  const { id } = await owner.checksIn({ fatigue: 3 });
  return globSync("app/(diary)/**/page.tsx").map((file) => `/${file.split("/").slice(2, -1).join("/")}`.replace("[checkInId]", id).replace("[section]", "person"));
};

test("no page of the owner forgets to ask, and the ways out stay open", async ({ page, owner }) => {
  test.setTimeout(90_000);
  const paths = await pagesOf(owner);
  expect(paths.length).toBeGreaterThan(12);
  await textChanges(owner.userId);
  await owner.signIn(page);
  for (const path of paths.filter((each) => !isOpen(each))) {
    await page.goto(path);
    await expect(page, path).toHaveURL(new RegExp(`/consent\\?returnTo=${encodeURIComponent(path)}$`));
  }
  for (const path of [...OPEN, "/more/account", "/more/account/privacy", "/help", "/safety", "/privacy", "/imprint", "/someone-else"]) {
    await page.goto(path);
    await expect(heading(page), path).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path);
  }
});

test("people who care for someone else are not asked about their own health", async ({ page, owner }) => {
  const caregiver = await createPerson("Test caregiver", { hasConsented: false });
  try {
    await owner.sharesWith(caregiver, ["check-ins:read"]);
    await caregiver.signIn(page);
    await page.goto("/today");
    await expect(page).toHaveURL(/\/people$/);
    await page.goto("/more");
    await page.getByRole("link", { name: /Start a diary of your own/ }).click();
    await expect(page).toHaveURL(/\/consent\?returnTo=%2Fset-up%3Fown%3D1$/);
    await page.getByRole("button", { name: AGREE }).click();
    await expect(page.getByText("Step 1 of 6")).toBeVisible();
  } finally {
    await removePerson(caregiver);
  }
});

test("withdrawing closes the diary; then the data can be taken, and agreed to again", async ({ page, owner, caregiver }) => {
  test.setTimeout(90_000);
  await owner.hasHistory(3, { fatigue: 4 });
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await owner.signIn(page);
  await page.goto("/more/account/privacy");
  await expectAccessible(page);
  await page.getByRole("link", { name: /Withdraw my consent/ }).click();
  await expect(heading(page)).toHaveText("Withdraw my consent");
  await expectAccessible(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Withdraw my consent" }).click();
  await expect(page.getByText("No signal. Your diary is still open.")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Withdraw my consent" }).click();
  await expect(page).toHaveURL(/\/withdrawn$/);
  await expectAccessible(page);
  for (const path of ["/today", "/trends", "/share"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/withdrawn$/);
  }
  expect((await caregiver.send("GET", "/api/session")).status).toBe(200);
  const grants = await query<{ revoked_at: Date | null }>("select revoked_at from grants where diary_id = $1", [owner.diaryId]);
  expect(grants.map(({ revoked_at }) => revoked_at instanceof Date)).toEqual([true]);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download my data" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^daymark-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), "utf8")) as { readme: string[]; check_ins: unknown[]; account: { email: string } };
  expect(file.account.email).toBe(owner.email);
  expect(file.check_ins).toHaveLength(3);

  await page.getByRole("link", { name: "Agree again and go on" }).click();
  await page.getByRole("button", { name: AGREE }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("after a tick the account waits seven days, and nothing opens meanwhile, with the keyboard alone", async ({ page, caregiver }) => {
  test.setTimeout(90_000);
  const owner = await createOwner();
  try {
    await owner.hasHistory(3, { fatigue: 4 });
    await owner.sharesWith(caregiver, ["check-ins:read"]);
    await owner.signIn(page);
    await page.goto("/more/account/privacy/delete");
    await expect(page.getByRole("link", { name: "Download my data" })).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, "Delete my account");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Tick the box above, if you want to delete everything.")).toBeVisible();
    const tick = page.getByRole("checkbox", { name: "Yes, delete everything of mine" });
    await expect(tick).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Space");
    await tabTo(page, "Delete my account");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/leaving$/);
    await expect(heading(page)).toHaveText(/^Your account will be deleted on \w+day \d+ \w+$/);
    await expectAccessible(page);
    expect(await query("select from grants where diary_id = $1 and revoked_at is null", [owner.diaryId])).toEqual([]);
    for (const path of ["/today", "/more", "/share", "/history"]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/leaving$/);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download my data" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^daymark-/);

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/$/);
    await owner.signIn(page);
    await page.goto("/today");
    await expect(page).toHaveURL(/\/leaving$/);
    await tabTo(page, "Keep my account");
    await page.keyboard.press("Enter");
    await expect(heading(page)).toHaveText("Your account stays");
    await expect(page.getByText("Nobody else can see it: sharing has ended.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go to my diary" }).click();
    await expect(page).toHaveURL(/\/today$/);
    expect(await query("select from check_ins where diary_id = $1", [owner.diaryId])).toHaveLength(3);
  } finally {
    await removePerson(owner);
  }
});

test("who deletes proves who they are first, when that was long ago", async ({ page, owner }) => {
  await owner.signIn(page);
  await query("update sessions set confirmed_at = now() - interval '16 minutes' where user_id = $1", [owner.userId]);
  await page.goto("/more/account/privacy");
  await page.getByRole("link", { name: /Delete my account/ }).click();
  await expect(page).toHaveURL(/\/more\/account\/confirm\?returnTo=%2Fmore%2Faccount%2Fprivacy%2Fdelete$/);
});

test("a demo account can be looked at, but neither withdrawn nor deleted", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Patient", exact: true }).click();
  await expect(page).toHaveURL(/\/today$/);
  await page.goto("/more/account/privacy");
  await expect(page.getByText("This is a demo account. Many people share it")).toBeVisible();
  await expect(page.getByRole("link", { name: /Withdraw|Delete/ })).toHaveCount(0);
  for (const path of ["/more/account/privacy/withdraw", "/more/account/privacy/delete"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/more\/account\/privacy$/);
  }
});

test("a demo says plainly that nobody stands behind it, and both pages are linked from below", async ({ page }) => {
  await page.goto("/sign-in");
  for (const name of ["Privacy", "Imprint"]) {
    await page.getByRole("navigation", { name: "About this website" }).getByRole("link", { name }).click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByText("This is a demo. No operator stands behind it").first()).toBeVisible();
  }
});

test("the page for someone who is watched can be left at once, and the way back does not lead to it", async ({ page }) => {
  await page.route("https://www.wikipedia.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }));
  await page.goto("/help");
  await page.goto("/someone-else");
  await page.keyboard.press("Tab");
  const asked = page.waitForRequest("https://www.wikipedia.org/");
  await page.getByRole("link", { name: "Leave this page now" }).focus();
  await page.keyboard.press("Enter");
  expect((await asked).headers().referer).toBeUndefined();
  await expect(page).toHaveTitle("Elsewhere");
  await page.goBack();
  await expect(page).toHaveURL(/\/help$/);
});
