import type { APIResponse, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const PUBLIC = ["/", "/sign-in", "/help", "/safety", "/offline", "/session-ended", "/demo-mailbox", "/privacy", "/imprint", "/someone-else"];
const OWNERS = ["/today", "/trends", "/relapses", "/share", "/more"];

const nonceOf = (response: APIResponse) => /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1];

/** What the browser refused or could not run, as it tells its console. */
function listenForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  return trouble;
}

test("the health route says ok", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  expect(response.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  expect(response.headers()["content-security-policy"]).toContain("default-src 'self'");
});

for (const path of [...PUBLIC, "/no-such-page"]) {
  test(`${path} carries the security headers and a policy whose nonce every script has`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(path === "/no-such-page" ? 404 : 200);
    const headers = response.headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    const nonce = nonceOf(response);
    expect(nonce).toBeTruthy();
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(nonceOf(await request.get(path))).not.toBe(nonce);
  });
}

for (const path of PUBLIC) {
  test(`${path} runs under its policy, has a title and a description, and is accessible @both`, async ({ page }) => {
    const trouble = listenForTrouble(page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/Daymark/);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /\S/);
    await expectAccessible(page);
    expect(trouble).toEqual([]);
  });
}

test("the landing page may be found by search engines and has a link preview", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator('meta[name="robots"][content*="noindex"]')).toHaveCount(0);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", /\S/);
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute("content", /\S/);
  await expect(page.locator('link[rel="icon"]').first()).toBeAttached();
});

test("a visitor gets no cookie before signing in", async ({ page }) => {
  await page.goto("/");
  expect((await page.context().cookies()).filter(({ name }) => !name.includes("csrf") && !name.includes("callback"))).toEqual([]);
});

test("a page of the diary sends a visitor to the sign-in page", async ({ page }) => {
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("signed-in pages run under the policy and ask search engines to stay away", async ({ page, owner }) => {
  await owner.hasHistory(10, { fatigue: 4 });
  await owner.signIn(page);
  for (const path of OWNERS) {
    const trouble = listenForTrouble(page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute("content", /noindex/);
    await page.waitForLoadState("load");
    expect(trouble, path).toEqual([]);
  }
});

test("caregiver and clinician have pages of their own, which search engines are asked to leave out", async ({ page, owner, caregiver, clinician }) => {
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await owner.sharesWith(clinician, ["check-ins:read", "summary:read"], "clinician");
  for (const [person, path] of [[caregiver, "/people"], [clinician, "/patients"]] as const) {
    await page.context().clearCookies();
    await person.signIn(page);
    await page.goto(path);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page.getByText(owner.name).first()).toBeVisible();
  }
});

test("an ended session is refused at the next request", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/today/);
  await owner.endSessions();
  await page.goto("/today");
  await expect(page).toHaveURL(/\/(sign-in|session-ended)/);
});
