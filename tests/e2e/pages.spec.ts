import type { Page } from "@playwright/test";
import { createOwner, expect, expectAccessible, removePerson, showWhole, test, unfoldAll } from "./fixtures";

/** The rules: so long that axe takes twenty seconds; it is checked once, with the pages of the start. */
const SAFETY = "/safety";
const PUBLIC = ["/", "/sign-in", "/help", "/demo-mailbox", "/offline", "/session-ended", "/invite", "/no-such-page"];
const SETTINGS = [
  "/more", "/more/account", "/more/look", "/medicines", "/medicines/new", "/more/about", "/more/about-you", "/more/about-you/person", "/more/about-you/ms",
  "/more/about-you/scores", "/more/about-you/body", "/more/about-you/daily", "/set-up",
  "/more/account/second-step", "/more/account/recovery-codes",
];
const LOOKS = [{ theme: "dark" }, { contrast: "more" }, { theme: "dark", contrast: "more" }];

const wear = (page: Page, look: object) => page.addInitScript((kept) => localStorage.setItem("daymark.look", kept), JSON.stringify(look));
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const look of LOOKS) {
  test(`the pages before the diary are accessible in ${JSON.stringify(look)} @both`, async ({ page }) => {
    test.setTimeout(120_000);
    await wear(page, look);
    for (const path of PUBLIC) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
}

for (const [name, look] of [["light @both", {}], ["dark", { theme: "dark" }], ["high contrast", { contrast: "more" }]] as const) {
  test(`the pages of More are accessible in ${name}`, async ({ page, owner }) => {
    test.setTimeout(120_000);
    await owner.signIn(page);
    await wear(page, look);
    for (const path of SETTINGS) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (path === "/more") await showWhole(page);
      await expectAccessible(page);
    }
  });
}

test("nothing scrolls sideways at 320 px, nor with the largest text", async ({ page, owner }) => {
  test.setTimeout(120_000);
  await owner.signIn(page);
  for (const [width, look] of [[320, {}], [390, { text: "1.5" }]] as const) {
    await page.setViewportSize({ width, height: 700 });
    await wear(page, look);
    for (const path of [...PUBLIC, SAFETY, ...SETTINGS, "/set-up?step=3", "/set-up?step=4", "/set-up?step=5", "/set-up?step=6"]) {
      await page.goto(path);
      await unfoldAll(page);
      expect(await sideways(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test("each page has a title and a description of its own", async ({ page, owner }) => {
  await owner.signIn(page);
  const seen = new Map<string, string>();
  for (const path of [...PUBLIC, SAFETY, ...SETTINGS, "/today", "/trends", "/relapses", "/share"]) {
    await page.goto(path);
    const description = await page.locator('meta[name="description"]').getAttribute("content");
    for (const text of [await page.title(), description ?? ""]) {
      expect(text, path).not.toBe("");
      expect(seen.get(text), `${path} and ${seen.get(text)} share "${text}"`).toBeUndefined();
      seen.set(text, path);
    }
  }
});

test("all settings ask search engines to stay away", async ({ page, owner }) => {
  await owner.signIn(page);
  for (const path of SETTINGS) {
    await page.goto(path);
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute("content", /noindex/);
  }
});

test("the link preview names a picture that is there", async ({ page, request }) => {
  await page.goto("/");
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const response = await request.get(new URL(image!).pathname);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toBe("image/png");
});

test("the manifest's icons are there, one kind for masks", async ({ request }) => {
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as { icons: { src: string; purpose?: string }[] };
  expect(manifest.icons.filter(({ purpose }) => purpose === "maskable")).toHaveLength(2);
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
});

test("every link of the landing page leads somewhere", async ({ page, request }) => {
  await page.goto("/");
  const paths = await page.locator("a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  for (const path of new Set(paths)) expect((await request.get(path)).status(), path).toBe(200);
});

test("a page that is not there says so, with a way back and help", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
  await page.getByRole("link", { name: "Get help now" }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Get help now" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("a page that fails says that entries are safe, names a reference and keeps help in reach", async ({ page }) => {
  // A record no version of ours could have written stands for any fault while a page is made.
  const owner = await createOwner({ country: "DE", timeZone: "Nowhere/Nope" });
  try {
    await owner.signIn(page);
    await page.goto("/today");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We could not load this");
    await expect(page.getByText("Your entries are safe.")).toBeVisible();
    await expect(page.getByText(/Reference: \w+/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "Get help now" }).click();
    await expect(page.getByRole("dialog").getByRole("link", { name: /Call 112/ })).toBeVisible();
  } finally {
    await removePerson(owner);
  }
});

test("the help page gives the numbers of a country without any script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${process.env.DAYMARK_E2E_URL}/help`);
  await expect(page.getByRole("link", { name: /Call 112/ })).toHaveAttribute("href", "tel:112");
  await page.getByRole("main").getByLabel("Where are you?").selectOption("US");
  await page.getByRole("button", { name: "Show numbers" }).click();
  await expect(page.getByRole("link", { name: /Call 911/ })).toHaveAttribute("href", "tel:911");
  await expect(page.getByText("In an emergency call 911 and do not wait.")).toBeVisible();
  await context.close();
});

test("the help page knows the person's own country", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/help");
  await expect(page.getByRole("main").getByLabel("Where are you?")).toHaveValue("DE");
  await expect(page.getByText("116117").first()).toBeVisible();
});

test("a chosen look shows at once and is there after a reload, before anything is drawn", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/look");
  await page.getByText("Dark", { exact: true }).click();
  await page.getByText("High contrast", { exact: true }).click();
  await page.getByText("Larger", { exact: true }).click();
  await page.getByRole("switch", { name: "Big keys" }).click();
  const root = page.locator("html");
  const expectLook = async () => {
    await expect(root).toHaveAttribute("data-theme", "dark");
    await expect(root).toHaveAttribute("data-contrast", "more");
    await expect(root).toHaveAttribute("data-text", "1.3");
  };
  await expectLook();
  await page.reload();
  await expectLook();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Big keys" })).toBeChecked();
});

test("a caregiver finds look, numbers and signing out under More", async ({ page, owner, caregiver }) => {
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await caregiver.signIn(page);
  await page.goto("/more");
  await expect(page.getByRole("link", { name: "People", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Trends", exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Look and text size/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Medicines/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
});
