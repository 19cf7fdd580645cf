import type { Page } from "@playwright/test";
import { expect, expectAccessible, showWhole, test } from "./fixtures";
import { tabTo } from "./people/keyboard";
import { readMail } from "./people/mailbox";
import { query } from "./people/world";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const remindMe = (page: Page) => page.getByRole("switch", { name: "Remind me" });
const workers = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active, installing, waiting }) => (active ?? waiting ?? installing)?.scriptURL));

test("reminders are off, and are switched on with the keyboard @both", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  await page.getByRole("link", { name: /^Reminders/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Reminders");
  await expect(remindMe(page)).toHaveAttribute("aria-checked", "false");
  await expectAccessible(page);
  await remindMe(page).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("At what time?").fill("07:45");
  await page.getByRole("checkbox", { name: "Sun" }).focus();
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await tabTo(page, "Save");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /^Saved\. Next reminder: \w+day \d+ \w+ at 07:45/ })).toBeVisible();
  await page.reload();
  await expect(remindMe(page)).toHaveAttribute("aria-checked", "true");
  await expect(page.getByLabel("At what time?")).toHaveValue("07:45");
  await expect(page.getByRole("checkbox", { name: "Sun" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Mon" })).toBeChecked();
  expect(await query("select is_on, minute_of_day, weekdays, time_zone from reminders where diary_id = $1", [owner.diaryId])).toEqual([{ is_on: true, minute_of_day: 465, weekdays: [1, 2, 3, 4, 5, 6], time_zone: "Europe/Berlin" }]);
});

test("what does not fit is said beside its field, and what was chosen stays", async ({ page, context, owner }) => {
  await owner.signIn(page);
  await page.goto("/more/reminders");
  await remindMe(page).click();
  await page.getByLabel("At what time?").fill("21:05");
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) await page.getByRole("checkbox", { name: day }).click();
  await page.getByRole("checkbox", { name: /^By email/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Choose at least one day.", "Choose email, notifications, or both."]);
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Wed" }).click();
  await page.getByRole("checkbox", { name: /^By email/ }).click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("No signal, so nothing was saved. What you chose is still here.")).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\. Next reminder: Wednesday/)).toBeVisible();
  await expect(page.getByLabel("At what time?")).toHaveValue("21:05");
});

test("a reminder that is due comes by mail, and its link switches off without a sign-in", async ({ page, owner }) => {
  test.setTimeout(120_000);
  await owner.signIn(page);
  await page.goto("/more/reminders");
  await remindMe(page).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await query("update reminders set next_at = now() - interval '1 minute' where diary_id = $1", [owner.diaryId]);
  let mail = "";
  await expect(async () => { // the worker looks every minute
    mail = await readMail(page, owner.email, "A reminder from Daymark");
  }).toPass({ timeout: 90_000 });
  const link = /\S+\/reminders-off#[\w-]{43}/.exec(mail)![0];
  await page.context().clearCookies();
  await page.goto(link);
  await expect(heading(page)).toHaveText("Switch reminders off");
  expect(new URL(page.url()).hash).toBe("");
  await expectAccessible(page);
  await tabTo(page, "Switch reminders off");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Reminders are off");
  await expect(heading(page)).toBeFocused();
  await expectAccessible(page);
  expect(await query("select is_on from reminders where diary_id = $1", [owner.diaryId])).toEqual([{ is_on: false }]);
});

test("after three missed days the page asks, and an answer goes on", async ({ page, owner }) => {
  await query("insert into reminders (diary_id, is_on, minute_of_day, weekdays, by_push, by_mail, time_zone, quiet_since, asked_at, missed, updated_at) values ($1, true, 600, '{1,2,3,4,5,6,7}', false, true, 'Europe/Berlin', now(), now(), 3, now())", [owner.diaryId]);
  await owner.signIn(page);
  await page.goto("/more/reminders");
  await expect(page.getByRole("heading", { name: "Shall we go on reminding you?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes, go on" }).click();
  await expect(page.getByText(/^Saved\. Next reminder:/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Shall we go on reminding you?" })).toHaveCount(0);
  expect(await query("select is_on, quiet_since, missed from reminders where diary_id = $1", [owner.diaryId])).toEqual([{ is_on: true, quiet_since: null, missed: 0 }]);
});

test.describe("notifications", () => {
  const open = async (page: Page) => {
    await page.goto("/more/reminders");
    await remindMe(page).click();
    await page.getByRole("checkbox", { name: /^By notification/ }).click();
  };

  test("the worker comes only with the switch, is allowed by the page's policy, and goes at sign-out", async ({ page, context, owner }) => {
    await context.grantPermissions(["notifications"]);
    await owner.signIn(page);
    await page.goto("/today");
    await expect(heading(page)).toBeVisible();
    expect(await workers(page)).toEqual([]);
    await open(page);
    await expect(page.getByText("This device gets none yet.")).toBeVisible();
    await expectAccessible(page);
    // A browser's own push service is on the internet, which tests do not reach: it answers here instead, and everything else is real.
    await page.evaluate(() => {
      const endpoint = `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`;
      const subscription = { endpoint, unsubscribe: () => Promise.resolve(true), toJSON: () => ({ endpoint, keys: { p256dh: "B".repeat(87), auth: "A".repeat(22) } }) };
      PushManager.prototype.subscribe = () => Promise.resolve(subscription as unknown as PushSubscription);
    });
    await page.getByRole("button", { name: "Switch on here" }).click();
    await expect(page.getByText("This device gets a notification.")).toBeVisible();
    expect(await workers(page)).toEqual([new URL("/sw.js", page.url()).href]);
    expect(await query("select device from push_subscriptions where user_id = $1", [owner.userId])).toHaveLength(1);
    await page.getByRole("button", { name: "Switch off here" }).click();
    await expect(page.getByText("This device gets none yet.")).toBeVisible();
    expect(await query("select from push_subscriptions where user_id = $1", [owner.userId])).toEqual([]);
    expect(await workers(page)).toEqual([]);

    await page.getByRole("button", { name: "Switch on here" }).click();
    await expect(page.getByText("This device gets a notification.")).toBeVisible();
    await page.goto("/more");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/$/);
    expect(await workers(page)).toEqual([]);
    expect(await query("select from push_subscriptions where user_id = $1", [owner.userId])).toEqual([]);
  });

  test("a browser that blocks them is told how to allow them", async ({ page, owner }) => {
    await owner.signIn(page);
    await page.addInitScript(() => Object.defineProperty(Notification, "permission", { get: () => "denied" }));
    await open(page);
    await expect(page.getByText("Notifications from Daymark are blocked in this browser.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Switch on here" })).toHaveCount(0);
  });

  test("an iPhone is told about the Home Screen, another browser that email works", async ({ page, owner }) => {
    await owner.signIn(page);
    await page.addInitScript(() => Reflect.deleteProperty(window, "PushManager"));
    await open(page);
    await expect(page.getByText("This browser cannot show notifications from Daymark.")).toBeVisible();
    await page.addInitScript(() => Object.defineProperty(navigator, "userAgent", { get: () => "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)" }));
    await open(page);
    await expect(page.getByText("add Daymark to the Home Screen first")).toBeVisible();
  });

  test("are not offered on a shared device", async ({ page, owner }) => {
    await owner.signIn(page);
    await query("update sessions set is_shared = true, device_hash = null where user_id = $1", [owner.userId]);
    await open(page);
    await expect(page.getByText("Others use this device too, so it gets none.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Switch on here" })).toHaveCount(0);
  });
});

test("every page of More is there, in groups with headings", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(["Your care", "Your diary", "This app and you", "Help"]);
  await showWhole(page);
  await expectAccessible(page);
  const paths = await page.getByRole("main").getByRole("list").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200);
});
