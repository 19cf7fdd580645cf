import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test, type Owner } from "./fixtures";
import { TIME_ZONE } from "./people/owner";
import { query } from "./people/world";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/** A finished walk of some days ago, straight into the database. */
async function walked(owner: Owner, days: number, seconds: number, aid = "unaided"): Promise<void> {
  const at = daysAgo(days);
  await query(
    "insert into measures (diary_id, measure_id, kind, day, recorded_at, time_zone, value, details, entered_by_id, created_at, updated_at) values ($1, $2, 'timed-walk', $3, $4, $5, $6, $7, $8, $4, $4)",
    [owner.diaryId, uuidv7(), dayOf(at, TIME_ZONE), at, TIME_ZONE, seconds, { aid, runs: [{ kind: "timed", seconds, by: "phone" }, { kind: "timed", seconds, by: "phone" }] }, owner.userId]);
}

const timedAnswer = async (owner: Owner) => (await query(
  "select revision, details #>> '{walking,timed25FootSeconds}' as seconds, note from check_ins where diary_id = $1 and superseded_at is null order by recorded_at desc limit 1", [owner.diaryId]))[0] as { revision: number; seconds: string | null; note: string | null } | undefined;

/** From the first screen to the first run, by the keyboard alone. */
async function openTest(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start a timed walk" }).press("Enter");
  await pressOn(page, "First, be safe", "It is safe for me today");
  await pressOn(page, "Mark out 25 feet", "It is marked out");
  await expect(page.getByRole("heading", { name: "What will you use today?" })).toBeFocused();
  await page.getByRole("radio", { name: "Without an aid" }).press("Space");
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "Next" }).press("Enter");
}

async function pressOn(page: Page, heading: string, button: string): Promise<void> {
  await expect(page.getByRole("heading", { name: heading })).toBeFocused();
  await page.clock.runFor(600); // the button takes nothing in its first half second
  await page.getByRole("button", { name: button }).press("Enter");
}

async function run(page: Page, number: 1 | 2, milliseconds: number): Promise<void> {
  await pressOn(page, `Run ${number} of 2`, "Start the countdown");
  const timer = page.getByRole("dialog", { name: "Timing" });
  await expect(timer).toContainText("Get ready");
  await page.clock.runFor(3_000);
  await expect(timer).toContainText("Tap anywhere at the finish");
  await page.clock.runFor(milliseconds);
  await page.keyboard.press("k");
}

async function wholeTest(page: Page, first: number, second: number): Promise<void> {
  await openTest(page);
  await run(page, 1, first);
  await pressOn(page, `${(Math.round(first / 100) / 10).toFixed(1)} seconds`, "Go on to run 2");
  await run(page, 2, second);
}

/** A clock that jumps would cut short what the device's store is doing, as if it did not answer: it is let finish before. */
async function storeSettles(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onerror = () => reject(new Error("The store did not open"));
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction([...database.objectStoreNames], "readwrite");
          work.oncomplete = () => { database.close(); resolve(); };
        };
      });
    }
  });
}

async function signInTo(page: Page, owner: Owner): Promise<void> {
  await owner.signIn(page);
  await page.clock.install({ time: new Date() });
  await page.goto("/walk");
  await expect(page.getByRole("heading", { level: 1, name: "Timed walk" })).toBeVisible();
  await storeSettles(page);
  await page.clock.pauseAt(new Date(Date.now() + 5_000));
}

/** axe needs a clock that runs. */
async function expectAccessibleHere(page: Page): Promise<void> {
  await page.clock.resume();
  await expectAccessible(page);
  await page.clock.pauseAt(new Date(await page.evaluate(() => Date.now()) + 1_000));
}

test("a whole test by the keyboard alone: two runs, their mean, and the next entry of the day carries it @both", async ({ owner, page }) => {
  await owner.hasHistory(3, { fatigue: 2 });
  await signInTo(page, owner);
  await expect(page.getByText("No timed walk yet")).toBeVisible();
  await expectAccessibleHere(page);
  await openTest(page);
  await run(page, 1, 6_240);
  await expect(page.getByRole("heading", { name: "6.2 seconds" })).toBeFocused();
  await expectAccessibleHere(page);
  await pressOn(page, "6.2 seconds", "Go on to run 2");
  await run(page, 2, 6_480);
  await pressOn(page, "6.4 seconds", "Save this walk");
  await page.clock.resume();
  await expect(page.getByText("6.4 seconds will go into your next entry of today.")).toBeVisible();
  await expect(page.getByText("Saved and sent.")).toBeVisible();
  expect(await timedAnswer(owner)).toMatchObject({ seconds: null });

  await page.goto("/today");
  await page.getByRole("button", { name: /^Same as/ }).click();
  await expect(page.getByText("Timed walk 6.4 s")).toBeVisible();
  await page.getByRole("button", { name: /^Walking, bladder, bowels/ }).click();
  await expect(page.getByRole("textbox", { name: "Seconds" })).toHaveValue("6.4");
  await page.getByRole("textbox", { name: "Seconds" }).fill("6.6");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: /^(None of these|Save)$/ }).click({ timeout: 1_000 });
    await expect(page.getByText("Saved and sent")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(await timedAnswer(owner)).toMatchObject({ revision: 1, seconds: "6.6" });
});

test("a walk after the entry of the day corrects it, and walk-test-slower is told at once", async ({ owner, page }) => {
  for (const days of [60, 45, 30]) await owner.checksIn({ at: daysAgo(days), answers: { signs: [], walking: { timed25FootSeconds: 5 } } });
  await owner.checksIn({ at: daysAgo(3), answers: { signs: [], walking: { timed25FootSeconds: 6.2 } } });
  await owner.checksIn({ note: "stays as it is" });
  for (const days of [60, 45, 30]) await walked(owner, days, 5);
  await signInTo(page, owner);
  await wholeTest(page, 6_300, 6_300);
  await pressOn(page, "6.3 seconds", "Save this walk");
  await page.clock.resume();
  await expect(page.getByText("6.3 seconds are now in your entry of that day.")).toBeVisible();
  await expect(page.getByText("Slower than your usual of 5.0 seconds, by a fifth or more.")).toBeVisible();
  await expect(page.getByText(/Tell your MS team this week/)).toBeVisible();
  await expect.poll(() => timedAnswer(owner)).toMatchObject({ revision: 2, seconds: "6.3", note: "stays as it is" });
  const alerts = await query("select rule_id from alerts where diary_id = $1 and check_in_revision = 2", [owner.diaryId]);
  expect(alerts).toEqual([{ rule_id: "walk-test-slower" }]);
  await expectAccessible(page);
});

test("wrong taps are caught, a run is repeated, and not finishing is kept with its reason @both", async ({ owner, page }) => {
  await signInTo(page, owner);
  await openTest(page);
  await pressOn(page, "Run 1 of 2", "Start the countdown");
  await page.clock.runFor(1_000);
  await page.getByRole("dialog", { name: "Timing" }).click({ position: { x: 20, y: 20 } });
  await expect(page.getByText("That was before the start, so nothing was timed.")).toBeVisible();
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "Start the countdown" }).click();
  await page.clock.runFor(3_000);
  await page.clock.runFor(1_900);
  await page.getByRole("dialog", { name: "Timing" }).click({ position: { x: 20, y: 20 } });
  await expect(page.getByText("That was under 2 seconds, so it does not count.")).toBeVisible();
  await expectAccessibleHere(page);
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "Type a time instead" }).click();
  await page.getByRole("textbox", { name: "Seconds for run 1" }).fill("1.5");
  await page.getByRole("button", { name: "Use this time" }).click();
  await expect(page.getByText("Type 2.0 to 180.0 seconds.")).toBeVisible();
  await page.getByRole("textbox", { name: "Seconds for run 1" }).fill("7,5");
  await page.getByRole("button", { name: "Use this time" }).click();
  await expect(page.getByRole("heading", { name: "7.5 seconds, typed in" })).toBeVisible();
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "I could not finish" }).click();
  await expect(page.getByRole("heading", { name: "Why could you not finish run 2?" })).toBeFocused();
  await page.getByRole("radio", { name: "Pain" }).click();
  await page.getByRole("textbox", { name: "In your own words, if you like" }).fill("my knee");
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Not finished: Pain (my knee)")).toBeVisible();
  await page.clock.runFor(600);
  await page.getByRole("button", { name: "Save this walk" }).click();
  await page.clock.resume();
  await expect(page.getByText("Saved and sent.")).toBeVisible();
  const rows = await query("select value, details from measures where diary_id = $1", [owner.diaryId]);
  expect(rows).toMatchObject([{ value: null, details: { aid: "unaided", runs: [{ seconds: 7.5, by: "typed" }, { reason: "pain", words: "my knee" }] } }]);
});

test("without a network the walk waits on the device and is sent once, when it is back", async ({ owner, page, context }) => {
  await signInTo(page, owner);
  await page.clock.resume();
  await storeSettles(page);
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await context.setOffline(true);
  await wholeTest(page, 5_000, 5_000);
  await pressOn(page, "5.0 seconds", "Save this walk");
  await page.clock.resume();
  await expect(page.getByText("1 walk is on this device and not sent yet.")).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText("1 walk is on this device and not sent yet.")).toHaveCount(0);
  await expect.poll(() => query("select value from measures where diary_id = $1", [owner.diaryId])).toEqual([{ value: 5 }]);
  await expect(page.getByText("5.0 seconds").first()).toBeVisible();
});

test("the band shows after three older walks with the same aid, a walk can be removed and brought back @both", async ({ owner, page }) => {
  for (const [days, seconds] of [[60, 5], [45, 5.2], [30, 4.8], [1, 5.5]] as const) await walked(owner, days, seconds);
  await owner.signIn(page);
  await page.goto("/walk");
  await expect(page.getByText("Within your day-to-day variation. Your usual is 5.0 seconds.")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/[↑↓]/);
  await expect(page.getByRole("img", { name: /^4 timed walks, .* Your band is 4\.0 to 6\.0 seconds\.$/ })).toBeVisible();
  await page.getByText("Show all walks as a list").click();
  await expect(page.getByRole("row")).toHaveCount(5);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Remove the walk of/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("The walk was removed.")).toBeVisible();
  await expect(page.getByText("4.8 seconds").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("5.5 seconds").first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("results of the clinic: typed in, corrected, removed and brought back, without a word of judgement @both", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/walk/results");
  await expect(page.getByText("No results yet")).toBeVisible();
  await expectAccessible(page);
  const add = async (kind: string, fill: () => Promise<void>, day: string) => {
    await page.getByRole("button", { name: "Add a result" }).click();
    await page.getByRole("radio", { name: kind }).check();
    await fill();
    await page.getByLabel(/^Date of the/).fill(day);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  };
  await page.getByRole("button", { name: "Add a result" }).click();
  await page.getByRole("radio", { name: "EDSS number" }).check();
  await page.getByLabel("EDSS number", { exact: true }).last().fill("0.5");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: /There is no 0.5/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "EDSS number" }).fill("3,5");
  await page.getByLabel("Date of the test").fill("2026-01-15");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("as your clinic told you", { exact: true })).toBeVisible();
  await add("Nine-hole peg test", async () => {
    await page.getByLabel("Right hand, seconds").fill("20");
    await page.getByLabel("Left hand, seconds").fill("22");
  }, "2025-03-01");
  await add("Nine-hole peg test", async () => page.getByLabel("Right hand, seconds").fill("24"), "2026-02-01");
  await expect(page.getByText("Beyond day-to-day variation since 1 Mar 2025.")).toHaveCount(1);
  await add("MRI scan", async () => page.getByRole("radio", { name: "I do not know" }).check(), "2026-02-02");
  await expect(page.getByText("New lesions: not known")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change EDSS number of 15 Jan 2026" }).click();
  await page.getByRole("textbox", { name: "EDSS number" }).fill("4");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "EDSS number" })).toContainText("4");
  await page.getByRole("button", { name: "Remove EDSS number of 15 Jan 2026" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("The result was removed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "EDSS number" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
