import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const READY_WITHIN_MS = 180_000;

/** What the start writes into its data folder about the Daymark that runs on it. */
type RunFile = { ready?: boolean; address: string; databaseUrl: string };

/**
 * Starts Daymark as a person does, in demo mode, with a data folder and port of its own, and stops it in the end. With
 * DAYMARK_E2E_DATA set to the data folder of a Daymark that runs already, that one is used and left running.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const running = process.env.DAYMARK_E2E_DATA;
  if (running) {
    publish(running, readRunFile(running));
    return async () => undefined;
  }
  const data = mkdtempSync(path.join(tmpdir(), "daymark-e2e-"));
  const start = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DAYMARK_DATA: data, PORT: String(await findFreePort()), DAYMARK_DEMO: "on" },
  });
  const ended = new Promise<number | null>((resolve) => start.once("exit", resolve));
  const stop = async () => {
    start.kill("SIGTERM");
    const code = await ended;
    rmSync(data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The start ended with code ${code} when it was told to stop.`);
  };
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const run = readRunFile(data);
    if (run?.ready) {
      publish(data, run);
      return stop;
    }
    if (start.exitCode !== null) throw new Error("Daymark did not start: the lines above say why.");
    if (Date.now() > end) {
      await stop();
      throw new Error("Daymark was not ready in time.");
    }
    await wait(100);
  }
}

/** Fixtures read these; the workers inherit them. */
function publish(data: string, run: RunFile | null): void {
  if (!run) throw new Error(`No Daymark runs with the data folder ${data}.`);
  process.env.DAYMARK_E2E_URL = run.address;
  process.env.DAYMARK_E2E_DATABASE_URL = run.databaseUrl;
  process.env.DAYMARK_E2E_SECRET = readFileSync(path.join(data, "sign-in-secret"), "utf8").trim();
}

function readRunFile(data: string): RunFile | null {
  try {
    return JSON.parse(readFileSync(path.join(data, "run.lock"), "utf8")) as RunFile;
  } catch {
    return null;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
