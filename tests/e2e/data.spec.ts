import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type Owner } from "./fixtures";

const SAMPLES = path.join(import.meta.dirname, "../samples");
const chooser = (page: Page) => page.getByLabel("Choose a file");
const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function open(owner: Owner, page: Page): Promise<void> {
  await owner.signIn(page);
  await page.goto("/more/data");
  await expect(page).toHaveTitle("Your data, in and out - Daymark");
}

test("a file of Daylio comes in after a look at it, changes nothing the second time, and goes out as a whole @both", async ({ owner, page }) => {
  await open(owner, page);
  await expectAccessible(page);
  await chooser(page).setInputFiles(path.join(SAMPLES, "daylio.csv"));
  await expect(page.getByText("This looks like a file from Daylio.")).toBeVisible();
  await expect(page.getByLabel("mood becomes")).toHaveValue("mood");
  await expect(page.getByLabel("\"awful\" is")).toHaveValue("10");
  await expect(page.getByRole("row", { name: /^1 Nov 2021 3 / })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scroll").toBeLessThanOrEqual(page.viewportSize()!.width);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring in 30 days" }).click();
  await expect(page.getByRole("status").filter({ hasText: "30 days are new here." })).toBeFocused();
  await expect(page.getByText("30 days, 1 Nov 2021 to 30 Nov 2021")).toBeVisible();

  await page.getByRole("button", { name: "Choose another file" }).click();
  await chooser(page).setInputFiles(path.join(SAMPLES, "daylio.csv"));
  await page.getByRole("button", { name: "Bring in 30 days" }).click();
  await expect(page.getByText("Nothing is new in this file. All of it was here already.")).toBeVisible();

  await page.getByRole("button", { name: "Undo the file from Daylio, 1 Nov 2021 to 30 Nov 2021" }).click();
  await page.getByRole("button", { name: "Take them out" }).click();
  await expect(page.getByText("The days of this file are gone.")).toBeVisible();
  await expect(page.getByText("None so far.")).toBeVisible();
});

test("a table of one's own: the dates are asked about, the scale is turned round, and each cell that cannot be read is listed", async ({ owner, page }) => {
  await open(owner, page);
  await chooser(page).setInputFiles(csv("mine.csv", "When,Legs good,Words\n03/04/2021,10,fine\n04/05/2021,0,\n05/06/2021,,=1+1\n06/07/2021,11,\nsoon,3,\n"));
  await expect(page.getByText("This looks like a table of your own.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Bring in/ })).toHaveCount(0);
  await page.getByRole("radio", { name: "3 April 2021, the day first" }).check({ force: true });
  await page.getByLabel("Which column is a note?").selectOption("Words");
  await page.getByText("Not brought in").click();
  await page.getByLabel("Legs good becomes").selectOption("walking");
  await page.getByLabel("No trouble at all is").fill("10");
  await page.getByLabel("As bad as can be is").fill("0");
  await expect(page.getByRole("row", { name: /^3 Apr 2021 0 fine$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^5 Jun 2021 not known/ })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the list" }).click();
  const list = readFileSync((await (await download).path()), "utf8");
  expect(list).toContain("5,Legs good,This lies outside the numbers you named");
  expect(list).toContain("6,When,This is not a date we can read");
  await page.getByRole("button", { name: "Bring in 3 days" }).click();
  await expect(page.getByText("3 days are new here.")).toBeVisible();
});

test("without a signal nothing is brought in, and all that was said about the file is kept", async ({ owner, page }) => {
  await open(owner, page);
  await chooser(page).setInputFiles(csv("mine.csv", "Date,Pain\n2021-04-03,4\n"));
  await page.getByLabel("As bad as can be is").fill("8");
  await page.route("**/imports", (route) => route.abort());
  await page.getByRole("button", { name: "Bring in 1 day" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You have no signal." })).toBeFocused();
  await expect(page.getByLabel("As bad as can be is")).toHaveValue("8");
  await page.unroute("**/imports");
  await page.getByRole("button", { name: "Bring in 1 day" }).click();
  await expect(page.getByText("1 day is new here.")).toBeVisible();
});

test("a diary taken out comes back to another account, and a file that is none is refused in words", async ({ owner, page }) => {
  await open(owner, page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything (JSON)" }).click();
  const text = readFileSync((await (await download).path()), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "daymark-diary", version: 2 });
  for (const [name, body, said] of [["a.json", "{", "damaged"], ["b.json", "{}", "not a file from Daymark"], ["c.csv", "", "empty"], ["d.csv", "a,b\n", "nothing below"]] as const) {
    await chooser(page).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(body) });
    await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
  }
  await chooser(page).setInputFiles({ name: "diary.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done" })).toBeVisible();
});

test("by keyboard alone: from the field to what was kept", async ({ owner, page }) => {
  await open(owner, page);
  await chooser(page).setInputFiles(csv("mine.csv", "Date,Pain\n2021-04-03,4\n"));
  await page.getByLabel("Pain becomes").focus();
  const bring = page.getByRole("button", { name: "Bring in 1 day" });
  for (let presses = 0; presses < 12 && !(await bring.evaluate((button) => button === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 day is new here.")).toBeVisible();
});
