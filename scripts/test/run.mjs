import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { build, generateClient } from "../start/build.mjs";
import { pinnedNode, runCommand, toolEnvironment } from "../start/install.mjs";
import { prepare } from "../start/locks.mjs";
import { complain, say, StartError, step } from "../start/say.mjs";
import { findBrowser } from "./browser.mjs";
import { countPlaywright, countVitest } from "./counts.mjs";
import { findServerActions } from "./server-actions.mjs";

const BROKEN = { passed: 0, failed: 1 };
const PASSED = { passed: 1, failed: 0 };

/** Settings of the person's own shell must not decide what is tested. */
const FOREIGN = ["DATABASE_URL", "DATABASE_OWNER_URL", "PORT", "HOST", "DAYMARK_DATA", "DAYMARK_DEMO", "DAYMARK_ALERTS", "DAYMARK_SIGN_UP", "DAYMARK_SESSION_IDLE_DAYS", "DAYMARK_SESSION_MAX_DAYS", "DAYMARK_URL", "SMTP_URL", "MAIL_FROM", "DAYMARK_OPERATOR_NAME", "DAYMARK_OPERATOR_ADDRESS", "DAYMARK_OPERATOR_EMAIL", "DAYMARK_OPERATOR_PHONE", "DAYMARK_PRIVACY_CONTACT", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "NODE_ENV"];

/**
 * Runs every stage, also after one failed, so that all failures are seen at once.
 * @returns the exit code: 1 when anything failed, crashed, or ran no test
 */
export async function run(root) {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => stopping.abort());
  for (const name of FOREIGN) delete process.env[name];
  const reports = mkdtempSync(path.join(tmpdir(), "daymark-test-"));
  const results = [];
  const stage = async (name, work) => {
    stopping.signal.throwIfAborted();
    say(`\n== ${name}`);
    const began = Date.now();
    const result = await work().catch((error) => {
      complain(error instanceof StartError ? error.message : error);
      return BROKEN;
    });
    stopping.signal.throwIfAborted();
    results.push({ name, ...result, seconds: (Date.now() - began) / 1000 });
    return result;
  };
  const tool = (file, words, env = {}) =>
    runCommand([pinnedNode(root), path.join("node_modules", file), ...words], { root, signal: stopping.signal, env: { ...toolEnvironment(root), ...env } });
  const check = async (file, words) => ((await tool(file, words)) === 0 ? PASSED : BROKEN);
  const vitest = (project) => async () => {
    const file = path.join(reports, `${project}.json`);
    const code = await tool("vitest/vitest.mjs", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
    return countVitest(file, code);
  };

  try {
    const generated = await prepare(root, () => generateClient(root, step, stopping.signal)).then(() => PASSED, (error) => error);
    if (generated !== PASSED) throw generated;
    await stage("types", async () => {
      // Makes next-env.d.ts and the types of the routes, which a fresh clone has not got.
      if ((await tool("next/dist/bin/next", ["typegen"])) !== 0) return BROKEN;
      return check("typescript/bin/tsc", ["--noEmit"]);
    });
    await stage("lint", () => check("eslint/bin/eslint.js", [".", "--max-warnings", "0"]));
    await stage("layers", () => check("dependency-cruiser/bin/dependency-cruiser.mjs", [...LAYERED, "--config", "tests/architecture/layers.cjs"]));
    await stage("unit tests", vitest("unit"));
    await stage("coverage of the clinical core", () => check("vitest/vitest.mjs", ["run", "--config", "vitest.core.config.ts", "--coverage.enabled", "--reporter=dot", "--coverage.reporter=text-summary"]));
    await stage("integration tests", vitest("integration"));
    const built = await stage("production build", () => prepare(root, () => build(root, step, stopping.signal)).then(() => PASSED));
    if (built === PASSED) {
      await stage("no Server Actions", async () => {
        const found = findServerActions(root);
        for (const place of found) complain(place);
        return found.length === 0 ? PASSED : BROKEN;
      });
      await stage("end-to-end tests", async () => {
        const file = path.join(reports, "e2e.json");
        const browser = await findBrowser(root, stopping.signal);
        const code = await tool("@playwright/test/cli.js", ["test"], { CHROMIUM_PATH: browser, DAYMARK_E2E_REPORT: file });
        return countPlaywright(file, code);
      });
    } else {
      complain("The end-to-end tests need the build, so they are counted as one failure.");
      results.push({ name: "end-to-end tests", ...BROKEN, seconds: 0 });
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return report(results);
}

const LAYERED = ["app", "components", "lib", "prisma", "scripts", "proxy.ts"];

function report(results) {
  say("\n== summary");
  for (const { name, passed, failed, seconds } of results) say(`${failed > 0 ? "FAILED" : "ok    "} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  say(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") > 0 ? 1 : 0;
}
