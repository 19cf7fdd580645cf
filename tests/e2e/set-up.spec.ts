import type { Page } from "@playwright/test";
import { createOwner, createPerson, expect, expectAccessible, removePerson, test, unfoldAll } from "./fixtures";
import { query } from "./people/world";

type StoredDiary = { display_name: string; ms_type: string | null; ms_year: number | null; profile: Record<string, unknown>; set_up_done: boolean };

async function storedDiary(userId: string): Promise<StoredDiary> {
  const [diary] = await query<StoredDiary>("select display_name, ms_type, ms_year, profile, set_up_done from diaries where owner_id = $1", [userId]);
  expect(diary).toBeTruthy();
  return diary!;
}

const next = (page: Page) => page.getByRole("button", { name: "Save and go on" });
const step = (page: Page, number: number) => expect(page.getByText(`Step ${number} of 6`)).toBeVisible();
const slider = (page: Page, name: string) => page.getByRole("slider", { name });

test("a newcomer fills in six screens, and what they say is stored as said", async ({ page }) => {
  const person = await createPerson("Test newcomer");
  try {
    await person.signIn(page);
    await page.goto("/set-up");
    await step(page, 1);
    await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
    await page.getByLabel("What should we call you?").fill("Ada");
    await page.getByLabel("Country").selectOption("DE");
    await next(page).click();

    await step(page, 2);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.getByText("Relapsing-remitting").click();
    await page.getByLabel("Year of diagnosis").fill("20");
    await next(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "Type a year like 2019." })).toBeFocused();
    await page.getByRole("link", { name: "Type a year like 2019." }).click();
    await expect(page.getByLabel("Year of diagnosis")).toBeFocused();
    await page.getByLabel("Year of diagnosis").fill("2019");
    await next(page).click();

    await step(page, 3);
    await slider(page, "Fatigue").press("4");
    await next(page).click();
    await expect(page.getByText("Still open: Numbness, Vision, Walking.").first()).toBeVisible();
    for (const name of ["Numbness", "Vision", "Walking"]) await slider(page, name).press("0");
    await next(page).click();

    await step(page, 4);
    await page.getByText("Eyes", { exact: true }).click();
    await page.getByText("Blurred", { exact: true }).click();
    await page.getByText("Left", { exact: true }).click();
    await page.getByText("Numbness", { exact: true }).click();
    await page.getByRole("group", { name: "Is any part of you numb on most days?" }).getByText("Yes").click();
    await page.getByRole("button", { name: "Left leg and foot" }).click();
    await next(page).click();

    await step(page, 5);
    await page.getByText("Bladder", { exact: true }).click();
    await page.getByText("I have to hurry").click();
    await page.getByText("Signs you live with", { exact: true }).click();
    await page.getByText("None of these", { exact: true }).click();
    await next(page).click();

    await step(page, 6);
    await page.getByRole("button", { name: "Add a medicine" }).click();
    await page.getByLabel("Name").fill("Ocrevus 600 mg");
    await expect(page.getByLabel("What kind is it?")).toHaveValue("anti-CD20");
    await page.getByRole("button", { name: "Save medicine" }).click();
    await expect(page.getByText("Ocrevus 600 mg")).toBeVisible();
    await page.getByRole("button", { name: "Save and finish" }).click();
    await expect(page).toHaveURL(/\/today/);

    expect(await storedDiary(person.userId)).toEqual({
      display_name: "Ada", ms_type: "relapsing-remitting", ms_year: 2019, set_up_done: true,
      profile: {
        country: "DE", timeZone: "Europe/Berlin",
        usual: {
          scores: { fatigue: 4, numbness: 0, vision: 0, walking: 0 }, vision: { loss: "blurred", eyes: "left" }, numbness: ["left-leg"], bladder: "urgency", signs: [],
        },
      },
    });
  } finally {
    await removePerson(person);
  }
});

test("every screen can be skipped, and nothing skipped is stored as no", async ({ page }) => {
  const person = await createPerson("Test skipper");
  try {
    await person.signIn(page);
    await page.goto("/set-up");
    for (let at = 1; at <= 5; at += 1) {
      await step(page, at);
      await page.getByRole("button", { name: "Skip this" }).click();
    }
    await step(page, 6);
    await page.getByRole("button", { name: "Save and finish" }).click();
    await expect(page).toHaveURL(/\/today/);
    expect(await storedDiary(person.userId)).toEqual({ display_name: "Test skipper", ms_type: null, ms_year: null, profile: {}, set_up_done: true });
  } finally {
    await removePerson(person);
  }
});

test("the rest can be left for later, and the way back keeps what was saved", async ({ page }) => {
  const person = await createPerson("Test leaver");
  try {
    await person.signIn(page);
    await page.goto("/set-up");
    await page.getByLabel("Country").selectOption("SE");
    await next(page).click();
    await step(page, 2);
    await page.goBack();
    await step(page, 1);
    await expect(page.getByLabel("Country")).toHaveValue("SE");
    await page.getByRole("button", { name: "Do the rest later" }).click();
    await expect(page).toHaveURL(/\/today/);
    expect(await storedDiary(person.userId)).toMatchObject({ profile: { country: "SE" }, set_up_done: true });
  } finally {
    await removePerson(person);
  }
});

test("without a signal nothing typed is lost", async ({ page }) => {
  const owner = await createOwner({}, { setUpDone: false });
  try {
    await owner.signIn(page);
    await page.goto("/set-up?step=2");
    await page.getByLabel("Year of diagnosis").fill("2001");
    await page.context().setOffline(true);
    await next(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "No signal." })).toBeFocused();
    await expect(page.getByLabel("Year of diagnosis")).toHaveValue("2001");
    await page.context().setOffline(false);
    await next(page).click();
    await step(page, 3);
    expect(await storedDiary(owner.userId)).toMatchObject({ ms_year: 2001 });
  } finally {
    await removePerson(owner);
  }
});

test("under More an answer can be changed and taken back", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  await page.getByRole("link", { name: /What you live with/ }).click();
  await page.getByRole("link", { name: /More of every day/ }).click();
  await page.getByText("Spinal cord", { exact: true }).click();
  await page.getByRole("group", { name: /spot in your spinal cord/ }).getByText("No", { exact: true }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/more\/about-you$/);
  expect((await storedDiary(owner.userId)).profile).toMatchObject({ country: "DE", spinalLesion: false });
  await page.getByRole("link", { name: /More of every day/ }).click();
  await page.getByText("Spinal cord", { exact: true }).click();
  await page.getByRole("button", { name: /Clear answer/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/more\/about-you$/);
  expect((await storedDiary(owner.userId)).profile).not.toHaveProperty("spinalLesion");
});

test("the screens are accessible with every part unfolded @both", async ({ page, owner }) => {
  await owner.signIn(page);
  for (const at of [1, 2, 3, 4, 5, 6]) {
    await page.goto(`/set-up?step=${at}`);
    await step(page, at);
    await unfoldAll(page);
    for (const yes of await page.locator("main label").filter({ hasText: /^Yes$/ }).all()) await yes.click();
    await unfoldAll(page);
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Add a medicine" }).click();
  await page.getByText("Dates, if you know them").click();
  await page.getByRole("button", { name: "Save medicine" }).click();
  await expect(page.getByText("Type the name of the medicine.").first()).toBeVisible();
  await expectAccessible(page);
});
