import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type Owner } from "./fixtures";
import { query } from "./people/world";

const USUAL = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const DAY_MS = 86_400_000;

/** 90 quiet days and a bad one for vision today. */
async function openTrends(owner: Owner, page: Page, query = ""): Promise<void> {
  await owner.hasHistory(90, USUAL);
  await owner.checksIn({ ...USUAL, vision: 7 });
  await owner.signIn(page);
  await page.goto(`/trends${query}`);
}

const panel = (page: Page, name: string) => page.getByRole("figure", { name: new RegExp(`^${name}\\.`) });
const drawnBy = (page: Page, name: string) => panel(page, name).locator("[data-drawn]");
const sidewaysScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the sentence, the newest values, the lines and the change table come with the page", async ({ owner, page }) => {
    await openTrends(owner, page);
    await expect(page.getByText(/^Vision was worse than your usual on \d+ \w+\.$/)).toBeVisible();
    await expect(page.getByText("7, usual is 1")).toBeVisible();
    for (const name of ["Vision", "Fatigue", "Numbness", "Walking"]) {
      await expect(panel(page, name).locator(".g-line").last()).toHaveAttribute("d", /^M\d+ \d+l/);
    }
    await expect(page.getByText("Vision: severe on 1 and moderate on 0 of 91 days with an entry.")).toBeVisible();
    await expect(page.getByText("Good days: 89 of 90. On a good day, none of the four is worse than your usual.")).toBeVisible();
    await expect(page.getByRole("row", { name: /^Vision 1\.0 ?1 day 1\.1 ?90 days Too few days$/ })).toBeVisible();
  });

  test("the range and the table are links", async ({ owner, page }) => {
    await openTrends(owner, page);
    await page.getByRole("link", { name: "1 month" }).click();
    await expect(panel(page, "Vision")).toHaveAccessibleName(/Last month, 0 none to 10 severe\. Lowest 1, highest 7, newest 7\. Usual 1\. Worse than your usual on 1 of the last 30 days\.$/);
    await page.getByRole("link", { name: "A year ago" }).click();
    await expect(page.getByRole("heading", { name: "Now, and a year ago" })).toBeVisible();
    await expect(page.getByText("Beside a year ago: too few days to tell.")).toBeVisible();
    await page.getByRole("link", { name: "Show as a table" }).click();
    await expect(page.getByRole("table", { name: "All entries, newest first" }).getByRole("row")).toHaveCount(31);
  });
});

test("recharts takes the place of the server's drawing, and nothing moves", async ({ owner, page }) => {
  await owner.hasHistory(90, USUAL);
  await owner.signIn(page);
  let isHeld = true;
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => { release = resolve; });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (isHeld && body.includes("recharts-")) await held;
    await route.fulfill({ response, body });
  });
  await page.goto("/trends");
  await expect(drawnBy(page, "Fatigue")).toHaveAttribute("data-drawn", "server");
  const before = await panel(page, "Fatigue").boundingBox();
  isHeld = false;
  release();
  await expect(drawnBy(page, "Fatigue")).toHaveAttribute("data-drawn", "recharts");
  await expect(panel(page, "Fatigue").locator("path.recharts-line-curve").last()).toHaveAttribute("d", /^M[\d.]+,[\d.]+L/);
  expect(await panel(page, "Fatigue").boundingBox()).toEqual(before);
});

test("recharts is fetched by the trends page only", async ({ owner, page }) => {
  await owner.hasHistory(20, USUAL);
  await owner.signIn(page);
  const withRecharts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js") && (await response.text().catch(() => "")).includes("recharts-")) withRecharts.push(page.url());
  });
  await page.goto("/today");
  await expect(page.getByRole("slider", { name: "Fatigue" })).toBeVisible();
  await page.waitForLoadState("load");
  expect(withRecharts).toEqual([]);
  await page.goto("/trends");
  await expect(drawnBy(page, "Fatigue")).toHaveAttribute("data-drawn", "recharts");
  await expect.poll(() => withRecharts.length).toBeGreaterThan(0);
});

test("a gap stays a gap", async ({ owner, page }) => {
  const now = Date.now();
  for (const daysAgo of [9, 8, 7, 3, 2]) await owner.checksIn({ ...USUAL, at: new Date(now - daysAgo * DAY_MS) });
  await owner.signIn(page);
  await page.goto("/trends?range=30");
  await expect(drawnBy(page, "Fatigue")).toHaveAttribute("data-drawn", "recharts");
  const line = await panel(page, "Fatigue").locator("path.recharts-line-curve").last().getAttribute("d");
  expect(line?.match(/M/g)).toHaveLength(2);
  await expect(page.getByText("Your usual range shows after about two weeks.")).toBeVisible();
});

test("the same data is a table one tap away, and the choice is remembered", async ({ owner, page }) => {
  await openTrends(owner, page);
  await page.getByRole("link", { name: "Show as a table" }).click();
  const table = page.getByRole("table", { name: "All entries, newest first" });
  await expect(table.getByRole("row").nth(1)).toHaveText(/^\d+ \w{3}4272/);
  await expect(table.getByRole("row")).toHaveCount(91);
  await page.reload();
  await expect(table).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^daymark-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  await page.getByRole("link", { name: "Show as charts" }).click();
  await expect(panel(page, "Vision")).toBeVisible();
});

test("the keyboard reads a day", async ({ owner, page }) => {
  await openTrends(owner, page);
  const reader = page.getByRole("button", { name: "Read day by day" });
  await reader.focus();
  await page.keyboard.press("Enter");
  const reading = page.locator("[aria-live=polite]");
  await expect(reading).toHaveText(/^\d+ \w+\. Vision 7\. Usual 1\. Alert\.$/);
  await page.keyboard.press("ArrowLeft");
  await expect(reading).toHaveText(/^\d+ \w+\. Vision 1\. Usual 1\.$/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await expect(reading).toHaveText(/Vision 1\./);
  await page.keyboard.press("Escape");
  await expect(reading).toHaveCount(0);
});

test("a legend button brings a symptom to the front; every panel stays @both", async ({ owner, page }) => {
  await openTrends(owner, page);
  const front = () => page.getByRole("figure").first();
  await expect(front()).toHaveAccessibleName(/^Vision\./);
  await page.getByRole("button", { name: "Walking" }).click();
  await expect(page.getByRole("button", { name: "Walking" })).toHaveAttribute("aria-pressed", "true");
  await expect(front()).toHaveAccessibleName(/^Walking\./);
  await expect(page.getByRole("figure")).toHaveCount(4);
  await expect(front().locator("path.recharts-line-curve").last(), "no halo covers the line in front").toHaveAttribute("stroke", "var(--dm-walking)");
  await expect(page.getByRole("heading", { name: "Walking, the last 12 months" })).toBeVisible();
});

test("a mark is a link to its day's entries, by pointer and by keyboard @both", async ({ owner, page }) => {
  await owner.hasHistory(20, USUAL);
  await owner.checksIn({ ...USUAL, answers: { signs: [], triggers: ["heat"] } });
  await owner.signIn(page);
  await page.goto("/trends?range=30");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
  const mark = page.getByRole("link", { name: /^Hot day, \d+ \w+$/ }).and(page.locator("svg a:visible"));
  await expect(mark).toHaveAttribute("href", `/history?day=${today}#day-${today}`);
  await page.getByRole("button", { name: "Walking" }).focus();
  await page.keyboard.press("Tab");
  await expect(mark).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/history\\?day=${today}#day-${today}$`));
  await page.goBack();
  await page.getByText("What happened").click();
  await page.getByRole("listitem").getByRole("link", { name: /^Hot day/ }).click();
  await expect(page).toHaveURL(/\/history/);
});

test("a day that is read can be opened, and reading goes on while its link has the focus", async ({ owner, page }) => {
  await openTrends(owner, page);
  await expect(drawnBy(page, "Vision")).toHaveAttribute("data-drawn", "recharts");
  await page.getByRole("button", { name: "Read day by day" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Open this day" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/history\?day=\d{4}-\d\d-\d\d#day-/);
});

test("trackers that are switched on have a line of their own, on the same days", async ({ owner, page }) => {
  await owner.hasHistory(20, USUAL);
  await owner.checksIn({ ...USUAL, trackers: { mood: 6 } });
  await query("update diaries set trackers = '{mood}' where diary_id = $1", [owner.diaryId]);
  await owner.signIn(page);
  await page.goto("/trends?range=30");
  await expect(page.getByRole("figure")).toHaveCount(5);
  await expect(panel(page, "Low mood")).toHaveAccessibleName(/6 on 1 day with an entry, in the last 30 days\. Your usual is not known yet\.$/);
  await expect(drawnBy(page, "Fatigue")).toHaveAttribute("data-drawn", "recharts");
  await page.getByRole("button", { name: "Low mood" }).click();
  await expect(page.getByRole("figure").first()).toHaveAccessibleName(/^Low mood\./);
  await expectAccessible(page);
});

test("more than a year is shown by weeks, each with its days", async ({ owner, page }) => {
  await owner.hasHistory(420, USUAL);
  await owner.signIn(page);
  await page.goto("/trends?range=all");
  await expect(page.getByText("Each point is the average of a week.")).toBeVisible();
  await page.goto("/trends?range=all&view=table");
  const table = page.getByRole("table", { name: "Averages by week, newest first" });
  await expect(table.getByRole("row").nth(1)).toHaveText(/^\d+ \w{3} \d{4}4\.02\.01\.02\.06$/);
});

test("an empty diary says so, kindly", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/trends");
  await expect(page.getByText("No entries in this time. That is fine.")).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(0);
});

for (const { name, look } of [
  { name: "light", look: { theme: "light" } },
  { name: "dark", look: { theme: "dark" } },
  { name: "high contrast", look: { contrast: "more" } },
]) {
  test(`the page holds WCAG 2.2 AA in ${name}, as charts and as a table @both`, async ({ owner, page }) => {
    await openTrends(owner, page);
    await page.evaluate((chosen) => Object.assign(document.documentElement.dataset, chosen), look);
    await expect(drawnBy(page, "Vision")).toHaveAttribute("data-drawn", "recharts");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Show as a table" }).click();
    await expectAccessible(page);
  });
}

test("nothing scrolls sideways at 320 px", async ({ owner, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openTrends(owner, page);
  for (const range of ["14", "30", "90", "365", "all"]) {
    await page.goto(`/trends?range=${range}`);
    await expect(drawnBy(page, "Vision")).toHaveAttribute("data-drawn", "recharts");
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
  await page.getByRole("link", { name: "Show as a table" }).click();
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});
