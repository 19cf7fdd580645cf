import { dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test } from "./fixtures";
import { daysAgo, entryOf, expectNoSidewaysScroll, inWords } from "./people/history";
import { TIME_ZONE } from "./people/owner";
import { inTransaction, query } from "./people/world";

test("the owner removes an entry, which then counts nowhere, and puts it back @both", async ({ owner, page }) => {
  const at = daysAgo(2);
  const { id } = await owner.checksIn({ at, fatigue: 6, note: "Typed for someone else" });
  await owner.signIn(page);
  await page.goto(`/history/${id}`);
  await page.getByRole("button", { name: "Remove this entry" }).click();
  await expect(page.getByRole("heading", { name: "Remove this entry?" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Remove this entry" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("It counts nowhere.")).toBeVisible();
  await expect(page.getByText("Typed for someone else").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto("/history");
  await expect(entryOf(page, at)).toHaveCount(0);
  await page.getByRole("link", { name: new RegExp(`^${inWords(at)}`) }).click();
  await page.getByRole("button", { name: "Undo: put it back" }).click();
  await expect(page.getByRole("link", { name: "Correct this entry" })).toBeVisible();
  await page.goto("/history");
  await expect(entryOf(page, at)).toContainText("Typed for someone else");
});

test("the owner searches their notes: no word of it stands in an address, and what was found is marked @both", async ({ owner, page }) => {
  await owner.checksIn({ at: daysAgo(400), note: "Sehr müde, MÜDE Beine" });
  await owner.checksIn({ at: daysAgo(2), note: "tired again" });
  await owner.signIn(page);
  await page.goto("/history");
  const field = page.getByRole("searchbox", { name: "Search your notes" });
  await field.fill("mude");
  const asked = page.waitForRequest(/note-search$/);
  await field.press("Enter");
  expect((await asked).method()).toBe("POST");
  await expect(page.getByRole("status").filter({ hasText: "1 entry" })).toBeVisible();
  await expect(page.locator("mark")).toHaveText(["müde", "MÜDE"]);
  await expect(page.getByText("tired again")).toHaveCount(0);
  expect(page.url()).toMatch(/\/history$/);
  await expectAccessible(page);
  await field.fill("zebra");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("No note holds “zebra”.")).toBeVisible();
  await page.getByRole("button", { name: "Show all entries" }).click();
  await expect(field).toBeFocused();
  await expect(page.getByText("tired again")).toBeVisible();
  await page.context().setOffline(true);
  await field.fill("tired");
  await field.press("Enter");
  await expect(page.getByText("No signal. Search again when you are back online.")).toBeVisible();
  await expect(field).toHaveValue("tired");
});

test("an address with a day leads to its entry, also far back, and a day without one names the nearest", async ({ owner, page }) => {
  const [old, young] = [daysAgo(800), daysAgo(2)];
  for (const at of [old, young]) await owner.checksIn({ at });
  const [day, empty] = [dayOf(old, TIME_ZONE), dayOf(daysAgo(797), TIME_ZONE)];
  await owner.signIn(page);
  await page.goto(`/history#day-${day}`);
  await expect(page).toHaveURL(new RegExp(`day=${day}#day-${day}$`));
  await expect(page.locator(`#day-${day}`)).toBeFocused();
  await expect(page.locator(`#day-${day}`)).toContainText(inWords(old));
  await page.goto(`/history?day=${empty}#day-${empty}`);
  await expect(page.getByRole("heading", { name: /^No entry on .* That is fine\.$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^The nearest: / }).first().click();
  await expect(page.locator(`#day-${day}`)).toBeFocused();
  await page.goto("/history?day=2026-02-31");
  await expect(page.getByRole("heading", { name: inWords(young) })).toBeVisible();
});

test("an entry is filed under the day before, by keyboard; when it was typed stays @both", async ({ owner, page }) => {
  const at = daysAgo(1);
  const { id } = await owner.checksIn({ at, fatigue: 3 });
  await owner.signIn(page);
  await page.goto(`/history/${id}`);
  await page.getByRole("button", { name: "File under another day" }).press("Enter");
  await expect(page.getByRole("heading", { name: "When was this?" })).toBeFocused();
  await expectAccessible(page);
  const save = page.getByRole("button", { name: "File it there" });
  await save.press("Enter");
  await expect(page.getByText("It is filed under this time already.").first()).toBeVisible();
  await page.getByLabel("Time", { exact: true }).fill("23:59");
  await save.press("Enter");
  await expect(page.getByText("You typed it before this time.").first()).toBeVisible();
  const before = daysAgo(2);
  await page.getByLabel("Day", { exact: true }).selectOption(dayOf(before, TIME_ZONE));
  await save.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(inWords(before));
  await expect(page.getByText(/Entered by you on .*, changed later/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Version 1" })).toBeVisible();
  await expectAccessible(page);
});

test("a removed entry says until when it can be put back; a day later it is gone, and its alert says so @both", async ({ owner, page }) => {
  const at = daysAgo(2);
  const { id } = await owner.checksIn({ at, vision: 9, note: "Words that go", answers: { signs: [], vision: { loss: "complete", eyes: "left" }, onset: { vision: "sudden" } } });
  await owner.signIn(page);
  await page.goto(`/history/${id}`);
  await page.getByRole("button", { name: "Remove this entry" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText(/You can put it back until .*, \d\d:\d\d\. Then it is deleted for good\./)).toBeVisible();
  await query("update removed_check_ins set removed_at = now() - interval '24 hours' where check_in_id = $1", [id]);
  // The page is older than the day that is over: putting back comes too late, and says so.
  await page.getByRole("button", { name: "Undo: put it back" }).click();
  await expect(page.getByText("This entry is deleted for good. It can not be put back.")).toBeVisible();
  expect((await page.goto(`/history/${id}`))?.status()).toBe(404);
  await inTransaction(async (client) => {
    await client.query("select set_config('daymark.viewer_kind', 'worker', true), set_config('daymark.worker_diary_id', $1, true)", [owner.diaryId]);
    await client.query("select daymark_purge_check_in($1, $2, now())", [owner.diaryId, id]);
  });
  await page.goto("/history");
  const deleted = page.getByRole("region", { name: "Alerts of deleted entries" });
  await expect(deleted).toContainText("Entry deleted");
  await expect(deleted).toContainText("Sudden loss of sight");
  await expect(page.getByText("Words that go")).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("an entry changed on two devices shows both versions, and the other one stays readable @both", async ({ owner, page }) => {
  const at = daysAgo(3);
  const { id } = await owner.checksIn({ at, fatigue: 4, note: "As it was" });
  await owner.signIn(page);
  await page.goto(`/history/${id}`);
  await page.getByRole("button", { name: "File under another day" }).click();
  await page.getByLabel("Day", { exact: true }).selectOption(dayOf(daysAgo(4), TIME_ZONE));
  // Meanwhile the other device corrects it.
  const moment = at.toISOString();
  await owner.send("POST", `/api/diaries/${owner.diaryId}/check-ins`, { checkIns: [{
    id, revision: 2, recordedAt: moment, enteredAt: new Date().toISOString(), timeZone: TIME_ZONE, scores: { fatigue: 7, numbness: 0, vision: 0, walking: 0 },
    confirmedUnchanged: [], answers: { signs: [] }, note: "From the other device", rulesVersion: "test", deviceAlerts: [], deviceCouldNotCheck: [],
  }] });
  await page.getByRole("button", { name: "File it there" }).click();
  await expect(page.getByText("This entry was changed on another device too.")).toBeVisible();

  await page.goto("/history");
  await page.getByRole("link", { name: /^Choose for / }).click();
  await expect(page.getByRole("heading", { name: "Changed on two devices" })).toBeVisible();
  const [mine, stored] = [page.getByRole("article", { name: "On this device" }), page.getByRole("article", { name: "Saved by your other device" })];
  await expect(mine).toContainText("4, moderate");
  await expect(mine).toContainText("As it was");
  await expect(stored).toContainText("7, severe");
  await expect(stored).toContainText("From the other device");
  await expect(page.getByText("Different: the time, Fatigue and the note.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Keep the saved one" }).press("Enter");
  await expect(page.getByText("Saved. The other version is below.")).toBeVisible();
  await expect(page.getByRole("region", { name: inWords(at) })).toContainText("7, severe");
  await expect(page.getByRole("listitem").filter({ hasText: "Version 3" })).toContainText("4, moderate");
  await page.goto("/history");
  await expect(page.getByRole("heading", { name: "All entries" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Choose for / })).toHaveCount(0);
});
