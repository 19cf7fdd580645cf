import { expect, type Page } from "@playwright/test";
import { dayOf } from "@/lib/domain/time";
import { TIME_ZONE } from "./owner";

export const DAY_MS = 86_400_000;
/** Some days ago, at a quarter past eight in the morning there or thereabouts: never around midnight. */
export const daysAgo = (days: number) => new Date(`${dayOf(new Date(Date.now() - days * DAY_MS), TIME_ZONE)}T07:15:00Z`);
export const inWords = (at: Date) => new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: TIME_ZONE }).format(at).replace(",", "");
export const entryOf = (page: Page, at: Date) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: inWords(at) }) });

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}
