import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test } from "./fixtures";
import { readCode } from "./people/mailbox";

const CODE = "7GK2-Q0ZB-M4T9-XW3D";
const newAddress = () => `invited-${randomUUID().slice(0, 12)}@example.org`;

test("an invitation's link fills its code in, and takes it out of the address bar", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await page.goto(`/invite#${CODE}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make your account");
  await expect(page.getByLabel("Your email")).toBeFocused();
  expect(page.url()).not.toContain(CODE);
  expect(sent.filter((url) => new URL(url).href.replace(/#.*/, "").includes(CODE))).toEqual([]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use another invitation" }).click();
  await expect(page.getByLabel("Invitation code")).toHaveValue(CODE);
});

test("an invitation can be typed, with the keyboard alone, up to the account", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I have an invitation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are invited");
  await expectAccessible(page);
  const code = page.getByLabel("Invitation code");
  await code.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Type the code from your invitation.").last()).toBeVisible();
  await page.keyboard.type("7GK2 Q0ZB");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not look like an invitation code.")).toBeVisible();
  await expect(code).toBeFocused();
  await expect(code).toHaveValue("7GK2 Q0ZB");
  await page.keyboard.press("End");
  await page.keyboard.type(" m4t9 xw3d");
  const asked = page.waitForRequest("**/api/sign-in/code");
  await page.keyboard.press("Enter");
  await page.getByLabel("Your email").fill(email);
  await page.keyboard.press("Enter");
  expect((await asked).postDataJSON()).toMatchObject({ email, invitation: "7GK2 Q0ZB m4t9 xw3d", isShared: false, timeZone: "Europe/Berlin" });
  await page.getByLabel("Six-digit code").fill(await readCode(page, email));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(today|set-up|consent)/);
});
