import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, expectAccessible, test, type Person } from "./fixtures";
import { readCode } from "./people/mailbox";
import { query } from "./people/world";

const STEP_MS = 30_000;

/** What the person's app shows, so many steps from now: each code counts once, so a test uses one step after the other. */
const codeOf = (key: string, stepsAhead = 0) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({ timestamp: Date.now() + stepsAhead * STEP_MS });

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });

/** Switches the second step on as a person does who types the key. Ends on the page that says so. */
async function switchOn(page: Page): Promise<string> {
  await page.goto("/more/account/second-step");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(heading(page, "Add Daymark to the app")).toBeFocused();
  await page.getByText("Type the key instead").click();
  const key = await page.getByRole("group", { name: "Your key" }).innerText();
  await page.getByRole("button", { name: "It is in the app" }).click();
  await page.getByLabel("Six digits from the app").fill(codeOf(key, -1));
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(heading(page, "The second step is on")).toBeFocused();
  return key;
}

/** Takes every mail to this person away once all notices were sent, so that the next one is the code. */
async function clearMailbox({ userId, email }: Person): Promise<void> {
  await expect.poll(async () => (await query("select id from account_notices where user_id = $1 and sent_at is null", [userId])).length).toBe(0);
  await query('delete from local_mails where "to" = $1', [email]);
}

async function makeCodes(page: Page): Promise<string[]> {
  await page.goto("/more/account/recovery-codes");
  await page.getByRole("button", { name: /^Make/ }).click();
  await expect(heading(page, "Your ten codes")).toBeFocused();
  return page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allInnerTexts();
}

test("the second step is switched on with the keyboard, one thing a screen @both", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/account/second-step");
  await expect(heading(page, "A code from your phone")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start" }).focus();
  await page.keyboard.press("Enter");

  await expect(heading(page, "Add Daymark to the app")).toBeFocused();
  const picture = page.getByRole("img", { name: "A QR code that holds your key" });
  await expect(picture).toBeVisible();
  expect(await page.locator("main [style]").count()).toBe(0);
  const link = page.getByRole("link", { name: "On this phone? Open the app" });
  const uri = new URL((await link.getAttribute("href"))!);
  expect(uri.protocol).toBe("otpauth:");
  await page.getByText("Type the key instead").focus();
  await page.keyboard.press("Enter");
  const key = await page.getByRole("group", { name: "Your key" }).innerText();
  expect(key.replaceAll(" ", "")).toBe(uri.searchParams.get("secret"));
  await expectAccessible(page);
  expect(page.url()).not.toMatch(/secret|code/);
  await page.getByRole("button", { name: "It is in the app" }).focus();
  await page.keyboard.press("Enter");

  await expect(heading(page, "Type the six digits")).toBeFocused();
  await page.keyboard.press("Tab");
  const digits = page.getByLabel("Six digits from the app");
  await expect(digits).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Type the six digits from the app.")).toBeVisible();
  await expect(digits).toBeFocused();
  const right = codeOf(key);
  await page.keyboard.type(right === "000000" ? "000001" : "000000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That code did not match.")).toBeVisible();
  await expect(digits).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.keyboard.type(`${codeOf(key).slice(0, 3)} ${codeOf(key).slice(3)}`);
  await page.keyboard.press("Enter");

  await expect(heading(page, "The second step is on")).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Make recovery codes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recovery codes");
});

test("the second step is turned off after one question", async ({ page, owner }) => {
  await owner.signIn(page);
  await switchOn(page);
  await page.goto("/more/account/second-step");
  await expect(heading(page, "The second step is on")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Turn off" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn off the second step?" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep it on" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Turn off" }).click();
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("The second step is off.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
});

test("recovery codes are shown once, to print, copy or save @both", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/account/recovery-codes");
  await expect(page.getByText("You have no recovery codes yet.")).toBeVisible();
  await expectAccessible(page);
  const codes = await makeCodes(page);
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{3}$/);
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("recovery-codes.txt");
  const text = await readFile(await file.path(), "utf8");
  for (const code of codes) expect(text).toContain(code);
  expect(text).not.toContain(owner.email);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join("\n"));

  await page.emulateMedia({ media: "print" });
  const seen = (await page.locator("body").innerText()).trim();
  expect(seen.split("\n")[0]).toBe("Recovery codes");
  for (const code of codes) expect(seen).toContain(code);
  for (const gone of ["Print", "Get help now", "I have kept them", "Today", "We show them only now", owner.email]) expect(seen).not.toContain(gone);
  expect(seen).toContain("/sign-in");
  await page.emulateMedia({ media: "screen" });

  await page.reload();
  await expect(page.getByText("10 of 10 codes left.")).toBeVisible();
  expect(await page.locator("main").innerText()).not.toContain(codes[0]!);
  await expect(page.getByText("Your old codes stop working.")).toBeVisible();
  const newer = await makeCodes(page);
  expect(newer).not.toContain(codes[0]!);
});

test("someone who has not shown lately who they are is asked first", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/account/second-step");
  await query("update sessions set confirmed_at = now() - interval '16 minutes' where user_id = $1", [owner.userId]);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/more\/account\/confirm\?returnTo=%2Fmore%2Faccount%2Fsecond-step$/);
  await page.goto("/more/account/recovery-codes");
  await expect(page).toHaveURL(/\/more\/account\/confirm\?returnTo=%2Fmore%2Faccount%2Frecovery-codes$/);
});

test("with the app and the printed codes one signs in again, after the mailed code", async ({ page, owner }) => {
  test.setTimeout(90_000);
  await owner.signIn(page);
  const key = await switchOn(page);
  const codes = await makeCodes(page);
  for (const step of ["the app", "a printed code"] as const) {
    await page.context().clearCookies();
    await clearMailbox(owner);
    await page.goto("/sign-in?returnTo=/more/account");
    await page.getByLabel("Your email").fill(owner.email);
    await page.keyboard.press("Enter");
    await page.getByLabel("Six-digit code").fill(await readCode(page, owner.email));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
    if (step === "the app") await page.keyboard.type(codeOf(key));
    else {
      await page.getByRole("button", { name: "Use a recovery code instead" }).click();
      await page.getByLabel("Recovery code").fill(codes[9]!);
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signing in and safety");
  }
  await expect(page.getByRole("link", { name: /Recovery codes/ })).toContainText("9 of 10 left");
});
