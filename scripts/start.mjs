// `npm start`: from a fresh clone, or from yesterday's, to a running Daymark. Needs nothing but Node 18 and npm.
// This half runs on any Node: settings, port, packages. Then it hands over to the pinned Node and scripts/start/run.mjs.
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const HANDED_OVER = "--on-pinned-node";

if (Number(process.versions.node.split(".")[0]) < 18) {
  console.error(`Daymark needs Node 18 or newer to start, and this is ${process.versions.node}: install it from https://nodejs.org.`);
  process.exit(1);
}
// When the terminal is gone, there is nobody to tell.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

const { complain, say, StartError, step } = await import("./start/say.mjs");
try {
  process.exit(await start());
} catch (error) {
  complain(error instanceof StartError ? `\n${error.message}` : error);
  process.exit(1);
}

async function start() {
  const { readSettings } = await import("./start/settings.mjs");
  const { settings, problems } = readSettings(process.env, root);
  if (problems.length > 0) {
    for (const problem of problems) complain(problem);
    return 1;
  }
  if (process.argv.includes(HANDED_OVER)) return (await import("./start/run.mjs")).run(root, settings);

  const { findHolder } = await import("./start/lock.mjs");
  const { alreadyRuns, prepare, runLock } = await import("./start/locks.mjs");
  const holder = settings.database ? null : await findHolder(runLock(settings));
  if (holder) throw alreadyRuns(holder, settings);
  await (await import("./start/ports.mjs")).requireFreePort(settings.port, settings.host);

  say("Starting Daymark");
  const { handOver, install, isInstalled } = await import("./start/install.mjs");
  await prepare(root, async () => {
    if (!isInstalled(root)) await step("Installing packages with npm ci (a minute or two the first time)", () => install(root));
  });
  return handOver(root, "scripts/start.mjs", [HANDED_OVER]);
}
