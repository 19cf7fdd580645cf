import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type Person } from "./fixtures";
import { holdDevice } from "./people/device";
import { readCode } from "./people/mailbox";
import { query } from "./people/world";

async function signInByCode(page: Page, { email }: Person, { path = "/sign-in", isShared = false } = {}): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Your email").fill(email);
  if (isShared) await page.getByRole("checkbox", { name: "This is a shared device" }).check();
  await page.getByRole("button", { name: "Email me a code" }).click();
  await page.getByLabel("Six-digit code").fill(await readCode(page, email));
  await page.keyboard.press("Enter");
}

const offer = (page: Page) => page.getByRole("heading", { level: 1, name: "Next time, skip the code" });

test("after a code, face or fingerprint is offered once, and Not now is the last word", async ({ page, owner }) => {
  await holdDevice(page);
  await signInByCode(page, owner);
  await expect(offer(page)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Not now" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(today|consent)/);
  await page.context().clearCookies();
  await signInByCode(page, owner);
  await expect(page).toHaveURL(/\/(today|consent)/);
});

test("taking the offer sets the device up, and then nothing is typed", async ({ page, owner }) => {
  await holdDevice(page);
  await signInByCode(page, owner);
  await page.getByRole("button", { name: "Add face or fingerprint" }).click();
  await expect(page).toHaveURL(/\/(today|consent)/);
  expect(await query("select 1 from passkeys where user_id = $1", [owner.userId])).toHaveLength(1);
  await page.context().clearCookies();
  await page.goto("/sign-in?returnTo=/more/account");
  await page.getByRole("button", { name: "Use face or fingerprint" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signing in and safety");
  await expect(page.getByRole("link", { name: /^Face, fingerprint or PIN/ })).toContainText("1 device");
});

test("it never stands before a page that was asked for, nor on a shared device", async ({ page, owner }) => {
  await holdDevice(page);
  await signInByCode(page, owner, { path: "/sign-in?returnTo=/more/look" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look and text size");
  await page.context().clearCookies();
  await signInByCode(page, owner, { isShared: true });
  await expect(page).toHaveURL(/\/(today|consent)/);
  expect(await query("select 1 from users where id = $1 and passkey_offered_at is null", [owner.userId])).toHaveLength(1);
});
