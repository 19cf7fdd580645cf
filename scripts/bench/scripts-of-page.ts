import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

const size = async (url: string): Promise<number> => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;

/** Gzip bytes of all scripts that a page's HTML names, by tag or by preload; scripts for browsers without modules are left out. */
export async function namedScripts(origin: string, path: string, cookie = ""): Promise<{ bytes: number; urls: Set<string> }> {
  const response = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: "manual" });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  const html = await response.text();
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const named = tags.filter((tag) => !/\bnomodule\b/i.test(tag)).flatMap((tag) => /(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  const urls = new Set(named.map((url) => new URL(url, origin).href));
  return { bytes: await total(urls), urls };
}

/** Gzip bytes of the scripts the browser fetched afterwards, until none was asked for during two seconds. */
export async function laterScripts(page: Page, origin: string, path: string, named: Set<string>): Promise<number> {
  const later = new Set<string>();
  let lastAskedAt = Date.now();
  page.on("request", (request) => {
    if (request.resourceType() !== "script") return;
    lastAskedAt = Date.now();
    if (!named.has(request.url())) later.add(request.url());
  });
  await page.goto(`${origin}${path}`);
  while (Date.now() - lastAskedAt < 2000) await page.waitForTimeout(200);
  return total(later);
}

const total = async (urls: Set<string>) => (await Promise.all([...urls].map(size))).reduce((sum, bytes) => sum + bytes, 0);
