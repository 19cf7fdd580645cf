import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { findFreePort } from "@/scripts/start/own-daymark";

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> };
type RunFile = { pid: number; ready?: boolean; databaseUrl: string; children: { pid: number }[] };

const SETTINGS = ["DATABASE_URL", "DATABASE_OWNER_URL", "DAYMARK_URL", "SMTP_URL", "MAIL_FROM", "DAYMARK_SIGN_UP", "DAYMARK_SESSION_IDLE_DAYS", "DAYMARK_SESSION_MAX_DAYS", "DAYMARK_ALERTS", "DAYMARK_OPERATOR_NAME", "DAYMARK_OPERATOR_ADDRESS", "DAYMARK_OPERATOR_EMAIL", "DAYMARK_OPERATOR_PHONE", "DAYMARK_PRIVACY_CONTACT", "NEXTAUTH_SECRET", "HOST"];
const clean: NodeJS.ProcessEnv = { ...process.env };
for (const name of SETTINGS) delete clean[name];

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: { ...clean, DAYMARK_DEMO: "on", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => { text += chunk.toString(); });
  child.stderr.on("data", (chunk: Buffer) => { text += chunk.toString(); });
  return { child, output: () => text, ended: new Promise((resolve) => child.once("close", resolve)) };
}

const untilUp = (started: Started) => expect.poll(started.output, { timeout: 60_000, intervals: [50] }).toContain("Ctrl-C");
const readRun = (data: string) => JSON.parse(readFileSync(path.join(data, "run.lock"), "utf8")) as RunFile;
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.[0] !== "Z";
  } catch {
    return false;
  }
};
const untilGone = (pids: number[]) => expect.poll(() => pids.filter(isAlive), { timeout: 15_000, intervals: [50] }).toEqual([]);

test.describe.configure({ mode: "serial", timeout: 90_000 });
let data = "";
let port = "";
test.beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), "daymark-start-"));
  port = String(await findFreePort());
});
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

test("wrong and missing settings stop the start with one sentence each, before anything is touched", async () => {
  const untouched = path.join(tmpdir(), `daymark-untouched-${process.pid}`);
  const started = start({ PORT: "eighty", DAYMARK_DEMO: "off", DATABASE_URL: "mysql://a:secret@b/c", DAYMARK_SIGN_UP: "maybe", DAYMARK_DATA: untouched });
  expect(await started.ended).toBe(1);
  const lines = started.output().trim().split("\n");
  for (const name of ["PORT", "DATABASE_URL", "DAYMARK_SIGN_UP", "SMTP_URL", "DAYMARK_URL", "DAYMARK_OPERATOR_NAME", "DAYMARK_OPERATOR_ADDRESS", "DAYMARK_OPERATOR_EMAIL"]) {
    expect(lines.filter((line) => line.startsWith(`${name} `)), name).toHaveLength(1);
  }
  expect(lines).toHaveLength(8);
  expect(started.output()).not.toContain("secret");
  expect(existsSync(untouched)).toBe(false);
});

test("a busy port is named, and nothing is started", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(Number(port), "127.0.0.1", resolve));
  const started = start({ PORT: port, DAYMARK_DATA: data });
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain(`Port ${port} is already in use`);
  await new Promise((resolve) => other.close(resolve));
});

test("two starts at once: one runs, the other says so; the stop is clean and the next start takes under 5 seconds", async () => {
  const both = [start({ PORT: port, DAYMARK_DATA: data }), start({ PORT: String(await findFreePort()), DAYMARK_DATA: data })];
  const refused = await Promise.race(both.map(async (one) => ({ one, code: await one.ended })));
  expect(refused.code, refused.one.output()).toBe(1);
  expect(refused.one.output()).toMatch(/Daymark (already runs|is already being started)/);
  const running = both.find((one) => one !== refused.one)!;
  await untilUp(running);
  const { children } = readRun(data);
  expect(children).toHaveLength(3);

  running.child.kill("SIGINT");
  expect(await running.ended).toBe(0);
  expect(running.output().match(/Daymark has stopped/g)).toHaveLength(1);
  await untilGone(children.map(({ pid }) => pid));
  expect(existsSync(path.join(data, "run.lock"))).toBe(false);

  // The quickest of up to three: another test may be keeping the machine busy at the same moment.
  let quickest = Infinity;
  for (let tries = 0; tries < 3 && quickest > 5000; tries += 1) {
    const began = Date.now();
    const again = start({ PORT: port, DAYMARK_DATA: data });
    await untilUp(again);
    quickest = Math.min(quickest, Date.now() - began);
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
  }
  expect(quickest).toBeLessThan(5000);
});

for (const whom of ["the start", "the process that watches the parts"]) {
  test(`a kill of ${whom} leaves nothing running and nothing that blocks the next start`, async () => {
    const killed = start({ PORT: port, DAYMARK_DATA: data });
    await untilUp(killed);
    const { pid, children } = readRun(data);
    process.kill(whom === "the start" ? killed.child.pid! : pid, "SIGKILL");
    const next = start({ PORT: port, DAYMARK_DATA: data }); // in the same moment: it waits for what still closes down
    await untilUp(next);
    next.child.kill("SIGINT");
    expect(await next.ended, next.output()).toBe(0);
    await untilGone([pid, ...children.map((child) => child.pid)]);
  });
}

test("when a part dies, the start names it, stops the rest and ends with 1", async () => {
  const started = start({ PORT: port, DAYMARK_DATA: data });
  await untilUp(started);
  const { children } = readRun(data);
  const worker = children.find(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker"));
  expect(worker).toBeDefined();
  process.kill(worker!.pid, "SIGKILL");
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain("The worker was ended by SIGKILL, so Daymark stops.");
  await untilGone(children.map(({ pid }) => pid));
});
