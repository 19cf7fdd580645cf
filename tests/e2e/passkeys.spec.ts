import type { Page } from "@playwright/test";
import { createPerson, expect, expectAccessible, removePerson, test } from "./fixtures";
import { holdDevice } from "./people/device";
import { query } from "./people/world";

const PAGE = "/more/account/passkeys";
const addButton = (page: Page) => page.getByRole("button", { name: /^Add (this|another) device$/ });
const signInButton = (page: Page) => page.getByRole("button", { name: "Use face or fingerprint" });

async function addDevice(page: Page): Promise<void> {
  await page.goto(PAGE);
  await addButton(page).click();
  await expect(page.getByText(/^Added\. Next time/)).toBeVisible();
}

/** As when the browser was closed on a device of one's own: the session's cookie is gone. */
async function forgetSession(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
}

test("a passkey's domain is a name, never an IP address @both", async ({ page }) => {
  await page.goto("/sign-in");
  expect(new URL(page.url()).hostname).toBe("localhost");
});

test("a device is added with the keyboard, and signs in without an address @both", async ({ page, owner }) => {
  const device = await holdDevice(page);
  await owner.signIn(page);
  await page.goto(PAGE);
  await expect(page.getByRole("heading", { level: 1, name: "Face, fingerprint or PIN" })).toBeVisible();
  await expect(page.getByText("Sign in with your face, fingerprint or PIN. No code to type.")).toBeVisible();
  await expectAccessible(page);
  await addButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Added\. Next time/)).toBeVisible();
  const item = page.getByRole("listitem").filter({ hasText: "Not used yet" });
  await expect(item.getByRole("heading", { level: 2 })).toBeVisible();
  expect(await device.count()).toBe(1);
  await expectAccessible(page);

  await forgetSession(page);
  await signInButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today$/);
  const [session] = await query<{ strong: boolean }>("select strong_at is not null as strong from sessions where user_id = $1 order by created_at desc limit 1", [owner.userId]);
  expect(session).toEqual({ strong: true });
  await page.goto(PAGE);
  await expect(page.getByRole("listitem").filter({ hasText: "Last used today" })).toBeVisible();
});

test("a second device is added beside the first and signs in too; the same one is not added twice", async ({ page, owner }) => {
  await owner.signIn(page);
  const phone = await holdDevice(page);
  await addDevice(page);
  await addButton(page).click();
  await expect(page.getByText("This device is on your list already.")).toBeVisible();
  await phone.leave();
  const laptop = await holdDevice(page);
  await addButton(page).click();
  await expect(page.getByText(/^Added\. Next time/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Rename / })).toHaveCount(2);
  expect(await laptop.count()).toBe(1);
  await forgetSession(page);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("a device is renamed in place, and what was typed stays until it is saved", async ({ page, owner }) => {
  await owner.signIn(page);
  await holdDevice(page);
  await addDevice(page);
  await page.getByRole("button", { name: /^Rename / }).click();
  const name = page.getByLabel("Name of this device");
  await expect(name).toBeFocused();
  await name.fill("  ");
  await page.keyboard.press("Enter");
  await expect(name).toHaveAccessibleDescription("Type a name, like “My phone”.");
  await name.fill("My phone");
  await expectAccessible(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(name).toHaveAccessibleDescription("You need a signal for this. Nothing was changed.");
  await expect(name).toHaveValue("My phone");
  await page.context().setOffline(false);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "My phone" })).toBeVisible();
  await expect(page.getByText("Name saved.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename My phone" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "My phone" })).toBeVisible();
});

test("a removed device opens nothing, and the last one is named as such", async ({ page, owner }) => {
  await owner.signIn(page);
  await holdDevice(page);
  await addDevice(page);
  await page.getByRole("button", { name: /^Remove / }).click();
  const question = page.getByRole("dialog", { name: /^Remove “.*”\?$/ });
  await expect(question).toContainText("It is the last one.");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("button", { name: /^Remove / })).toBeFocused();
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Removed. Other devices were signed out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add this device" })).toBeVisible();
  await forgetSession(page);
  await signInButton(page).click();
  await expect(page.getByText("This device no longer opens your account.")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("stopping half-way changes nothing and says what to do", async ({ page, owner }) => {
  await owner.signIn(page);
  const device = await holdDevice(page);
  await device.refuses(true);
  await page.goto(PAGE);
  await addButton(page).click();
  await expect(page.getByText("That did not finish. Nothing was changed.")).toBeVisible();
  await expectAccessible(page);
  await device.refuses(false);
  await addButton(page).click();
  await expect(page.getByText(/^Added\. Next time/)).toBeVisible();
  await device.refuses(true);
  await forgetSession(page);
  await signInButton(page).click();
  await expect(page.getByText("That did not finish. Not set up on this device yet? Sign in with a code first.")).toBeVisible();
  await expectAccessible(page);
  await device.refuses(false);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("a device that was never added, a browser that cannot, and no signal: each says what to do", async ({ page }) => {
  await holdDevice(page);
  await page.goto("/sign-in");
  await signInButton(page).click();
  await expect(page.getByText("Not set up on this device yet? Sign in with a code first.")).toBeVisible();
  await page.context().setOffline(true);
  await signInButton(page).click();
  await expect(page.getByText("You need a signal to sign in. You can still get help.")).toBeVisible();
  await page.context().setOffline(false);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "PublicKeyCredential"));
  await page.goto("/sign-in");
  await signInButton(page).click();
  await expect(page.getByText("This browser cannot use your face, fingerprint or PIN. Sign in with a code.")).toBeVisible();
});

test("a browser that cannot is told so before anything is pressed", async ({ page, owner }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "PublicKeyCredential"));
  await owner.signIn(page);
  await page.goto(PAGE);
  await expect(page.getByText("This browser cannot use your face, fingerprint or PIN.")).toBeVisible();
  await expect(addButton(page)).toHaveCount(0);
});

test("a device that others use too is not added", async ({ page, owner }) => {
  await owner.signIn(page);
  await query("update sessions set is_shared = true where user_id = $1", [owner.userId]);
  await page.goto(PAGE);
  await expect(page.getByText("You said that others use this device too.")).toBeVisible();
  await expect(addButton(page)).toHaveCount(0);
});

test("who proved long ago who they are is asked again first, and comes back", async ({ page, owner }) => {
  await owner.signIn(page);
  await holdDevice(page);
  await addDevice(page);
  await query("update sessions set confirmed_at = now() - interval '16 minutes' where user_id = $1", [owner.userId]);
  await page.reload();
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page).toHaveURL(/\/more\/account\/confirm\?returnTo=/);
  await expectAccessible(page);
  await signInButton(page).click();
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page.getByRole("dialog", { name: /^Remove / })).toBeVisible();
});

test("a clinician's grant opens after a passkey only", async ({ page, owner }) => {
  const clinician = await createPerson("Test clinician");
  try {
    await owner.checksIn({ fatigue: 4 });
    await owner.sharesWith(clinician, ["check-ins:read"], "clinician");
    await clinician.signIn(page);
    await page.goto("/patients");
    await expect(page.getByText(owner.name)).toHaveCount(0);
    await page.goto(`/patients/${owner.diaryId}`);
    await expect(page.getByText(owner.name)).toHaveCount(0);
    await holdDevice(page);
    await addDevice(page);
    await forgetSession(page);
    await signInButton(page).click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto("/patients");
    await expect(page.getByText(owner.name).first()).toBeVisible();
    await page.goto(PAGE);
    await page.getByRole("button", { name: /^Remove / }).click();
    await expect(page.getByRole("dialog", { name: /^Remove / })).toContainText("Diaries shared with you as a clinician");
  } finally {
    await removePerson(clinician);
  }
});
