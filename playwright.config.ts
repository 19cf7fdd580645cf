import { defineConfig } from "@playwright/test";

const report = process.env.DAYMARK_E2E_REPORT;
const executablePath = process.env.CHROMIUM_PATH;

/**
 * Real Chromium against the production build, started as a person starts it. A test runs as a phone; one tagged `@both` as a
 * desktop too, one tagged `@desktop` only there. Nothing is tried again: a test that passes now and then is a failure.
 */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...(report ? [["json", { outputFile: report }] as const] : [])],
  use: {
    baseURL: process.env.DAYMARK_E2E_URL,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "phone", grepInvert: /@desktop/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: "desktop", grep: /@desktop|@both/, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
