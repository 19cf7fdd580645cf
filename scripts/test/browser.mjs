import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { runCommand, toolEnvironment } from "../start/install.mjs";
import { say, StartError } from "../start/say.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium for the end-to-end tests: CHROMIUM_PATH, Playwright's own, the system's; where none is there, Playwright's is
 * downloaded, then Debian's package installed when we are root.
 * @throws StartError with a sentence that says what to install
 */
export async function findBrowser(root, signal) {
  const found = await lookAround(root);
  if (found) return found;
  const env = toolEnvironment(root);
  say("- No Chromium found: asking Playwright to download one ...");
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  if ((await runCommand([process.execPath, cli, "install", "chromium"], { root, env, signal })) === 0) {
    const downloaded = await lookAround(root);
    if (downloaded) return downloaded;
  }
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("- Installing Debian's Chromium ...");
    const apt = (...words) => runCommand(["apt-get", ...words], { root, signal, env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
    if ((await apt("update")) === 0 && (await apt("install", "-y", "--no-install-recommends", "chromium")) === 0) {
      const installed = await lookAround(root);
      if (installed) return installed;
    }
  }
  throw new StartError("The end-to-end tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to the browser's program.");
}

async function lookAround(root) {
  if (process.env.CHROMIUM_PATH) {
    if (existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new StartError(`CHROMIUM_PATH is "${process.env.CHROMIUM_PATH}", and there is no such program.`);
  }
  const { chromium } = (await import(path.join(root, "node_modules/@playwright/test/index.js"))).default;
  return [chromium.executablePath(), ...SYSTEM].find((file) => file && existsSync(file) && runs(file)) ?? null;
}

/** A downloaded browser may lack libraries of the system. */
const runs = (file) => spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
