/**
 * Draws the app icons and the link preview with the test browser: `npx tsx scripts/icons.ts`.
 * Run by hand when the mark or the preview changes; the results are kept in git.
 */
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const MARK = `<circle cx="16" cy="10" r="7" fill="currentColor"/><path d="M16 17v8" stroke="currentColor" stroke-width="3.6"/><path d="M4 27.5c3 0 3-2 6-2s3 2 6 2 3-2 6-2 3 2 6 2" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>`;
const TEAL = "#0b4a58";
const PAPER = "#f7f4ee";

/** `inset` is the empty edge as a share of the side; a maskable icon keeps its mark inside the middle 80 %. */
const tile = (size: number, { inset, radius, background, ink }: { inset: number; radius: number; background: string; ink: string }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100" color="${ink}"><rect width="100" height="100" rx="${radius}" fill="${background}"/><svg x="${inset}" y="${inset}" width="${100 - 2 * inset}" height="${100 - 2 * inset}" viewBox="0 0 32 32">${MARK}</svg></svg>`;

const plain = { inset: 18, radius: 22, background: TEAL, ink: "#ffffff" };
const maskable = { inset: 24, radius: 0, background: TEAL, ink: "#ffffff" };

const preview = (font: string) => `<style>@font-face{font-family:Inter;src:url(data:font/woff2;base64,${font});font-weight:100 900}
body{margin:0;width:1200px;height:630px;background:${PAPER};color:#17252a;font:400 32px/1.35 Inter;box-sizing:border-box;padding:76px 84px;display:flex;flex-direction:column}
h1{font-size:92px;line-height:1.04;letter-spacing:-.034em;font-weight:750;margin:auto 0 26px;max-width:13ch}p{margin:0;text-wrap:balance;color:#414c50;max-width:32em}
.b{display:flex;gap:18px;align-items:center;font-weight:700;font-size:38px;letter-spacing:-.02em}.b svg{color:${TEAL}}.s{display:flex;gap:26px;margin-top:34px}</style>
<div class="b"><svg width="58" height="58" viewBox="0 0 32 32">${MARK}</svg>Daymark</div><h1>Your MS, one small mark a day.</h1>
<p>Log fatigue, numbness, vision and walking in about 20 seconds a day.</p>
<div class="s"><svg width="40" height="40" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="#c84c0a"/></svg><svg width="40" height="40" viewBox="0 0 20 20"><rect x="3.7" y="3.7" width="12.6" height="12.6" rx="1" fill="#2433b4"/></svg><svg width="40" height="40" viewBox="0 0 20 20"><path d="M10 1.25L18.75 10L10 18.75L1.25 10Z" fill="#7f1947"/></svg><svg width="40" height="40" viewBox="0 0 20 20"><path d="M10 2.25L19.19 17.56L.81 17.56Z" fill="#12837f"/></svg></div>`;

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
const page = await browser.newPage();
async function shoot(html: string, file: string, width: number, height: number) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0">${html}`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file.startsWith("app/") ? file : `public/icons/${file}`, omitBackground: true });
}
for (const size of [192, 512]) {
  await shoot(tile(size, plain), `icon-${size}.png`, size, size);
  await shoot(tile(size, maskable), `maskable-${size}.png`, size, size);
}
await shoot(tile(180, { ...maskable, inset: 18 }), "app/apple-icon.png", 180, 180);
await writeFile("public/icons/icon.svg", `${tile(512, plain)}\n`);
const font = await readFile("node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", "base64");
await shoot(preview(font), "preview.png", 1200, 630);
await browser.close();
