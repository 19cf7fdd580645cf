import type { Locator, Page } from "@playwright/test";
import { addDays, dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test } from "./fixtures";
import { TIME_ZONE } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
type Row = { revision: number; fatigue: number; vision: number; details: { signs?: string[]; skipped?: string[]; onset?: object; vision?: object }; confirmed_unchanged: string[]; note: string | null };

const slider = (page: Page, name: string) => page.getByRole("slider", { name });
const same = (page: Page) => page.getByRole("button", { name: "Same as yesterday" });
const none = (page: Page) => page.locator("[data-ready=true]", { hasText: "None of these" });
const stored = (diaryId: string) => query<Row>(
  "select revision, fatigue, vision, details, confirmed_unchanged, note from check_ins where diary_id = $1 and day = $2 order by revision", [diaryId, dayOf(new Date(), TIME_ZONE)]);

/** Today, with the safety check loaded: its button no longer waits. */
async function openToday(page: Page): Promise<void> {
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
}

/** Taps a number of a slider where a finger would. */
async function tap(scale: Locator, value: number): Promise<void> {
  const box = (await scale.locator(`[data-value="${value}"]`).boundingBox())!;
  await scale.page().touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number };
    counted.taps = 0;
    addEventListener("pointerdown", () => { counted.taps += 1; }, { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}

test.describe("taps", () => {
  test.beforeEach(async ({ owner, page }) => {
    await owner.hasHistory(40, USUAL);
    await owner.signIn(page);
    await openToday(page);
  });

  test("an ordinary day takes two, and is stored as confirmed-unchanged", async ({ owner, page }) => {
    const taps = await countTaps(page);
    await same(page).tap();
    await none(page).tap();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
    expect(await taps()).toBe(2);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    expect(await stored(owner.diaryId)).toMatchObject([{ fatigue: 5, details: { signs: [] }, confirmed_unchanged: ["fatigue", "numbness", "vision", "walking"] }]);
  });
  test("one changed symptom takes three, two take four", async ({ owner, page }) => {
    const taps = await countTaps(page);
    await tap(slider(page, "Fatigue"), 6);
    await tap(slider(page, "Walking"), 1);
    await page.getByRole("button", { name: "The rest is the same" }).tap();
    await none(page).tap();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
    expect(await taps()).toBe(4);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    expect(await stored(owner.diaryId)).toMatchObject([{ fatigue: 6, confirmed_unchanged: ["numbness", "vision"] }]);
  });
  test("worse vision asks four questions, one tap each; a skipped one is stored as skipped", async ({ owner, page }) => {
    await tap(slider(page, "Vision"), 5);
    await page.getByRole("button", { name: "The rest is the same" }).tap();
    await expect(page.getByText("4 short questions")).toBeVisible();
    await page.getByRole("radio", { name: "Left eye" }).tap();
    await page.getByRole("radio", { name: "Blurred" }).tap();
    await page.getByRole("button", { name: "Skip" }).tap();
    await page.getByRole("radio", { name: "Over days (more than a day)" }).tap();
    await none(page).tap();
    await expect(page.getByText("Saved and sent")).toBeVisible();
    expect((await stored(owner.diaryId))[0]!.details).toEqual({ signs: [], vision: { eyes: "left", loss: "blurred" }, onset: { vision: "days" }, skipped: ["vision.eyePain"] });
  });
  test("a double tap on the first button never reaches 'None of these'", async ({ page }) => {
    await same(page).tap();
    await page.getByRole("button", { name: "None of these" }).tap();
    await expect(page.getByRole("heading", { name: "Anything new, or worse than your usual?" })).toBeVisible();
    await none(page).tap();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  });
  test("a correction is the next revision, and a note is one more", async ({ owner, page }) => {
    await same(page).tap();
    await none(page).tap();
    await page.getByRole("button", { name: "Change" }).tap();
    await tap(slider(page, "Fatigue"), 4);
    await page.getByRole("button", { name: "Next" }).tap();
    await none(page).tap();
    await page.getByRole("button", { name: "Add a note" }).tap();
    await expect(page.getByText("Nobody checks notes for emergencies.")).toBeVisible();
    await page.getByLabel("Your note").fill("Slept badly");
    await page.getByRole("button", { name: "Save note" }).tap();
    await expect(page.getByText("Saved and sent")).toBeVisible();
    await expect.poll(async () => (await stored(owner.diaryId)).map(({ revision, fatigue, note }) => ({ revision, fatigue, note }))).toEqual([
      { revision: 1, fatigue: 5, note: null }, { revision: 2, fatigue: 4, note: null }, { revision: 3, fatigue: 4, note: "Slept badly" },
    ]);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  });
  test("nothing is preset, and a draft survives a reload", async ({ page }) => {
    for (const name of ["Fatigue", "Numbness", "Vision", "Walking"]) await expect(slider(page, name)).toHaveAttribute("aria-valuetext", /^Not set/);
    await tap(slider(page, "Numbness"), 3);
    await page.reload();
    await expect(slider(page, "Numbness")).toHaveAttribute("aria-valuetext", "3, mild. Your usual is 2");
    await expect(slider(page, "Fatigue")).toHaveAttribute("aria-valuetext", "Not set. Yesterday 5. Your usual is 5");
  });
  test("the back button goes back one step, and never loses an answer", async ({ page }) => {
    await tap(slider(page, "Vision"), 5);
    await page.getByRole("button", { name: "The rest is the same" }).tap();
    await page.getByRole("radio", { name: "Left eye" }).tap();
    await page.goBack();
    await expect(page.getByRole("radio", { name: "Left eye" })).toBeChecked();
    await page.goBack();
    await expect(slider(page, "Vision")).toHaveAttribute("aria-valuetext", /^5, moderate/);
  });
});

test("without an entry in the last days the button asks for all four", async ({ owner, page }) => {
  await owner.signIn(page);
  await openToday(page);
  await expect(page.getByText("Your usual is not known yet.")).toBeVisible();
  await tap(slider(page, "Fatigue"), 0);
  await page.getByRole("button", { name: "Next" }).tap();
  await expect(page.getByRole("alert").filter({ hasText: "Some numbers are missing" })).toContainText("Tap a number for Numbness.");
  await expect(slider(page, "Numbness")).toBeFocused();
  for (const name of ["Numbness", "Vision", "Walking"]) await tap(slider(page, name), 0);
  await page.getByRole("button", { name: "Next" }).tap();
  await none(page).tap();
  await expect(page.getByText("Saved and sent")).toBeVisible();
  expect(await stored(owner.diaryId)).toMatchObject([{ fatigue: 0, confirmed_unchanged: [] }]);
});

test("a draft from yesterday asks which day it is for", async ({ owner, page }) => {
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await openToday(page);
  await tap(slider(page, "Fatigue"), 6);
  const yesterday = addDays(dayOf(new Date(), TIME_ZONE), -1);
  await page.evaluate((day) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("daymark.draft."))!;
    const kept = JSON.parse(localStorage.getItem(key)!) as { kept: { draft: { day: string } } };
    kept.kept.draft.day = day;
    localStorage.setItem(key, JSON.stringify(kept));
  }, yesterday);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Which day is this for?" })).toBeVisible();
  await page.locator("dialog[open] .choice").first().tap();
  await page.getByRole("button", { name: "The rest is the same" }).tap();
  await none(page).tap();
  await expect(page.getByRole("heading", { name: /^Saved for/ })).toBeVisible();
  await expect.poll(() => query("select count(*)::int as entries from check_ins where diary_id = $1 and day = $2", [owner.diaryId, yesterday])).toEqual([{ entries: 2 }]);
});

test("big keys come by themselves when chosen, one symptom a screen", async ({ owner, page }) => {
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await page.addInitScript(() => localStorage.setItem("daymark.look", JSON.stringify({ bigKeys: true })));
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "How tired are you right now?" })).toBeFocused();
  await page.getByRole("radio", { name: /^6/ }).tap();
  await expect(page.getByRole("heading", { name: "How strong is numbness or tingling?" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).tap();
  await page.getByRole("button", { name: "Same as yesterday for all four" }).tap();
  await none(page).tap();
  await expect(page.getByText("Saved and sent")).toBeVisible();
});

test("works with the keyboard alone @desktop", async ({ owner, page }) => {
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await openToday(page);
  await slider(page, "Fatigue").focus();
  await page.keyboard.press("1");
  await page.keyboard.press("0");
  await expect(slider(page, "Fatigue")).toHaveAttribute("aria-valuetext", /^10, severe/);
  await page.keyboard.press("Delete");
  await expect(slider(page, "Fatigue")).toHaveAttribute("aria-valuetext", /^Not set/);
  await page.keyboard.press("6");
  await page.keyboard.press("ArrowDown");
  await expect(slider(page, "Fatigue")).toHaveAttribute("aria-valuenow", "5");
  await page.getByRole("button", { name: "The rest is the same" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Anything new, or worse than your usual?" })).toBeFocused();
  await page.getByRole("button", { name: /^Head or thinking/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("My neck is stiff and sore to bend forward").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Done" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-ready=true]", { hasText: "Save" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Skip" }).focus(); // the temperature
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Suddenly, in minutes" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Over days (more than a day)" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByText("Saved and sent")).toBeVisible();
  expect((await stored(owner.diaryId))[0]!.details).toEqual({ signs: ["stiff-neck"], onset: { signs: "days" }, skipped: ["temperatureC"] });
});

test.describe("looks", () => {
  for (const look of [{}, { theme: "dark" }, { contrast: "more" }, { theme: "dark", contrast: "more" }]) {
    test(`every state is accessible with ${JSON.stringify(look)}`, async ({ owner, page }) => {
      await owner.hasHistory(40, USUAL);
      await owner.signIn(page);
      await page.addInitScript((chosen) => localStorage.setItem("daymark.look", JSON.stringify(chosen)), look);
      await openToday(page);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Fatigue: big keys" }).tap();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Back" }).tap();
      await tap(slider(page, "Numbness"), 6);
      await page.getByRole("button", { name: "The rest is the same" }).tap();
      await page.getByRole("button", { name: "Left arm and hand" }).tap();
      await expect(page.getByText("Left arm and hand.")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Next" }).tap();
      await page.getByRole("radio", { name: "Over days (more than a day)" }).tap();
      await expectAccessible(page);
      await page.getByRole("button", { name: /^Walking, bladder/ }).tap();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Done" }).tap();
      await page.getByRole("button", { name: /^Breathing/ }).tap();
      await page.getByLabel("Pain or tightness in my chest").tap();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "I have called" }).tap();
      await expect(page.getByRole("heading", { name: "Your entry is saved" })).toBeVisible();
      await expectAccessible(page);
    });
  }
  for (const size of [{ width: 320, height: 640 }, { width: 320, height: 200 }]) {
    test(`no state scrolls sideways at ${size.width} x ${size.height}, as 400 % zoom is`, async ({ owner, page }) => {
      await page.setViewportSize(size);
      await owner.hasHistory(40, USUAL);
      await owner.signIn(page);
      await openToday(page);
      const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await fits();
      await slider(page, "Numbness").press("6");
      await page.getByRole("button", { name: "The rest is the same" }).click();
      await fits();
      await page.getByRole("button", { name: "Skip" }).click();
      await fits();
      await page.getByRole("radio", { name: "Over days (more than a day)" }).click();
      await fits();
      await page.getByRole("button", { name: /^Fever, infection/ }).click();
      await fits();
      await page.getByLabel("Shivering so hard I cannot stop").check();
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByRole("button", { name: /^Bleeding/ }).click();
      await page.getByLabel(/^Bleeding that will not stop/).check();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await fits();
      await page.getByRole("button", { name: "I have called" }).click();
      await fits();
    });
  }
});
