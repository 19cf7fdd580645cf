import { spawn, type ChildProcess } from "node:child_process";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort, startOwnDaymark } from "../start/own-daymark";

const FLOOR_APP = "scripts/bench/floor-app";
const NEXT = "node_modules/next/dist/bin/next";

export type Servers = { product: string; floor: string; databaseUrl: string; secret: string; stop: () => Promise<void> };

/** Builds and starts both: Daymark as `npm start` does, on an embedded Postgres of its own, and the bare floors on the same database. */
export async function startServers(): Promise<Servers> {
  const daymark = await startOwnDaymark("ignore");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: daymark.databaseUrl };
  const next = (...words: string[]) => spawn(process.execPath, [NEXT, ...words], { stdio: ["ignore", "ignore", "inherit"], env });
  let floor: ChildProcess | null = null;
  const stop = async () => {
    if (floor && floor.exitCode === null) {
      const ended = endOf(floor);
      floor.kill("SIGTERM");
      await ended;
    }
    await daymark.stop();
  };
  try {
    if ((await endOf(next("build", FLOOR_APP))) !== 0) throw new Error("The floors could not be built.");
    const port = await findFreePort();
    floor = next("start", FLOOR_APP, "--port", String(port), "--hostname", "127.0.0.1");
    const url = `http://127.0.0.1:${port}`;
    while (!(await answers(`${url}/empty`))) {
      if (floor.exitCode !== null) throw new Error("The floors ended before they were up.");
      await wait(100);
    }
    return { product: daymark.address.replace("localhost", "127.0.0.1"), floor: url, databaseUrl: daymark.databaseUrl, secret: daymark.secret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const endOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));
const answers = (url: string) => fetch(url).then(({ ok }) => ok, () => false);
