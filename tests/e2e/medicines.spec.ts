import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { addDays, dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test, unfoldAll } from "./fixtures";
import { TIME_ZONE, type Owner } from "./people/owner";
import { query } from "./people/world";

const USUAL = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const today = () => dayOf(new Date(), TIME_ZONE);
const worded = (day: string) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", ...(day.slice(0, 4) !== today().slice(0, 4) && { year: "numeric" }), timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
const card = (page: Page, name: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name, exact: true }) });
const stored = (owner: Owner, name: string) => query<{ class: string | null; last_dose_on: string | null; next_dose_on: string | null; removed_at: Date | null }>(
  "select class, last_dose_on::text, next_dose_on::text, removed_at from medicines where diary_id = $1 and name = $2", [owner.diaryId, name]).then(([row]) => row);

async function has(owner: Owner, medicine: object): Promise<string> {
  const id = uuidv7();
  const answer = await owner.send("PUT", `/api/diaries/${owner.diaryId}/medicines/${id}`, { id, ...medicine });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return id;
}

async function open(page: Page, owner: Owner): Promise<void> {
  await owner.signIn(page);
  await page.goto("/medicines");
  await expect(page.getByRole("heading", { level: 1, name: "Medicines" })).toBeVisible();
}

test("a medicine is found by a few letters, by keyboard alone, and its kind is known @both", async ({ owner, page }) => {
  await open(page, owner);
  await expect(page.getByText("No medicine listed.")).toBeVisible();
  await expectAccessible(page);
  const add = page.getByRole("link", { name: "Add a medicine" });
  await add.focus();
  await page.keyboard.press("Enter");
  const name = page.getByRole("combobox", { name: "Name" });
  await name.focus();
  await page.keyboard.type("ocrev");
  await expect(page.getByRole("option", { name: /^Ocrevus Ocrelizumab/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toContainText("Ocrevus");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(name).toHaveValue("Ocrevus");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(page.getByText("Kind: B-cell medicine (anti-CD20)")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Dose", { exact: true })).toBeFocused();
  await page.keyboard.type("600 mg every 6 months");
  await page.getByLabel("Next dose or infusion on").fill(addDays(today(), 30));
  await page.getByRole("button", { name: "Save medicine" }).focus();
  await page.keyboard.press("Enter");
  await expect(card(page, "Ocrevus")).toContainText("600 mg every 6 months. B-cell medicine (anti-CD20)");
  await expect(card(page, "Ocrevus")).toContainText(worded(addDays(today(), 30)));
  expect(await stored(owner, "Ocrevus")).toMatchObject({ class: "anti-CD20", next_dose_on: addDays(today(), 30) });
  await expectAccessible(page);
});

test("a slip is asked about, and a name of one's own is asked what it does", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/medicines/new");
  const name = page.getByRole("combobox", { name: "Name" });
  await name.fill("Tysabry");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Use Tysabri" }).click();
  await expect(name).toHaveValue("Tysabri");
  await expect(page.getByText("Kind: Natalizumab")).toBeVisible();
  await name.fill("Trial drug 7");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Kind:")).toHaveCount(0);
  const calms = page.getByLabel("Does it calm the immune system?");
  await expect(calms).toHaveValue("");
  await calms.selectOption({ label: "Another medicine that calms the immune system: azathioprine, mycophenolate, methotrexate" });
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(card(page, "Trial drug 7")).toContainText("Another medicine that calms the immune system");
  expect(await stored(owner, "Trial drug 7")).toMatchObject({ class: "other-immunosuppressant" });
});

test("what is wrong is said by the field, and what was typed stays, also without a signal and after leaving", async ({ owner, page, context }) => {
  await owner.signIn(page);
  await page.goto("/medicines/new");
  await page.getByText("I stopped it").click();
  await page.getByLabel("Why?").fill("It made me tired");
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Check this" })).toBeFocused();
  await page.getByRole("link", { name: "Set the day you stopped. A guess is fine." }).click();
  await expect(page.getByLabel("Stopped on")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Stopped on").fill("2026-01-02");
  await page.getByRole("combobox", { name: "Name" }).fill("Modafinil");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(page.getByText("No signal. What you typed is still here.").first()).toBeVisible();
  await context.setOffline(false);
  await page.goto("/medicines/new");
  await expect(page.getByText("What you typed before is still here.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Name" })).toHaveValue("Modafinil");
  await page.getByRole("button", { name: "Save medicine" }).click();
  await page.getByText("Past medicines (1)").click();
  await expect(page.getByText("Stopped because: It made me tired")).toBeVisible();
  await page.goto("/medicines/new");
  await expect(page.getByRole("combobox", { name: "Name" })).toHaveValue("");
});

test("a form that was loaded before a change elsewhere does not overwrite it", async ({ owner, page }) => {
  const id = await has(owner, { name: "Aubagio", class: "teriflunomide" });
  await owner.signIn(page);
  await page.goto(`/medicines/${id}`);
  await page.getByLabel("Dose", { exact: true }).fill("14 mg");
  const answer = await owner.send("PUT", `/api/diaries/${owner.diaryId}/medicines/${id}`, { id, name: "Aubagio", class: "teriflunomide", dose: "7 mg" });
  expect(answer.status).toBe(200);
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(page.getByText("This was changed somewhere else. Load this page again.").first()).toBeVisible();
  await expect(page.getByLabel("Dose", { exact: true })).toHaveValue("14 mg");
  await page.goto("/medicines");
  await expect(card(page, "Aubagio")).toContainText("7 mg");
});

test("a missed dose is one tap with undo, and is counted by its days", async ({ owner, page }) => {
  await has(owner, { name: "Aubagio", class: "teriflunomide", startedOn: addDays(today(), -9) });
  await open(page, owner);
  const medicine = card(page, "Aubagio");
  await expect(medicine).toContainText("No missed dose noted in the 10 days since you started it.");
  const button = medicine.getByRole("button", { name: "Missed a dose today: Aubagio" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(medicine).toContainText("Missed on 1 of the 10 days since you started it.");
  await expect(medicine.getByRole("status")).toHaveText("A missed dose is noted for today.");
  await expect(medicine.getByRole("button", { name: "Undo missed dose: Aubagio" })).toBeFocused();
  await medicine.getByText("Days missed (1)").click();
  await expect(medicine.getByText(worded(today()), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await medicine.getByRole("button", { name: "Undo missed dose: Aubagio" }).click();
  await expect(medicine).toContainText("No missed dose noted in the 10 days since you started it.");
  await expect(medicine.getByRole("status")).toHaveText("Taken back.");
});

test("what is taken as needed is one tap each time, and each can be taken back", async ({ owner, page }) => {
  await has(owner, { name: "Ibuprofen", kind: "as-needed" });
  await open(page, owner);
  const medicine = card(page, "Ibuprofen");
  await expect(medicine).toContainText("Not noted in the last 30 days.");
  await medicine.getByRole("button", { name: "Took it today: Ibuprofen" }).click();
  await expect(medicine).toContainText("Noted once today.");
  await medicine.getByRole("button", { name: "Took it today: Ibuprofen" }).click();
  await expect(medicine).toContainText("Noted 2 times today.");
  await expect(medicine).toContainText("Taken on 1 of the last 30 days.");
  await medicine.getByText("Days taken (2)").click();
  await medicine.getByRole("button", { name: `Remove ${worded(today())}` }).first().click();
  await expect(medicine).toContainText("Noted once today.");
  await medicine.getByRole("button", { name: `Undo: bring ${worded(today())} back` }).click();
  await expect(medicine).toContainText("Noted 2 times today.");
});

test("an infusion that was planned is asked about, and one tap writes it down", async ({ owner, page }) => {
  const planned = addDays(today(), -3);
  await has(owner, { name: "Ocrevus", class: "anti-CD20", lastDoseOn: addDays(today(), -190), nextDoseOn: planned });
  await open(page, owner);
  const medicine = card(page, "Ocrevus");
  await expect(medicine.getByRole("region", { name: `Your infusion was planned for ${worded(planned)}.` })).toContainText("Did you have it?");
  await expectAccessible(page);
  await medicine.getByRole("button", { name: "Yes, I had it: Ocrevus" }).click();
  await expect(medicine.getByText(`Noted for ${worded(planned)}.`)).toBeVisible();
  await expect(medicine.getByLabel("When is the next one?")).toBeFocused();
  expect(await stored(owner, "Ocrevus")).toMatchObject({ last_dose_on: planned });
  await medicine.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(medicine.getByText("Did you have it?")).toBeVisible();
  expect(await stored(owner, "Ocrevus")).toMatchObject({ last_dose_on: addDays(today(), -190), next_dose_on: planned });

  await medicine.getByRole("button", { name: "On another day" }).click();
  await medicine.getByLabel("Which day was it?").fill(addDays(today(), -2));
  await medicine.getByRole("button", { name: "Save" }).click();
  await medicine.getByLabel("When is the next one?").fill(addDays(today(), 180));
  await medicine.getByRole("button", { name: "Save" }).click();
  await expect(medicine.getByText("The date is saved.")).toBeVisible();
  await expect(medicine).toContainText(worded(addDays(today(), 180)));
  expect(await stored(owner, "Ocrevus")).toMatchObject({ last_dose_on: addDays(today(), -2), next_dose_on: addDays(today(), 180) });
  await medicine.getByText("All dates (2)").click();
  await expect(medicine.getByText(worded(addDays(today(), -190)), { exact: true })).toBeVisible();
});

test("what was entered by mistake is removed after one question, and comes back", async ({ owner, page }) => {
  const id = await has(owner, { name: "Rebif", class: "interferon", dose: "44 mcg" });
  await owner.signIn(page);
  await page.goto(`/medicines/${id}`);
  await page.getByRole("button", { name: "Remove: it was a mistake" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Rebif?" });
  await expect(dialog).toContainText("If you stopped taking it, set the stop date");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Rebif is removed.")).toBeVisible();
  await expect(page.getByText("No medicine listed.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(card(page, "Rebif")).toContainText("44 mcg");
  expect(await stored(owner, "Rebif")).toMatchObject({ removed_at: null });
});

test("steroids of a relapse and what was stopped stand folded, with why", async ({ owner, page }) => {
  const relapseId = uuidv7();
  await query("insert into relapses (diary_id, relapse_id, status, started_on, started_at, ended_on, ended_at, symptoms) values ($1, $2, 'confirmed-by-me', '2025-02-20', '2025-02-20', '2025-03-20', '2025-03-20', '{vision}')", [owner.diaryId, relapseId]);
  await has(owner, { name: "Solu-Medrol", class: "steroid-course", kind: "other", startedOn: "2025-03-01", lastDoseOn: "2025-03-03", stoppedOn: "2025-03-03", relapseId });
  await open(page, owner);
  await expect(page.getByText("Belongs to a relapse")).toBeHidden();
  await page.getByText("Past medicines (1)").click();
  await expect(page.getByRole("link", { name: "Belongs to a relapse" })).toHaveAttribute("href", "/relapses");
  await expect(page.getByText("1 Mar 2025 to 3 Mar 2025")).toBeVisible();
  await expectAccessible(page);
});

test("fits every width, in every look", async ({ owner, page }) => {
  await has(owner, { name: "Ocrevus", class: "anti-CD20", dose: "600 mg every 6 months", nextDoseOn: addDays(today(), -1), sideEffects: "Tired for two days after the drip" });
  await has(owner, { name: "Averylongnameofamedicinethatdoesnotbreakbyitself", kind: "as-needed" });
  await has(owner, { name: "Aubagio", class: "teriflunomide", stoppedOn: "2025-03-01" });
  await open(page, owner);
  for (const path of ["/medicines", "/medicines/new"]) {
    await page.goto(path);
    await unfoldAll(page);
    for (const look of [{ theme: "light" }, { theme: "dark" }, { theme: "dark", contrast: "more", text: "1.5" }]) {
      await page.evaluate((worn) => Object.assign(document.documentElement.dataset, worn), look);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${path} ${JSON.stringify(look)} at ${width}`).toBeLessThanOrEqual(0);
      }
      await expectAccessible(page);
    }
  }
});

/** Logs a fever of 38.2 with four usual scores. */
async function logFever(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Same as yesterday" }).tap();
  await page.getByRole("button", { name: /^Fever/ }).tap();
  await page.getByLabel(/Temperature/).fill("38.2");
  await page.getByRole("button", { name: "Done" }).tap();
  await page.locator("[data-ready=true]", { hasText: "Save" }).tap();
}

for (const isOffline of [false, true]) {
  test(`after an anti-CD20 is added, the next fever is urgent, ${isOffline ? "offline" : "online"}`, async ({ owner, page, context }) => {
    await owner.hasHistory(40, USUAL);
    await owner.signIn(page);
    // The device has a copy of the diary from before, as after any day of use.
    const before = page.waitForResponse(/\/context$/);
    await page.goto("/today");
    await before;
    await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
    await page.goto("/medicines/new");
    await page.getByRole("combobox", { name: "Name" }).fill("Kesimpta");
    const after = page.waitForResponse(/\/context$/);
    await page.getByRole("button", { name: "Save medicine" }).click();
    await after;
    await expect(card(page, "Kesimpta")).toBeVisible();
    // From here on no answer of the server can tell the device: it knows by its own copy.
    if (isOffline) await page.route(/\/context$/, (route) => route.abort());
    await page.goto("/today");
    await expect(page.locator(".dock .btn.primary[aria-disabled=false]")).toBeVisible();
    if (isOffline) await context.setOffline(true);
    await logFever(page);
    const alert = page.getByRole("alertdialog", { name: "Call 116117 today" });
    await expect(alert).toBeVisible();
    await alert.getByText("Why we tell you this").tap();
    await expect(alert).toContainText("38.2");
    await context.setOffline(false);
    const raised = () => query<{ rule_id: string }>("select rule_id from alerts where diary_id = $1 and rule_id = 'fever-immunosuppressed'", [owner.diaryId]);
    await expect.poll(async () => (await raised()).length).toBe(1);
  });
}

test("adding one judges a fever of yesterday again, and Today then asks to call", async ({ owner, page }) => {
  await owner.hasHistory(40, USUAL);
  await owner.checksIn({ ...USUAL, at: new Date(Date.now() - 20 * 3_600_000), answers: { signs: [], temperatureC: 38.2 } });
  await owner.signIn(page);
  await page.goto("/medicines/new");
  await page.getByRole("combobox", { name: "Name" }).fill("Ocrevus");
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(card(page, "Ocrevus")).toBeVisible();
  const raised = () => query<{ rule_id: string }>("select rule_id from alerts where diary_id = $1 and rule_id = 'fever-immunosuppressed'", [owner.diaryId]);
  await expect.poll(async () => (await raised()).length, { timeout: 20_000 }).toBe(1);
  await page.goto("/today");
  await expect(page.getByText(/Call 116117/).first()).toBeVisible();
});
