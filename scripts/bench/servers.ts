import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";

const FLOOR_APP = "scripts/bench/floor-app";
const NEXT = "node_modules/next/dist/bin/next";

export type Servers = { product: string; floor: string; databaseUrl: string; secret: string; stop: () => Promise<void> };

/** Builds and starts both: Daymark as `npm start` does, on an embedded Postgres of its own, and the bare floors on the same database. */
export async function startServers(): Promise<Servers> {
  const data = mkdtempSync(path.join(tmpdir(), "daymark-bench-"));
  const port = await findFreePort();
  const product = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DAYMARK_URL: undefined, DAYMARK_DATA: data, PORT: String(port), DAYMARK_DEMO: "on" },
  });
  const run = await waitFor(product, () => {
    const facts = JSON.parse(readFileSync(path.join(data, "run.lock"), "utf8")) as { ready?: boolean; databaseUrl: string };
    return facts.ready ? facts : null;
  });
  const floorPort = await findFreePort();
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: run.databaseUrl };
  await finish(spawn(process.execPath, [NEXT, "build", FLOOR_APP], { stdio: ["ignore", "ignore", "inherit"], env }));
  const floor = spawn(process.execPath, [NEXT, "start", FLOOR_APP, "--port", String(floorPort), "--hostname", "127.0.0.1"], { stdio: ["ignore", "ignore", "inherit"], env });
  const stop = async () => {
    await end(floor);
    await end(product);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const floorUrl = `http://127.0.0.1:${floorPort}`;
    await waitFor(floor, async () => ((await fetch(`${floorUrl}/empty`)).ok ? true : null));
    return { product: `http://127.0.0.1:${port}`, floor: floorUrl, databaseUrl: run.databaseUrl, secret: readFileSync(path.join(data, "sign-in-secret"), "utf8").trim(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitFor<T>(child: ChildProcess, look: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await Promise.resolve().then(look).catch(() => null); // not there yet
    if (found !== null) return found;
    if (child.exitCode !== null) throw new Error("A server ended before it was up.");
    await wait(100);
  }
}

async function finish(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error("The floors could not be built.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
