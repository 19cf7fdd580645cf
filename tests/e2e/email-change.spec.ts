import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test } from "./fixtures";
import { readCode, readMail } from "./people/mailbox";
import { query } from "./people/world";

const newAddress = () => `moved-${randomUUID().slice(0, 12)}@example.org`;
const TYPED = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/;

/** Changes the address from where one is signed in, with the keyboard alone. */
async function changeTo(page: Page, email: string): Promise<void> {
  await page.goto("/more/account/email");
  await page.getByLabel("New email").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Six-digit code")).toBeFocused();
  await page.keyboard.type(await readCode(page, email));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your email is changed" })).toBeFocused();
}

test("the address is changed with a code, and put back with the link that the old one got @both", async ({ page, owner }) => {
  test.setTimeout(90_000); // three mails are waited for
  const email = newAddress();
  await owner.signIn(page);
  await page.goto("/more/account/email");
  await expectAccessible(page);
  await changeTo(page, email);
  await expect(page.getByText(`Sign in with ${email} from now on.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to signing in and safety" }).click();
  await expect(page).toHaveURL(/\/more\/account$/);

  const notice = await readMail(page, owner.email, "The address of your Daymark account was changed");
  const link = /http\S+\/undo-email#\S+/.exec(notice)?.[0];
  expect(link).toBeTruthy();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(link!);
  const code = page.getByLabel("Code from the mail");
  await expect(code).toHaveValue(TYPED);
  expect(page.url(), "the code leaves the address bar").toMatch(/\/undo-email$/);
  expect(asked.some((url) => TYPED.test(url.split("#")[0]!)), "no request holds the code").toBe(false);
  await expectAccessible(page);
  expect((await query<{ email: string }>("select email from users where id = $1", [owner.userId]))[0]?.email, "opening the link changes nothing").toBe(email);
  await page.getByRole("button", { name: "Put my old email back" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your old email is back");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expectAccessible(page);
  expect((await query<{ email: string }>("select email from users where id = $1", [owner.userId]))[0]?.email).toBe(owner.email);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fmore%2Faccount$/);
  await expect(page.getByText("You are signed in as")).toHaveCount(0);
  await readMail(page, email, "The address of your Daymark account was put back");

  await page.goto(link!);
  await expect(code).toHaveValue(TYPED);
  await code.fill(TYPED.exec(notice)![0].toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That was done already");
});

test("what cannot be an address or a code is refused beside the field, and what was typed stays", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/account/email");
  const email = page.getByLabel("New email");
  const send = page.getByRole("button", { name: "Email me a code" });
  await send.click();
  await expect(page.getByText("Type the new email address.")).toBeVisible();
  await email.fill("ada at example");
  await send.click();
  await expect(page.getByText("That does not look like an email address.")).toBeVisible();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue("ada at example");
  await email.fill(owner.email.toUpperCase());
  await send.click();
  await expect(page.getByText("That is the email you use now. Type another one.")).toBeVisible();
  await expectAccessible(page);

  await email.fill(newAddress());
  await send.click();
  const code = page.getByLabel("Six-digit code");
  await code.fill("12");
  await page.getByRole("button", { name: "Change my email" }).click();
  await expect(page.getByText("Type the six digits from the email.")).toBeVisible();
  const right = await readCode(page, await page.getByText("We wrote to moved-").innerText().then((text) => /moved-\S+@example\.org/.exec(text)![0]));
  await code.fill(right === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Change my email" }).click();
  await expect(page.getByText("That code did not match. 4 tries left.")).toBeVisible();
  await expect(code).toBeFocused();
  await expectAccessible(page);
});

test("a code that undoes nothing is told so beside the field", async ({ page }) => {
  await page.goto("/undo-email");
  const code = page.getByLabel("Code from the mail");
  await page.getByRole("button", { name: "Put my old email back" }).click();
  await expect(page.getByText("Type the code from the mail.")).toBeVisible();
  await code.fill("1234");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not look like the code. It has 16 letters and digits.")).toBeVisible();
  await code.fill("0000-0000-0000-0000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That code did not match. Check it against the newest mail.")).toBeVisible();
  await expect(code).toBeFocused();
  await expect(code).toHaveValue("0000-0000-0000-0000");
  await expectAccessible(page);
});

test("someone who has not just shown who they are is asked first, and comes back", async ({ page, owner }) => {
  await owner.signIn(page);
  await query("update sessions set confirmed_at = now() - interval '16 minutes' where user_id = $1", [owner.userId]);
  await page.goto("/more/account/email");
  await expect(page).toHaveURL(/\/more\/account\/confirm\?returnTo=%2Fmore%2Faccount%2Femail$/);
});

test("the share page says what the operator did, and to whose account", async ({ page, owner, caregiver }) => {
  const grantId = await owner.sharesWith(caregiver, ["check-ins:read"]);
  const insert = "insert into access_events (diary_id, event_id, actor_id, role, action, grant_id, at) values ($1, $2, null, 'operator', $3, $4, now())";
  await query(insert, [owner.diaryId, randomUUID(), "account:end-sessions", null]);
  await query(insert, [owner.diaryId, randomUUID(), "account:disable", grantId]);
  await owner.signIn(page);
  await page.goto("/share");
  const log = page.getByRole("listitem");
  await expect(log.filter({ hasText: "The operator ended your sessions" })).toBeVisible();
  await expect(log.filter({ hasText: `The operator closed the account of ${caregiver.name}` })).toBeVisible();
  await expect(page.getByText("Has not looked yet")).toBeVisible();
  await expectAccessible(page);
});
