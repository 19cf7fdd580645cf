import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { addDays, dayOf } from "@/lib/domain/time";
import { expect, expectAccessible, test, type Owner } from "./fixtures";
import { TIME_ZONE } from "./people/owner";

const inDays = (days: number) => addDays(dayOf(new Date(), TIME_ZONE), days);

async function addVisit(owner: Owner, day: string, questions: string[] = []): Promise<string> {
  const id = uuidv7();
  expect((await owner.send("PUT", `/api/diaries/${owner.diaryId}/visits/${id}`, { id, day, questions })).status).toBe(200);
  return id;
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

test("the owner notes a visit with questions in order, by keyboard, and adds what was agreed @both", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/visits");
  await expect(page.getByRole("heading", { name: "No visit yet." })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add your next visit" }).press("Enter");
  await expect(page).toHaveURL(/\/visits\/new$/);
  const save = page.getByRole("button", { name: "Save" });
  await save.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Choose the date of the visit." }).first()).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Date").fill(inDays(3));
  await page.getByLabel("Time, if you know it").fill("09:30");
  await page.getByLabel("With whom").fill("MS nurse");
  for (const [place, question] of ["Can I fly?", "Is the tingling new?", "Which exercise?"].entries()) await page.getByLabel(`Question ${place + 1}`, { exact: true }).fill(question);
  await page.getByRole("button", { name: "Move up: question 2" }).press("Enter");
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("Is the tingling new?");
  await expect(page.getByText("Question 2 is now number 1.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Move down: question 1" })).toBeFocused();
  await page.getByRole("textbox", { name: "What matters most to me" }).fill("Keep working");
  await expectAccessible(page);
  await save.press("Enter");

  await expect(page).toHaveURL(/\/visits$/);
  const card = page.getByRole("article").filter({ hasText: "MS nurse" });
  await expect(card).toContainText("In 3 days");
  await expect(card.getByRole("listitem")).toHaveText(["1Is the tingling new?", "2Can I fly?", "3Which exercise?"]);
  await expect(card).toContainText("Keep working");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto("/visits");
  await card.getByRole("link", { name: /^Change the visit/ }).press("Enter");
  await page.getByText("After the visit: what was agreed").click();
  await page.getByRole("textbox", { name: "What was agreed" }).fill("An MRI in spring");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(card).toContainText("An MRI in spring");
});

test("what was typed is there again after the page was left, until it is saved or dropped", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/visits/new");
  await page.getByLabel("Question 1", { exact: true }).fill("Typed and not saved");
  await page.goto("/visits");
  await page.goto("/visits/new");
  await expect(page.getByText("You typed this before. It is not saved yet.")).toBeVisible();
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("Typed and not saved");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("");
});

test("a failed save says so and keeps what was typed", async ({ owner, page }) => {
  await owner.signIn(page);
  await page.goto("/visits/new");
  await page.getByLabel("Date").fill(inDays(3));
  await page.getByLabel("Question 1", { exact: true }).fill("Kept");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No signal." })).toBeVisible();
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("Kept");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").filter({ hasText: "Kept" })).toHaveCount(1);
});

test("a visit changed on another device is not overwritten, and what was typed stays", async ({ owner, page }) => {
  const id = await addVisit(owner, inDays(4), ["First?"]);
  await owner.signIn(page);
  await page.goto(`/visits/${id}`);
  const question = page.getByLabel("Question 1", { exact: true });
  await expect(question).toHaveValue("First?");
  const response = await owner.send("DELETE", `/api/diaries/${owner.diaryId}/visits/${id}`);
  expect(response.status).toBe(204);
  await question.fill("Changed here");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed or removed on another device" })).toBeVisible();
  await expect(question).toHaveValue("Changed here");
});

test("a visit is removed after one question", async ({ owner, page }) => {
  await addVisit(owner, inDays(-10), ["Old?"]);
  await owner.signIn(page);
  await page.goto("/visits");
  await expect(page.getByText("No visit to come is noted.")).toBeVisible();
  await page.getByRole("button", { name: /^Remove the visit of/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("button", { name: /^Remove the visit of/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Visits", level: 1 })).toBeFocused();
});

test("Today shows the next visit within 14 days, and leads to its questions @both", async ({ owner, page }) => {
  const id = await addVisit(owner, inDays(15));
  await owner.signIn(page);
  await page.goto("/today");
  await expect(page.getByRole("slider").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Your visit is/ })).toHaveCount(0);
  const near = await addVisit(owner, inDays(14));
  await page.goto("/today");
  const link = page.getByRole("link", { name: /^Your visit is on .* Add your questions\.$/ });
  await expect(link).toHaveAttribute("href", `/visits/${near}`);
  await expectAccessible(page);
  await addVisit(owner, inDays(1), ["One?", "Two?"]);
  await page.goto("/today");
  await page.getByRole("link", { name: "Your visit is tomorrow. You noted 2 questions." }).click();
  await expect(page.getByLabel("Question 2", { exact: true })).toHaveValue("Two?");
  expect(id).not.toBe(near);
});

test("the card is in what the server sends, before any script", async ({ owner, page }) => {
  await addVisit(owner, inDays(0));
  await owner.signIn(page);
  expect(await (await page.request.get("/today")).text()).toMatch(/<b class="b">Your visit is today\.<\/b>/);
});

test.describe("speaking instead of typing", () => {
  /** Speech input as the browser offers it: it hears one sentence. `heard` counts how often it listened. */
  const speak = (page: Page) => page.addInitScript(() => {
    class Speech {
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        document.documentElement.dataset.heard = String(Number(document.documentElement.dataset.heard ?? "0") + 1);
        setTimeout(() => this.onresult?.({ resultIndex: 0, results: [{ isFinal: true, 0: { transcript: "I fall at night" } }] }));
      }
      stop() { this.onend?.(); }
      abort() { this.onend?.(); }
    }
    Object.assign(window, { SpeechRecognition: Speech });
  });

  test("says where the sound goes before it first listens, and types what was heard after what is there", async ({ owner, page }) => {
    await speak(page);
    await owner.signIn(page);
    await page.goto("/visits/new");
    const concern = page.getByRole("textbox", { name: "What matters most to me" });
    await concern.fill("Falls.");
    await page.getByRole("button", { name: "Speak instead: What matters most to me" }).click();
    await expect(page.getByText("Daymark never gets the sound.")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.dataset.heard)).toBeUndefined();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Start listening" }).click();
    await expect(concern).toHaveValue("Falls. I fall at night");
    await page.getByRole("button", { name: "Stop listening" }).click();
    await expect(page.getByRole("button", { name: /^Speak instead/ })).toBeVisible();
  });
  test("is not offered where the browser cannot", async ({ owner, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "SpeechRecognition", { value: undefined });
      Object.defineProperty(window, "webkitSpeechRecognition", { value: undefined });
    });
    await owner.signIn(page);
    await page.goto("/visits/new");
    await expect(page.getByRole("textbox", { name: "What matters most to me" })).toBeVisible();
    await page.getByLabel("With whom").fill("alive");
    await expect(page.getByRole("button", { name: /^Speak instead/ })).toHaveCount(0);
  });
  test("the browser may use the microphone on our pages, and nobody else on them", async ({ page }) => {
    expect((await page.request.get("/sign-in")).headers()["permissions-policy"]).toContain("microphone=(self)");
  });
});
