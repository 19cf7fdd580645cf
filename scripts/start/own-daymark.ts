import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";

/** What the start writes into its data folder about the Daymark that runs on it. */
type RunFile = { ready?: boolean; address: string; databaseUrl: string };

export type OwnDaymark = { address: string; data: string; databaseUrl: string; secret: string };

const READY_WITHIN_MS = 300_000;
/** Settings of the person's own shell have no say in what a test or a bench starts. */
const NO_SETTINGS = Object.fromEntries(["DATABASE_URL", "DATABASE_OWNER_URL", "DAYMARK_URL", "SMTP_URL", "MAIL_FROM", "DAYMARK_SIGN_UP", "DAYMARK_SESSION_IDLE_DAYS", "DAYMARK_SESSION_MAX_DAYS", "DAYMARK_ALERTS", "DAYMARK_OPERATOR_NAME", "DAYMARK_OPERATOR_ADDRESS", "DAYMARK_OPERATOR_EMAIL", "DAYMARK_OPERATOR_PHONE", "DAYMARK_PRIVACY_CONTACT", "NEXTAUTH_SECRET", "HOST"].map((name) => [name, undefined]));

/** The Daymark that runs on a data folder; null while there is none that is ready. */
export function findDaymark(data: string): OwnDaymark | null {
  try {
    const run = JSON.parse(readFileSync(path.join(data, "run.lock"), "utf8")) as RunFile;
    if (!run.ready) return null;
    return { address: run.address, data, databaseUrl: run.databaseUrl, secret: readFileSync(path.join(data, "sign-in-secret"), "utf8").trim() };
  } catch {
    return null;
  }
}

/**
 * Starts Daymark as a person does, in demo mode, with a data folder and a port of its own.
 * @param output "inherit" shows the start's lines
 * @param settings over those of the demo, like `{ DAYMARK_ALERTS: "off" }`
 * @returns also `stop`, which takes the data away and throws when the start did not end cleanly
 */
export async function startOwnDaymark(output: "inherit" | "ignore" = "inherit", settings: Record<string, string> = {}): Promise<OwnDaymark & { stop: () => Promise<void> }> {
  const data = mkdtempSync(path.join(tmpdir(), "daymark-own-"));
  const start = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", output, "inherit"],
    env: { ...process.env, ...NO_SETTINGS, DAYMARK_DATA: data, PORT: String(await findFreePort()), DAYMARK_DEMO: "on", ...settings },
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
    const found = findDaymark(data);
    if (found) return { ...found, stop };
    if (start.exitCode !== null) throw new Error("Daymark did not start: the lines above say why.");
    if (Date.now() > end) {
      await stop();
      throw new Error("Daymark was not ready in time.");
    }
    await wait(100);
  }
}

/** A loopback port nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
