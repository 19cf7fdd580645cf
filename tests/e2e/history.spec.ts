import { v7 as uuidv7 } from "uuid";
import { dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test } from "./fixtures";
import { daysAgo, entryOf, expectNoSidewaysScroll, inWords } from "./people/history";
import { TIME_ZONE } from "./people/owner";

test("the owner reads an entry: scores, answers, what was skipped, the alert and what was done @both", async ({ owner, page }) => {
  const at = daysAgo(2);
  const { id, alerts } = await owner.checksIn({
    at, fatigue: 6, vision: 9, note: "Dark on the left since breakfast",
    answers: { signs: ["light-hurts"], vision: { loss: "complete", eyes: "left", doubleVision: false }, onset: { vision: "sudden" }, skipped: ["vision.eyePain"] },
  });
  expect(alerts.map(({ ruleId }) => ruleId)).toContain("vision-sudden-loss");
  const respondedAt = new Date(at.getTime() + 60_000).toISOString();
  await owner.send("POST", `/api/diaries/${owner.diaryId}/alert-responses`, { responses: [{ checkInId: id, revision: 1, ruleId: "vision-sudden-loss", response: "called", respondedAt }] });

  await owner.signIn(page);
  await page.goto("/more");
  await page.getByRole("main").getByRole("link", { name: /^All entries/ }).click();
  await expect(page).toHaveTitle("All entries - Daymark");
  const entry = entryOf(page, at);
  await expect(entry).toContainText("6, moderate");
  await expect(entry).toContainText("9, severe");
  await expect(entry).toContainText("0, none");
  await expect(entry).toContainText(/What is your sight like\?\s*Cannot see from that eye/);
  await expect(entry).toContainText(/Do you see two of things\?\s*No/);
  await expect(entry).toContainText(/Does the eye hurt\?\s*Not answered/);
  await expect(entry).toContainText(/Eyes: when did this start\?\s*Suddenly, in minutes/);
  await expect(entry).toContainText("Bright light hurts my eyes");
  await expect(entry.getByText("Where is it numb?")).toHaveCount(0);
  await expect(entry).toContainText("Sudden loss of sight");
  await expect(entry).toContainText(/You noted at \d\d:16: “I have called”/);
  await expect(entry).toContainText("Dark on the left since breakfast");
  await expect(entry).toContainText("Entered by you");
  await expectAccessible(page);

  await entry.getByRole("link", { name: `Open the entry of ${inWords(at)}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(inWords(at));
  await expect(page.getByRole("heading", { name: "Earlier versions" })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto("/history");
  await expectNoSidewaysScroll(page);
});

test("a day of another diary stands in the history, and its address leads to it @both", async ({ owner, page }) => {
  const at = daysAgo(3);
  await owner.checksIn({ at, fatigue: 6, note: "My own entry" });
  const today = dayOf(at, TIME_ZONE);
  const days = [{ day: "2019-02-14", scores: { fatigue: 0, walking: 8 }, trackers: {}, note: "Snow" }, { day: today, scores: { fatigue: 9 }, trackers: {} }];
  await owner.send("POST", `/api/diaries/${owner.diaryId}/imports`, { id: uuidv7(), kind: "daylio", fileHash: "0".repeat(64), days });
  await owner.signIn(page);
  await page.goto("/history?day=2019-02-14#day-2019-02-14");
  const card = page.locator("#day-2019-02-14");
  await expect(card).toBeFocused();
  await expect(card).toContainText(/Thursday 14 February.*From Daylio.*0, none.*8, severe.*Snow/);
  await expect(card).not.toContainText("Vision");
  await expect(page.getByText("1 day from another diary", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`/history?day=${today}#day-${today}`);
  await expect(page.locator(`#day-${today}`)).toContainText("My own entry");
  await expect(page.getByText("1 entry, 1 day from another diary", { exact: true })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "From Daylio" })).toContainText("9, severe");
});

test("correcting an old entry makes version 2 under the same moment, and version 1 stays readable @both", async ({ owner, page }) => {
  const at = daysAgo(40);
  const { id } = await owner.checksIn({ at, fatigue: 4, walking: 2, note: "As it was", answers: { signs: [], bladder: "urgency" } });
  await owner.signIn(page);
  await page.goto(`/history/${id}`);
  await page.getByRole("link", { name: "Correct this entry" }).click();
  const fatigue = page.getByRole("slider", { name: /Fatigue/ });
  await expect(fatigue).toHaveAttribute("aria-valuenow", "4");
  await fatigue.focus();
  await fatigue.press("ArrowRight");
  await page.getByRole("button", { name: "Next" }).click();
  const saved = page.getByRole("heading", { name: /^Saved for/ });
  // The button takes taps only once it has stood there for a moment.
  await expect(async () => {
    await page.getByRole("button", { name: /^(None of these|Save)$/ }).click({ timeout: 1_000 });
    await expect(saved).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("Saved and sent")).toBeVisible();

  await page.goto(`/history/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(inWords(at));
  await expect(page.getByText(/Changed by you on/)).toBeVisible();
  const [newest, older] = [page.getByRole("region", { name: inWords(at) }), page.getByRole("listitem").filter({ hasText: "Version 1" })];
  await expect(newest).toContainText("5, moderate");
  await expect(newest).toContainText("As it was");
  await expect(newest).toContainText("Sudden urge to go");
  await expect(older).toContainText("4, moderate");
  await expect(older).toContainText(/Replaced on/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a half-finished check-in of today survives a correction", async ({ owner, page }) => {
  const { id } = await owner.checksIn({ at: daysAgo(3), fatigue: 4 });
  await owner.signIn(page);
  await page.goto("/today");
  const fatigue = page.getByRole("slider", { name: /Fatigue/ });
  await fatigue.focus();
  await fatigue.press("7");
  await expect(fatigue).toHaveAttribute("aria-valuenow", "7");
  await page.goto(`/today?correct=${id}`);
  await expect(fatigue).toHaveAttribute("aria-valuenow", "4");
  await fatigue.focus();
  await fatigue.press("ArrowRight");
  await page.goto("/today");
  await expect(fatigue).toHaveAttribute("aria-valuenow", "7");
  await page.goto(`/today?correct=${id}`);
  await expect(fatigue).toHaveAttribute("aria-valuenow", "5");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the links lead to the nearest months with entries, over months without any", async ({ owner, page }) => {
    const [now, before, long] = [daysAgo(1), daysAgo(70), daysAgo(400)];
    for (const at of [long, before, now]) await owner.checksIn({ at });
    await owner.signIn(page);
    await page.goto("/history");
    await expect(page.getByRole("heading", { name: inWords(now) })).toBeVisible();
    await page.getByRole("link", { name: /^Older/ }).first().click();
    await expect(page.getByRole("heading", { name: inWords(before) })).toBeVisible();
    await page.getByRole("link", { name: /^Older/ }).first().click();
    await expect(page.getByRole("heading", { name: inWords(long) })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Older/ })).toHaveCount(0);
    await page.getByRole("link", { name: /^Newer/ }).first().click();
    await expect(page.getByRole("heading", { name: inWords(before) })).toBeVisible();
  });
});

test("an empty diary says so and leads to Today @both", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/history?month=nonsense");
  await expect(page.getByRole("heading", { name: "No entries yet." })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("an entry of someone else is not there, also with a grant, and cannot be corrected", async ({ owner, caregiver, page }) => {
  const { id } = await owner.checksIn({ at: daysAgo(1) });
  await owner.sharesWith(caregiver, ["check-ins:read", "check-ins:write"]);
  await caregiver.signIn(page);
  expect((await page.goto(`/history/${id}`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
  await owner.signIn(page);
  for (const address of ["/history/not-an-id", "/history/01890000-0000-7000-8000-000000000000"]) expect((await page.goto(address))?.status()).toBe(404);
});
