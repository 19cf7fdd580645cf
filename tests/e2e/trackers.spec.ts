import type { Locator, Page } from "@playwright/test";
import { dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test } from "./fixtures";
import { TIME_ZONE } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
type Row = { revision: number; trackers: Record<string, number>; details: object };

const slider = (page: Page, name: string) => page.getByRole("slider", { name });
const none = (page: Page) => page.locator("[data-ready=true]", { hasText: "None of these" });
const card = (page: Page) => page.getByRole("region", { name: "Your trackers" });
const stored = (diaryId: string) => query<Row>(
  "select revision, trackers, details from check_ins where diary_id = $1 and day = $2 order by revision", [diaryId, dayOf(new Date(), TIME_ZONE)]);
const switchOn = (diaryId: string, trackers: string[]) => query("update diaries set trackers = $2 where diary_id = $1", [diaryId, trackers]);
const switchedOn = async (diaryId: string) => (await query<{ trackers: string[] }>("select trackers from diaries where diary_id = $1", [diaryId]))[0]!.trackers;

async function tap(scale: Locator, value: number): Promise<void> {
  await scale.scrollIntoViewIfNeeded();
  const box = (await scale.locator(`[data-value="${value}"]`).boundingBox())!;
  await scale.page().touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** An ordinary day, saved: the two taps it takes. */
async function logOrdinaryDay(page: Page): Promise<void> {
  await page.goto("/today");
  await page.getByRole("button", { name: "Same as yesterday", disabled: false }).tap();
  await none(page).tap();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
}

test.describe("choosing", () => {
  test("switches and order are kept, by keyboard alone, and the page is accessible", async ({ owner, page }) => {
    await owner.signIn(page);
    await page.goto("/more/trackers");
    await expectAccessible(page);
    for (const name of ["Pain", "Low mood", "Spasms"]) {
      await page.getByRole("switch", { name }).focus();
      await page.keyboard.press("Space");
    }
    await expect(page.getByRole("status")).toHaveText("Spasms is on. It is asked after your next entry. Saved.");
    await page.getByRole("button", { name: "Move Spasms up" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText("Spasms is number 2 of 3. Saved.");
    await expect(page.getByRole("button", { name: "Move Spasms up" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Move Spasms up" })).toHaveAttribute("aria-disabled", "true");
    await expect(page.getByRole("status")).toHaveText("Spasms is number 1 of 3. Saved.");
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole("switch", { name: "Low mood" })).toBeChecked();
    await expect(page.getByRole("switch", { name: "Heat sensitivity" })).not.toBeChecked();
    expect(await switchedOn(owner.diaryId)).toEqual(["spasms", "pain", "mood"]);
    await page.getByRole("switch", { name: "Pain" }).tap();
    await expect(page.getByText("Pain is off. What you logged stays in your diary.")).toBeVisible();
    await expect.poll(() => switchedOn(owner.diaryId)).toEqual(["spasms", "mood"]);
  });

  test("a choice that could not be saved says so, stays, and is saved when tried again", async ({ owner, page, context }) => {
    await owner.signIn(page);
    await page.goto("/more/trackers");
    await context.setOffline(true);
    await page.getByRole("switch", { name: "Pain" }).tap();
    await expect(page.getByText("Not saved: there is no network.")).toBeVisible();
    await expect(page.getByRole("switch", { name: "Pain" })).toBeChecked();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).tap();
    await expect(page.getByRole("status")).toContainText("Saved.");
    expect(await switchedOn(owner.diaryId)).toEqual(["pain"]);
  });
});

test.describe("logging", () => {
  test.beforeEach(async ({ owner, page }) => {
    await owner.hasHistory(20, USUAL);
    await owner.signIn(page);
  });

  test("nothing is asked when none is switched on", async ({ page }) => {
    await logOrdinaryDay(page);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    await expect(card(page)).toHaveCount(0);
  });

  test("asks after the two taps, one tap each, and writes what was tapped as one revision", async ({ owner, page }) => {
    await switchOn(owner.diaryId, ["mood", "pain", "bladder"]);
    await logOrdinaryDay(page);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    expect(await stored(owner.diaryId)).toMatchObject([{ revision: 1, trackers: {} }]);
    await expect(card(page).getByRole("slider")).toHaveCount(3);
    await expect(card(page).getByText("0 fine, 10 as low as you can imagine")).toBeVisible();
    await expect(slider(page, "Pain")).toHaveAttribute("aria-valuetext", "Not set. 0 none, 10 the worst you can imagine");
    await card(page).getByText("No alert comes from these").scrollIntoViewIfNeeded();
    await expectAccessible(page);
    await tap(slider(page, "Pain"), 4);
    await tap(slider(page, "Low mood"), 0);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    await expect.poll(async () => (await stored(owner.diaryId)).map(({ revision, trackers }) => ({ revision, trackers })))
      .toEqual([{ revision: 1, trackers: {} }, { revision: 2, trackers: { mood: 0, pain: 4 } }]);
    expect((await stored(owner.diaryId))[1]!.details).toEqual({ signs: [] });
    await page.reload();
    await expect(slider(page, "Low mood")).toHaveAttribute("aria-valuetext", "0, fine");
    await expect(slider(page, "Bladder trouble")).toHaveAttribute("aria-valuetext", /^Not set/);
  });

  test("by keyboard, and an answer can be taken back to unknown", async ({ owner, page }) => {
    await switchOn(owner.diaryId, ["pain", "heat"]);
    await logOrdinaryDay(page);
    await slider(page, "Pain").focus();
    await page.keyboard.press("7");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(slider(page, "Heat sensitivity")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ pain: 7, heat: 1 });
    await slider(page, "Pain").focus();
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ heat: 1 });
  });

  test("without a network they wait on the phone and are sent afterwards", async ({ owner, page, context }) => {
    await switchOn(owner.diaryId, ["spasms"]);
    await logOrdinaryDay(page);
    await expect(page.getByText("Saved and sent")).toBeVisible();
    await context.setOffline(true);
    await tap(slider(page, "Spasms"), 8);
    await expect(page.getByText("Saved on this phone")).toBeVisible();
    expect((await stored(owner.diaryId)).at(-1)!.trackers).toEqual({});
    await context.setOffline(false);
    await expect(page.getByText("Saved and sent")).toBeVisible({ timeout: 20_000 });
    expect((await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ spasms: 8 });
  });

  test("leaving the page right after the tap loses nothing", async ({ owner, page }) => {
    await switchOn(owner.diaryId, ["pain"]);
    await logOrdinaryDay(page);
    await tap(slider(page, "Pain"), 3);
    await page.getByRole("link", { name: "More", exact: true }).tap();
    await expect(page.getByRole("heading", { name: "More", level: 1 })).toBeVisible();
    await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ pain: 3 });
  });

  test("changing the entry right after the tap keeps it", async ({ owner, page }) => {
    await switchOn(owner.diaryId, ["pain"]);
    await logOrdinaryDay(page);
    await tap(slider(page, "Pain"), 3);
    await page.getByRole("button", { name: "Change" }).tap();
    await page.getByRole("button", { name: "Next" }).tap();
    await none(page).tap();
    await expect(slider(page, "Pain")).toHaveAttribute("aria-valuetext", "3, mild");
    await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ pain: 3 });
  });

  test("big keys answer a tracker too", async ({ owner, page }) => {
    await switchOn(owner.diaryId, ["mood"]);
    await owner.checksIn(USUAL);
    await page.goto("/today");
    await page.evaluate(() => localStorage.setItem("daymark.look", JSON.stringify({ bigKeys: true })));
    await page.reload();
    await page.getByRole("button", { name: /^Low mood: not set/ }).tap();
    const sheet = page.getByRole("dialog", { name: "Low mood" });
    await expect(sheet.getByText("0 fine, 10 as low as you can imagine.")).toBeVisible();
    await expectAccessible(page);
    await sheet.getByRole("radio", { name: /^10/ }).tap();
    await expect(page.getByRole("button", { name: /^Low mood: 10, severe/ })).toBeVisible();
    await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ mood: 10 });
  });
});

test("the history shows them, also one that is switched off, and a correction changes them", async ({ owner, page }) => {
  await switchOn(owner.diaryId, ["pain"]);
  const { id } = await owner.checksIn({ ...USUAL, trackers: { heat: 6 } });
  await owner.signIn(page);
  await page.goto("/history");
  await expect(page.getByText("Trackers, 0 none to 10 worst")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Heat sensitivity" }).getByText("6, moderate")).toBeVisible();
  await page.goto(`/today?correct=${id}`);
  await page.getByRole("button", { name: "Next", disabled: false }).tap();
  await none(page).tap();
  await tap(slider(page, "Heat sensitivity"), 2);
  await tap(slider(page, "Pain"), 1);
  await expect.poll(async () => (await stored(owner.diaryId)).at(-1)!.trackers).toEqual({ heat: 2, pain: 1 });
  await page.goto(`/history/${id}`);
  await expect(page.getByText("2, mild").first()).toBeVisible();
  await expect(page.getByText("6, moderate").first()).toBeVisible(); // the version before
  await expectAccessible(page);
});

test("a caregiver who may read check-ins sees them", async ({ owner, caregiver, page }) => {
  await owner.checksIn({ ...USUAL, trackers: { pain: 9, mood: 0 } });
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await caregiver.signIn(page);
  await page.goto(`/people/${owner.diaryId}`);
  await expect(page.getByRole("heading", { name: "Other things they track" })).toBeVisible();
  await expect(page.getByText("Pain 9")).toBeVisible();
  await expect(page.getByText("Low mood 0")).toBeVisible();
  await expectAccessible(page);
});
