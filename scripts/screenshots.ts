// Takes the pictures of README.md from the running app with its demo data: npm run screenshots
import { mkdirSync } from "node:fs";
import process from "node:process";
import { chromium, type Browser } from "@playwright/test";
import { startOwnDaymark } from "./start/own-daymark";
import { findBrowser } from "./test/browser.mjs";

const FOLDER = "docs/images";
const PHONE = { width: 390, height: 844 };
const PICTURES = [
  { name: "today", path: "/today", viewport: PHONE },
  { name: "trends", path: "/trends", viewport: { width: 1100, height: 844 } },
];

async function takePictures(browser: Browser, address: string): Promise<void> {
  for (const { name, path, viewport } of PICTURES) {
    const context = await browser.newContext({ baseURL: address, viewport, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce", locale: "en-GB", timezoneId: "Europe/London" });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /patient/i }).click();
    await page.waitForURL(/\/today/);
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    if (path === "/trends") await page.locator('[data-drawn="recharts"]').first().waitFor();
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await context.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const daymark = await startOwnDaymark();
try {
  const browser = await chromium.launch({ executablePath: await findBrowser(process.cwd()), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    await takePictures(browser, daymark.address);
  } finally {
    await browser.close();
  }
} finally {
  await daymark.stop();
}
