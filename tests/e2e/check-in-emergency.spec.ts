import type { Page } from "@playwright/test";
import { dayOf } from "@/lib/domain/time";
import { expect, test } from "./fixtures";
import { TIME_ZONE, type Owner } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const storedToday = (diaryId: string) => query<{ revision: number }>("select revision from check_ins where diary_id = $1 and day = $2 order by revision", [diaryId, dayOf(new Date(), TIME_ZONE)]);
const alerts = (diaryId: string) => query<{ rule_id: string; response: string | null }>("select rule_id, response from alerts where diary_id = $1 order by rule_id", [diaryId]);

async function openToday(page: Page, owner: Owner): Promise<void> {
  await owner.hasHistory(40, USUAL);
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
}

async function tickChestPain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: /^Breathing/ }).tap();
  await page.getByLabel("Pain or tightness in my chest").tap();
}

test("an emergency takes the whole screen with the network off, and is sent when it is back", async ({ owner, page, context }) => {
  await openToday(page, owner);
  await context.setOffline(true);
  await tickChestPain(page);
  const alert = page.getByRole("alertdialog", { name: "Call 112 now" });
  await expect(alert.getByRole("heading", { name: "Call 112 now" })).toBeFocused();
  const box = (await alert.boundingBox())!;
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 390, 844]);
  await expect(alert.getByRole("link", { name: "Call 112" })).toHaveAttribute("href", "tel:112");
  await expect(alert.getByText("If you cannot call, ask someone near you.")).toBeVisible();
  await expect(alert.getByText("I have multiple sclerosis.")).toBeVisible();
  await expect(alert.getByText("You told us: pain or tightness in my chest.")).toBeVisible();
  expect(await storedToday(owner.diaryId)).toEqual([]);
  await alert.getByRole("button", { name: "I have called" }).tap();
  await expect(page.getByText("No signal now. We send it when you are back online.")).toBeVisible();
  await expect(page.getByText("You said that you have called.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Saved and sent")).toBeVisible();
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "called" }]);
  await page.goto("/trends");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await storedToday(owner.diaryId)).toHaveLength(1);
});

test("Escape and the back button ask whether the person has called, and never close it", async ({ owner, page }) => {
  await openToday(page, owner);
  await tickChestPain(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Have you called?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("button", { name: "Not yet" }).tap();
  await expect(page.getByRole("heading", { name: "Call 112 now" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Have you called?" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("button", { name: "Yes" }).tap();
  await expect(page.getByText("You said that you have called.")).toBeVisible();
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "called" }]);
});

test("'This is my usual' never closes the alert: its card stays with the number", async ({ owner, page }) => {
  await openToday(page, owner);
  await tickChestPain(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "This is my usual" }).tap();
  await expect(page.getByText("If it is new or worse today, call 112.")).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).tap();
  const alert = page.getByRole("alertdialog", { name: "Call 112 now" });
  await expect(alert).toBeVisible();
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "my-usual" }]);
  await page.reload();
  await alert.getByRole("button", { name: "I have called" }).tap();
  await expect(page.getByText("You said that you have called.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Call 112" })).toBeVisible();
  await expect(page.getByText("Done for today")).toHaveCount(0);
});

test("an emergency without an answer is back after a reload", async ({ owner, page }) => {
  await openToday(page, owner);
  await tickChestPain(page);
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: null }]);
  await page.reload();
  await expect(page.getByRole("alertdialog", { name: "Call 112 now" })).toBeVisible();
  await page.getByRole("button", { name: "I have called" }).tap();
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "called" }]);
  await page.reload();
  await expect(page.getByText("You said that you have called.")).toBeVisible();
});

test("an emergency that was found later, of an entry of before, is shown with its own answers", async ({ owner, page }) => {
  await openToday(page, owner);
  await query(
    `insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at)
     select diary_id, check_in_id, revision, 'chest-pain', 1, 'EMERGENCY', '[]', 'server', now() from check_ins where diary_id = $1 order by day desc limit 1`,
    [owner.diaryId],
  );
  await page.reload();
  await page.getByRole("alertdialog", { name: "Call 112 now" }).getByRole("button", { name: "I have called" }).tap();
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "called" }]);
  await expect(page.getByRole("button", { name: "Same as yesterday" })).toBeVisible();
  await page.reload();
  await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
});

test("'Correct my entry' keeps the first revision and its alert", async ({ owner, page }) => {
  await openToday(page, owner);
  await tickChestPain(page);
  await page.getByRole("button", { name: "Correct my entry" }).tap();
  await page.getByLabel("Pain or tightness in my chest").tap();
  await page.getByRole("button", { name: "Done" }).tap();
  await page.locator("[data-ready=true]", { hasText: "Save" }).tap();
  await expect(page.getByText("Saved and sent")).toBeVisible();
  await expect.poll(async () => (await storedToday(owner.diaryId)).map(({ revision }) => revision)).toEqual([1, 2]);
  await expect.poll(() => alerts(owner.diaryId)).toEqual([{ rule_id: "chest-pain", response: "corrected" }]);
});

test("the crisis line opens at once", async ({ owner, page }) => {
  await openToday(page, owner);
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: "Thoughts of ending my life" }).tap();
  await page.getByLabel("Thoughts of ending my life or hurting myself").tap();
  await expect(page.getByRole("heading", { name: "You can talk to someone now" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Call TelefonSeelsorge/ }).first()).toBeVisible();
});

test.describe("whose entry it is", () => {
  async function saveOrdinary(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Same as yesterday" }).tap();
    await page.locator("[data-ready=true]", { hasText: "None of these" }).tap();
  }

  test("an ended session keeps the entry and asks to sign in; signed in again it is sent", async ({ owner, page }) => {
    await openToday(page, owner);
    await owner.endSessions();
    await saveOrdinary(page);
    await expect(page.getByText("Sign in to send it.")).toBeVisible();
    expect(await storedToday(owner.diaryId)).toEqual([]);
    await owner.signIn(page);
    await page.goto("/today");
    await expect.poll(() => storedToday(owner.diaryId)).toHaveLength(1);
  });
  test("another account that signs in on this device never sends it", async ({ owner, caregiver, page }) => {
    await openToday(page, owner);
    await page.context().clearCookies();
    await caregiver.signIn(page);
    await saveOrdinary(page);
    await expect(page.getByText("Someone else is signed in here.")).toBeVisible();
    await page.getByRole("button", { name: "Waiting entries (1)" }).tap();
    await page.context().clearCookies();
    await owner.signIn(page);
    await page.goto("/today");
    await expect.poll(() => storedToday(owner.diaryId)).toHaveLength(1);
    const senders = await query<{ entered_by_id: string }>("select entered_by_id from check_ins where diary_id = $1 and day = $2", [owner.diaryId, dayOf(new Date(), TIME_ZONE)]);
    expect(senders).toEqual([{ entered_by_id: owner.userId }]);
  });
});
