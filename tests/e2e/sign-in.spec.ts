import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test } from "./fixtures";
import { readCode } from "./people/mailbox";

const newAddress = () => `newcomer-${randomUUID().slice(0, 12)}@example.org`;

async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Your email").fill(email);
  await page.getByRole("button", { name: "Email me a code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
}

test("a newcomer signs in with a code from the mailbox, with the keyboard alone", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-in");
  await page.getByLabel("Your email").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  const code = page.getByLabel("Six-digit code");
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await expectAccessible(page);
  const digits = await readCode(page, email);
  await page.keyboard.type(`${digits.slice(0, 3)} ${digits.slice(3)}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/consent\?returnTo=/);
  const names = (await page.context().cookies()).map(({ name }) => name).sort();
  expect(names.filter((name) => !["daymark.session", "daymark.csrf", "daymark.callback", "daymark.device"].includes(name))).toEqual([]);
});

test("a wrong code says how many tries are left, and a new one can be asked for", async ({ page }) => {
  await page.clock.install();
  const email = newAddress();
  await askForCode(page, email);
  const right = await readCode(page, email);
  const code = page.getByLabel("Six-digit code");
  const submit = page.getByRole("button", { name: "Sign in" });
  await code.fill(right === "000000" ? "000001" : "000000");
  await submit.click();
  await expect(page.getByText("That code did not match. 4 tries left.")).toBeVisible();
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await code.fill("12");
  await submit.click();
  await expect(page.getByText("Type the six digits from the email.")).toBeVisible();
  const resend = page.getByRole("button", { name: /Send a new code/ });
  await expect(resend).toHaveAttribute("aria-disabled", "true");
  await page.clock.fastForward(31_000);
  await expect(resend).toHaveAttribute("aria-disabled", "false");
  await resend.click();
  await expect(page.getByText("A new code is on its way.")).toBeVisible();
});

test("what was typed is kept from step to step, also when the server refuses", async ({ page }) => {
  const email = newAddress();
  await askForCode(page, email);
  await page.getByRole("button", { name: "Use another email" }).click();
  await expect(page.getByLabel("Your email")).toHaveValue(email);
  await page.getByRole("checkbox", { name: "This is a shared device" }).check();
  await page.getByRole("button", { name: "I cannot get a code" }).click();
  await expect(page.getByLabel("Recovery code")).toBeFocused();
  await page.getByLabel("Recovery code").fill("not one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A recovery code has 11 letters and digits, like k7mp-3hxr-2fw.")).toBeVisible();
  await page.getByLabel("Recovery code").fill("k7mp-3hxr-2fw");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That did not match. Check the code and the email address.")).toBeVisible();
  await expect(page.getByLabel("Recovery code")).toHaveValue("k7mp-3hxr-2fw");
  await expect(page.getByLabel("Recovery code")).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Other ways to sign in" }).click();
  await expect(page.getByLabel("Your email")).toHaveValue(email);
  await expect(page.getByRole("checkbox", { name: "This is a shared device" })).toBeChecked();
});

test("an address that cannot be one is refused beside the field", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Email me a code" }).click();
  await expect(page.getByText("Type your email address.")).toBeVisible();
  const email = page.getByLabel("Your email");
  await expect(email).toBeFocused();
  await email.fill("ada at example");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not look like an email address.")).toBeVisible();
  await expect(email).toHaveAccessibleDescription(/That does not look like/);
});

test("without a signal it says so, and help is still one tap away", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Your email").fill(newAddress());
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Email me a code" }).click();
  await expect(page.getByText("You need a signal to sign in. You can still get help.")).toBeVisible();
  await page.getByRole("link", { name: "Get help now" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("link", { name: /Call 112/ })).toBeVisible();
  await page.getByRole("dialog").getByLabel("Where are you?").selectOption("GB");
  await expect(page.getByRole("dialog").getByRole("link", { name: /Call 999/ })).toHaveAttribute("href", "tel:999");
});

for (const [label, home] of [["Patient", "/today"], ["Caregiver", "/people"], ["Clinician", "/patients"]] as const) {
  test(`the ${label.toLowerCase()} demo opens with one tap`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: label, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${home}$`));
  });
}

test("the landing page opens the patient demo, and then leads back to the diary", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Open the patient demo" }).click();
  await expect(page).toHaveURL(/\/today$/);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Open my diary" })).toHaveAttribute("href", "/today");
});

test("after signing in one lands on the page asked for, never on another site", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/sign-in?returnTo=/more/look");
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/more\/look$/);
  for (const evil of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(evil)}`);
    await expect(page.getByRole("link", { name: "Go on" })).toHaveAttribute("href", "/today");
  }
});

test("a visitor who asks for a page of the diary comes back to it after signing in", async ({ page }) => {
  await page.goto("/more/look");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fmore%2Flook$/);
  const email = newAddress();
  await page.getByLabel("Your email").fill(email);
  await page.keyboard.press("Enter");
  await page.getByLabel("Six-digit code").fill(await readCode(page, email));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/more\/look$/);
});

test("who signs in for someone else's diary is not asked to set up one", async ({ page, owner, caregiver }) => {
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await caregiver.signIn(page);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/people$/);
  await page.goto("/more");
  await page.getByRole("link", { name: /Start a diary of your own/ }).click();
  await expect(page.getByText("Step 1 of 6")).toBeVisible();
});
