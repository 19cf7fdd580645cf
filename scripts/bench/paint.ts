import type { Browser, Page } from "@playwright/test";
import { median } from "./load";

/** A middling phone on a middling network, so that what a page fetches and runs shows in its times. */
const CPU_SLOWDOWN = 4;
const NETWORK = { offline: false, latency: 60, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const VISITS = 5;

export type Paint = { largest: number; line: number };

/**
 * Milliseconds from the start of a visit with an empty cache, the median of five: until the largest paint as the browser tells it
 * (it counts text and pictures, never a drawn line), and until a chart's line is on the screen, the same for every page.
 * @param line a selector of the lines; hidden ones do not count
 */
export async function paintTimes(browser: Browser, url: string, line: string, cookie?: { name: string; value: string }): Promise<Paint> {
  const paints: Paint[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    if (cookie) await context.addCookies([{ ...cookie, url }]);
    paints.push(await visitOnce(await context.newPage(), url, line));
    await context.close();
  }
  return { largest: median(paints.map(({ largest }) => largest)), line: median(paints.map(({ line: at }) => at)) };
}

async function visitOnce(page: Page, url: string, line: string): Promise<Paint> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.addInitScript(watch(line));
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as { linePaintedAt?: number }).linePaintedAt !== undefined);
  await page.waitForTimeout(1500); // a larger paint may follow
  return page.evaluate(() => {
    const seen = window as unknown as { linePaintedAt: number; largestPaintAt: number };
    return { largest: seen.largestPaintAt, line: seen.linePaintedAt };
  });
}

/** Runs in the page before anything of its own. As text, since the loader of this script would add calls to a helper of its own. */
const watch = (line: string) => `
  new PerformanceObserver((list) => { window.largestPaintAt = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    const isSeen = [...document.querySelectorAll(${JSON.stringify(line)})].some((each) => each.getBoundingClientRect().width > 0);
    if (isSeen) requestAnimationFrame(() => { window.linePaintedAt ??= performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;
