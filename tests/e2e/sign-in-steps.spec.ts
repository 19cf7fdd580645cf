import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type Person } from "./fixtures";
import { makeRecoveryCodes, switchOnSecondStep } from "./people/factors";
import { readCode } from "./people/mailbox";
import { query } from "./people/world";

const submit = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const isStrong = async ({ userId }: Person) =>
  (await query<{ strong: boolean }>("select strong_at is not null as strong from sessions where user_id = $1 order by created_at desc limit 1", [userId]))[0]?.strong;

/** Signed in, and on the page that was asked for. */
async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signing in and safety");
  expect(new URL(page.url()).pathname).toBe("/more/account");
}

/** Address and mailed code: the first of two steps. */
async function passFirstStep(page: Page, { email }: Person): Promise<void> {
  await page.goto("/sign-in?returnTo=/more/account");
  await page.getByLabel("Your email").fill(email);
  await page.keyboard.press("Enter");
  await page.getByLabel("Six-digit code").fill(await readCode(page, email));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
}

test("after the mailed code the authenticator's is asked for, with the keyboard alone", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  await passFirstStep(page, owner);
  const digits = page.getByLabel("Six digits");
  await expect(digits).toBeFocused();
  await expect(digits).toHaveAttribute("autocomplete", "one-time-code");
  await expectAccessible(page);
  await page.keyboard.type(app.wrongCode());
  await page.keyboard.press("Enter");
  await expect(page.getByText("That code did not match. 4 tries left.")).toBeVisible();
  await expect(digits).toBeFocused();
  await expect(digits).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.keyboard.type(app.codeNow());
  await page.keyboard.press("Enter");
  await expectSignedIn(page);
  expect(await isStrong(owner)).toBe(true);
});

test("a recovery code stands in for the authenticator, once, and does not count as one", async ({ page, owner }) => {
  await switchOnSecondStep(owner);
  const [code] = await makeRecoveryCodes(owner);
  await passFirstStep(page, owner);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await expect(page.getByLabel("Recovery code")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(` ${code!.toUpperCase()} `);
  await page.keyboard.press("Enter");
  await expectSignedIn(page);
  await expect(page.getByRole("link", { name: /Recovery codes/ })).toContainText("9 of 10 left");
  expect(await isStrong(owner)).toBe(false);
});

test("a recovery code in place of the mailed one still asks for the authenticator, and offers no second recovery code", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  const [code] = await makeRecoveryCodes(owner);
  await page.goto("/sign-in?returnTo=/more/account");
  await page.getByRole("button", { name: "I cannot get a code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in without a code");
  await page.keyboard.type(owner.email);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Recovery code")).toBeFocused();
  await page.keyboard.type(code!);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await expect(page.getByRole("button", { name: "Use a recovery code instead" })).toHaveCount(0);
  await page.keyboard.type(app.codeNow());
  await page.keyboard.press("Enter");
  await expectSignedIn(page);
});

test("who has no second step signs in with a recovery code alone", async ({ page, owner }) => {
  const [code] = await makeRecoveryCodes(owner);
  await page.goto("/sign-in?returnTo=/more/account");
  await page.getByLabel("Your email").fill(owner.email);
  await page.getByRole("button", { name: "I cannot get a code" }).click();
  await page.getByLabel("Recovery code").fill(code!);
  await submit(page).click();
  await expectSignedIn(page);
});

test("the fifth wrong code ends the attempt, says so, and starts again with the address kept", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  await passFirstStep(page, owner);
  for (const left of ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left."]) {
    await page.getByLabel("Six digits").fill(app.wrongCode());
    await submit(page).click();
    await expect(page.getByText(left)).toBeVisible();
  }
  await submit(page).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("No tries left");
  await expect(heading).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("Your email")).toHaveValue(owner.email);
});

test("an attempt that took too long says so, and what to do", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  await passFirstStep(page, owner);
  await query("update sign_in_attempts set expires_at = now() where user_id = $1", [owner.userId]);
  await page.getByLabel("Six digits").fill(app.codeNow());
  await submit(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This took too long");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("Your email")).toHaveValue(owner.email);
});

test("without a signal at the last moment the code is kept, and sent again it signs in", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  await passFirstStep(page, owner);
  await page.route("**/api/auth/**", (route) => route.abort());
  await page.getByLabel("Six digits").fill(app.codeNow());
  await submit(page).click();
  await expect(page.getByText("You need a signal to sign in. You can still get help.")).toBeVisible();
  await page.unroute("**/api/auth/**");
  await submit(page).click();
  await expectSignedIn(page);
});

test("a shared device is told to the server, and its cookie ends with the browser", async ({ page, owner }) => {
  await page.goto("/sign-in?returnTo=/more/account");
  await page.getByLabel("Your email").fill(owner.email);
  const shared = page.getByRole("checkbox", { name: "This is a shared device" });
  await expect(shared).toHaveAccessibleDescription("You are signed out when the browser closes. Nothing stays here.");
  await page.keyboard.press("Tab");
  await expect(shared).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.getByLabel("Six-digit code").fill(await readCode(page, owner.email));
  await page.keyboard.press("Enter");
  await expectSignedIn(page);
  const [session] = (await page.context().cookies()).filter(({ name }) => name === "daymark.session");
  expect(session?.expires).toBe(-1);
  const [row] = await query<{ is_shared: boolean; place: string }>("select is_shared, place from sessions where user_id = $1 order by created_at desc limit 1", [owner.userId]);
  expect(row).toEqual({ is_shared: true, place: "Europe/Berlin" });
});

test("too many codes asked for an address: it says when to come back, and offers face or fingerprint", async ({ page, owner }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Your email").fill(owner.email);
  const ask = page.getByRole("button", { name: "Email me a code" });
  await expect(async () => {
    await ask.click();
    const other = page.getByRole("button", { name: "Use another email" });
    await expect(other.or(page.getByText("Too many tries."))).toBeVisible();
    if (await other.isVisible()) await other.click();
    await expect(page.getByText("Too many tries.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/Too many tries\. Try again in (1 minute|\d+ minutes)\. You can still sign in with your face or fingerprint\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Use face or fingerprint" })).toBeVisible();
  await expect(page.getByLabel("Your email")).toHaveValue(owner.email);
  await expectAccessible(page);
});

test("nothing scrolls sideways on any step at 320 px, nor with the largest text", async ({ page, owner }) => {
  await switchOnSecondStep(owner);
  const expectNoSideways = async (where: string) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
  for (const [width, look] of [[320, {}], [390, { text: "1.5" }]] as const) {
    await page.setViewportSize({ width, height: 700 });
    await page.addInitScript((kept) => localStorage.setItem("daymark.look", kept), JSON.stringify(look));
    await page.goto("/sign-in");
    await expectNoSideways(`address at ${width}`);
    await page.getByLabel("Your email").fill(owner.email);
    await page.getByRole("button", { name: "I cannot get a code" }).click();
    await page.getByText("I have no recovery code").click();
    await expectNoSideways(`recovery code at ${width}`);
    await page.getByRole("button", { name: "Other ways to sign in" }).click();
    await page.getByRole("button", { name: "Email me a code" }).click();
    await page.getByLabel("Six-digit code").fill(await readCode(page, owner.email));
    await expectNoSideways(`code at ${width}`);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Six digits")).toBeVisible();
    await expectNoSideways(`second step at ${width}`);
  }
});
