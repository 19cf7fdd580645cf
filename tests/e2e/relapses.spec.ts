import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unfoldAll } from "./fixtures";
import type { Owner } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const HOUR_MS = 3_600_000;

const rows = (diaryId: string) => query<{ status: string; started_on: string; start_precision: string; note: string | null; days_off_work: number | null; infection: boolean | null; heat: boolean | null }>(
  "select status, started_on::text, start_precision, note, days_off_work, infection, heat from relapses where diary_id = $1 and removed_at is null order by started_on", [diaryId]);

/** Two entries of one run, a day apart; the worker then lets it wait. */
async function logRun(owner: Owner): Promise<void> {
  await owner.hasHistory(40, USUAL);
  await query("delete from check_ins where diary_id = $1 and recorded_at > now() - interval '30 hours'", [owner.diaryId]);
  const answers = { signs: [], infection: [], numbness: { areas: ["left-arm" as const] }, onset: { numbness: "hours" as const } };
  await owner.checksIn({ ...USUAL, numbness: 7, at: new Date(Date.now() - 26 * HOUR_MS), answers });
  await owner.checksIn({ ...USUAL, numbness: 7, answers });
  await expect.poll(async () => (await rows(owner.diaryId)).length, { timeout: 15_000 }).toBe(1);
}

async function open(page: Page, owner: Owner, path = "/relapses"): Promise<void> {
  await owner.signIn(page);
  await page.goto(path);
}

async function expectTidy(page: Page): Promise<void> {
  for (const width of [390, 320, 1280]) {
    await page.setViewportSize({ width, height: 780 });
    await unfoldAll(page);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

test("what the rules found waits, is called a relapse by nothing, and is answered in one tap", async ({ owner, page }) => {
  await logRun(owner);
  await open(page, owner);
  const waiting = page.getByRole("region", { name: "Waiting for your answer" });
  await expect(waiting.getByRole("heading", { name: "Numbness" })).toBeVisible();
  await expect(waiting.getByText("Possible", { exact: true })).toBeVisible();
  await expect(page.getByText(/None confirmed since/)).toBeVisible();
  await expectTidy(page);
  await waiting.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved as confirmed by you." })).toBeFocused();
  await expect(waiting).toHaveCount(0);
  await expect(page.getByText(/^1 since .* One is not over yet\.$/)).toBeVisible();
  expect(await rows(owner.diaryId)).toMatchObject([{ status: "confirmed-by-me", infection: null, heat: null }]);
});

test("what the team said is kept as theirs, and no is an answer too", async ({ owner, page }) => {
  await logRun(owner);
  await open(page, owner);
  await page.getByText("My team told me").click();
  await page.getByRole("button", { name: "They are not sure yet" }).click();
  await expect(page.getByText("Saved. Your team is not sure yet.")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Not sure yet" })).toBeVisible();
  await page.getByRole("link", { name: /^Details and changes: Numbness/ }).click();
  await page.getByRole("group", { name: "What did your team say?" }).getByText("It was not a relapse").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/relapses");
  await expect(page.getByText("Not a relapse", { exact: true }).first()).toBeVisible();
  expect(await rows(owner.diaryId)).toMatchObject([{ status: "not-a-relapse" }]);
});

test("a relapse of the past is told to the month by keyboard alone", async ({ owner, page }) => {
  await owner.hasHistory(3, USUAL);
  await open(page, owner);
  await expect(page.getByText("None logged. If something feels new for over a day, log it.")).toBeVisible();
  await page.getByRole("link", { name: "Add a relapse" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/relapses/new");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Fill in when it started" })).toBeFocused();
  const choose = async (group: string, name: string) => {
    await page.getByRole("group", { name: group }).getByRole("radio", { name }).focus();
    await page.keyboard.press("Space");
  };
  await choose("Was it a relapse?", "Yes");
  await choose("When did it start?", "I know the month");
  await page.getByLabel("Month", { exact: true }).focus();
  await page.keyboard.type("March");
  await page.getByLabel("Year", { exact: true }).focus();
  await page.keyboard.type("2024");
  await choose("Is it over?", "Not over yet");
  await page.getByRole("checkbox", { name: "Walking" }).focus();
  await page.keyboard.press("Space");
  await page.locator("summary", { hasText: "Work and recovery" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Days off work or study").focus();
  await page.keyboard.type("12");
  await page.getByRole("textbox", { name: "Note" }).focus();
  await page.keyboard.type("Both legs");
  await expectTidy(page);
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/relapses");
  await expect(page.getByRole("article").getByText("Since March 2024")).toBeVisible();
  await expect(page.getByText(/1 Mar/)).toHaveCount(0);
  await expect(page.getByText(/^1 in \d\.\d years of this diary and what you told of before\.$/)).toBeVisible();
  expect(await rows(owner.diaryId)).toMatchObject([{ status: "confirmed-by-me", started_on: "2024-03-01", start_precision: "month", note: "Both legs", days_off_work: 12, infection: null }]);
});

test("only the person closes one; it is opened again, and removed after one question", async ({ owner, page }) => {
  await query("insert into relapses (diary_id, relapse_id, status, started_on, started_at, start_precision, symptoms) values ($1, gen_random_uuid(), 'confirmed-by-me', '2024-03-01', '2024-03-01', 'month', '{walking}')", [owner.diaryId]);
  await open(page, owner);
  const change = page.getByRole("link", { name: /^Details and changes: Walking/ });
  await change.click();
  await page.getByRole("group", { name: "Is it over?" }).getByText("It is over. I know the month").click();
  await page.getByRole("combobox", { name: "Month", exact: true }).nth(1).selectOption("May");
  await page.getByLabel("Year", { exact: true }).nth(1).fill("2024");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/relapses");
  await expect(page.getByText("March 2024 to May 2024")).toBeVisible();
  await change.click();
  await page.getByRole("group", { name: "Is it over?" }).getByText("Not over yet").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/relapses");
  await expect(page.getByRole("article").getByText("Since March 2024")).toBeVisible();
  await change.click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog", { name: "Remove this?" }).getByRole("button", { name: "Remove" }).click();
  await page.waitForURL("**/relapses");
  await expect(page.getByText("None logged.", { exact: false })).toBeVisible();
  await expectTidy(page);
  expect(await rows(owner.diaryId)).toEqual([]);
});

test("without a signal, or when another device was first, what was typed stays", async ({ owner, page, context }) => {
  await query("insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms) values ($1, gen_random_uuid(), 'confirmed-by-me', '2025-03-04', '2025-03-04', '{vision}')", [owner.diaryId]);
  await open(page, owner);
  await page.getByRole("link", { name: /^Details and changes/ }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Grey patch");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("No signal. What you typed is still here.", { exact: false })).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText("What you typed before is still here.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Grey patch");
  await query("update relapses set updated_at = now() + interval '1 second', heat = true where diary_id = $1", [owner.diaryId]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("This was changed somewhere else. What you typed is still here.", { exact: false })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Grey patch");
  expect(await rows(owner.diaryId)).toMatchObject([{ note: null, heat: true }]);
});

test("steroids are kept with the medicines", async ({ owner, page }) => {
  await open(page, owner, "/relapses/new");
  await page.getByRole("group", { name: "When did it start?" }).getByText("I know the day").click();
  await page.getByLabel("Day", { exact: true }).fill("2025-03-04");
  await page.getByRole("group", { name: "Is it over?" }).getByText("Not over yet").click();
  await page.locator("summary", { hasText: "Steroids" }).click();
  await page.getByText("I had steroids").click();
  await page.getByLabel("First dose").fill("2025-03-06");
  await page.getByLabel("Last dose").fill("2025-03-05");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The last dose is before the first." })).toBeVisible();
  await page.getByLabel("Last dose").fill("2025-03-08");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/relapses");
  await expect(page.getByText("Steroids, 6 Mar to 8 Mar 2025")).toBeVisible();
  expect(await query("select name, class, started_on::text, last_dose_on::text from medicines where diary_id = $1", [owner.diaryId])).toEqual([
    { name: "Steroids", class: "steroid-course", started_on: "2025-03-06", last_dose_on: "2025-03-08" }]);
});
