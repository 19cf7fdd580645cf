import { setTimeout as wait } from "node:timers/promises";
import { StartError } from "./say.mjs";

/** Waits until web server, database, migrations and worker say that they are up. */
export async function waitUntilHealthy({ host, port }, signal, milliseconds = 60_000) {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  const end = Date.now() + milliseconds;
  let last = "no answer";
  while (Date.now() < end && !signal.aborted) {
    try {
      const answer = await fetch(`http://${reachable}:${port}/api/health`, { signal: AbortSignal.timeout(5000) });
      last = `${answer.status} ${await answer.text()}`;
      if (answer.status === 200) return;
    } catch {
      // not listening yet
    }
    await wait(50);
  }
  if (signal.aborted) return;
  throw new StartError(`Daymark did not become ready within ${milliseconds / 1000} seconds; /api/health last said: ${last.slice(0, 300)}`);
}
