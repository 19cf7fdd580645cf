import type { Page } from "@playwright/test";
import { createHmac, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { expect, test, type Person } from "./fixtures";
import { query, signInSecret } from "./people/world";

/** An attempt whose steps were all passed in this browser, as the sign-in leaves it before its last request. */
async function passSteps(page: Page, { userId }: Person, isShared: boolean): Promise<void> {
  const [id, secret] = [uuidv7(), randomBytes(24).toString("base64url")];
  await query(
    `insert into sign_in_attempts (id, browser_hash, user_id, first_step, tries_left, is_shared, time_zone, created_at, expires_at, finished_at)
     values ($1, $2, $3, 'mail-code', 5, $4, 'Europe/Berlin', now(), now() + interval '20 minutes', now())`,
    [id, createHmac("sha256", signInSecret()).update(`attempt:${secret}`).digest("base64url"), userId, isShared]);
  await page.goto("/sign-in");
  await page.context().addCookies([{ name: "daymark.attempt", value: `${id}.${secret}`, url: page.url(), httpOnly: true, sameSite: "Lax" }]);
}

/** The last request of a sign-in, as the page sends it. */
const finish = (page: Page) => page.evaluate(async () => {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json() as { csrfToken: string };
  const response = await fetch("/api/auth/callback/attempt", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/" }) });
  return response.status;
});
const cookiesOf = async (page: Page) => Object.fromEntries((await page.context().cookies()).map((cookie) => [cookie.name.replace("daymark.", ""), cookie]));
const daysLeft = (expires: number) => Math.round((expires * 1000 - Date.now()) / 86_400_000);

test("on one's own device the session's cookie lasts as long as the session may, and the device is known", async ({ page, owner }) => {
  await passSteps(page, owner, false);
  expect(await finish(page)).toBe(200);
  const { session, device, attempt } = await cookiesOf(page);
  expect([session, device].map((cookie) => [cookie?.httpOnly, cookie?.sameSite, cookie?.path])).toEqual([[true, "Lax", "/"], [true, "Lax", "/"]]);
  expect(daysLeft(session!.expires)).toBe(180);
  expect(daysLeft(device!.expires)).toBe(400);
  expect(attempt).toBeUndefined();
  await page.goto("/more/account/sessions");
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Chrome on Linux");
  await expect(page.getByText("Berlin time")).toBeVisible();
  const told = () => query("select 1 from account_notices where user_id = $1 and kind = 'new-device'", [owner.userId]);
  expect(await told()).toHaveLength(1);
  await passSteps(page, owner, false);
  expect(await finish(page)).toBe(200);
  expect(await told()).toHaveLength(1); // known by now
  expect((await cookiesOf(page)).device!.value).toBe(device!.value);
});

test("on a shared device the session's cookie ends with the browser, and no device is remembered", async ({ page, owner }) => {
  await passSteps(page, owner, true);
  expect(await finish(page)).toBe(200);
  const { session, device } = await cookiesOf(page);
  expect(session).toMatchObject({ expires: -1, httpOnly: true, sameSite: "Lax" });
  expect(device).toBeUndefined();
  await page.goto("/more/account/sessions");
  await expect(page.getByText("Shared device. It ends when the browser is closed, or after 2 hours without use.")).toBeVisible();
  await expect(page.locator("[data-shared]")).toHaveCount(1);
  const [row] = await query<{ idle: number; most: number }>(
    "select extract(epoch from expires_at - created_at)::int as idle, extract(epoch from ends_at - created_at)::int as most from sessions where user_id = $1", [owner.userId]);
  expect(row).toEqual({ idle: 2 * 3600, most: 12 * 3600 });
});

test("of next-auth only the four routes in use answer", async ({ page, request }) => {
  await page.goto("/sign-in");
  const origin = new URL(page.url()).origin;
  for (const path of ["session", "providers", "signin", "signin/attempt", "signout", "callback/attempt", "callback/demo", "error", "verify-request", "_log", "csrf/x"]) {
    expect((await request.get(`/api/auth/${path}`)).status(), `GET ${path}`).toBe(404);
  }
  for (const path of ["session", "csrf", "signin", "signin/attempt", "_log", "callback/code"]) {
    expect((await request.post(`/api/auth/${path}`, { headers: { origin } })).status(), `POST ${path}`).toBe(404);
  }
  expect((await request.get("/api/auth/csrf")).status()).toBe(200);
});

test("a sign-out that this site did not ask for is refused, and says so", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  const status = await page.evaluate(async () => (await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken: "made up", json: "true" }) })).status);
  expect(status).toBe(403);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("More");
});
