import { spawn } from "node:child_process";
import { findFreePort } from "@/scripts/start/own-daymark";
import { databaseUrl, signInSecret } from "./world";

/**
 * A second web server on the same build, database and secret, as behind a proxy with several of them; with settings of its own, such
 * as an https address. Jobs go to the worker that runs already.
 */
export async function startSecondServer(settings: Record<string, string> = {}): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), DATABASE_URL: databaseUrl(), NEXTAUTH_SECRET: signInSecret(),
      DAYMARK_URL: `http://localhost:${port}`, DAYMARK_DEMO: "on", ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for (let tries = 0; tries < 300; tries += 1) {
    if (await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false)) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error("The second server was not up in time");
}
