// The second half of the start, on the pinned Node with everything installed: database, build, web server, worker.
import path from "node:path";
import process from "node:process";
import { build, generateClient } from "./build.mjs";
import { lastLines, startPart } from "./children.mjs";
import { describe } from "./describe.mjs";
import { environmentFor } from "./environment.mjs";
import { waitUntilHealthy } from "./health.mjs";
import { pinnedNode, runCommand } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { alreadyRuns, prepare, runLock } from "./locks.mjs";
import { startPostgres } from "./postgres.mjs";
import { nameProcess } from "./processes.mjs";
import { complain, say, StartError, step } from "./say.mjs";
import { makeDataFolder } from "./secrets.mjs";

const SCRIPT = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import=tsx"];

/**
 * Starts everything and stays until told to stop or until a part ends; then stops all parts, the newest first.
 * @returns the exit code
 */
export async function run(root, settings) {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => stopping.abort());
  const told = new Promise((resolve) => stopping.signal.addEventListener("abort", () => resolve(null)));
  const parts = [];
  let lock = null;
  try {
    makeDataFolder(settings.dataFolder);
    if (!settings.database) {
      const starter = process.channel ? { starter: nameProcess(process.ppid) } : {};
      lock = await takeLock(runLock(settings), { address: settings.address, ...starter });
      if (lock.holder) throw alreadyRuns(lock.holder, settings);
    }
    const addPart = (part) => {
      parts.push(part);
      lock?.update({
        children: parts.map(({ child }) => nameProcess(child.pid)),
        databaseUrl: parts.find(({ url }) => url)?.url,
      });
    };
    await bringUp({ root, settings, addPart, signal: stopping.signal });
    const anEnd = Promise.race(parts.map(async (part) => ({ part, how: await part.ended })));
    const healthy = waitUntilHealthy(settings, stopping.signal).then(() => "healthy");
    const first = await Promise.race([told, anEnd, healthy]);
    if (first === "healthy" && !stopping.signal.aborted) {
      lock?.update({ ready: true });
      say(describe(settings, parts));
    }
    const end = first === "healthy" ? await Promise.race([told, anEnd]) : first;
    return end === null || stopping.signal.aborted ? 0 : blame(end);
  } catch (error) {
    // What was under way breaks off when the start is told to stop: that is no mistake.
    if (stopping.signal.aborted) return 0;
    throw error;
  } finally {
    if (parts.length > 0) say("\nStopping ...");
    if (lock?.release) lock.update({ stopping: true });
    for (const part of parts.toReversed()) await part.stop();
    if (lock?.release) lock.release();
    if (parts.length > 0) say("Daymark has stopped.");
  }
}

function blame({ part, how }) {
  const log = lastLines(part.logFile);
  complain(`\nThe ${part.name} ${how}, so Daymark stops.${log ? ` The last lines of ${part.logFile}:\n${log}` : ""}`);
  return 1;
}

async function bringUp({ root, settings, addPart, signal }) {
  await prepare(root, () => generateClient(root, step, signal));
  signal.throwIfAborted();
  let postgres = null;
  if (!settings.database) {
    postgres = await step("Starting the database", () => startPostgres(settings.dataFolder));
    addPart(postgres);
  }
  signal.throwIfAborted();
  const env = environmentFor(root, settings, postgres);
  await step("Bringing the database up to date", async () => {
    const code = await runCommand([pinnedNode(root), ...SCRIPT, "scripts/start/prepare-database.ts"], { root, env: env.preparation, signal });
    if (code !== 0) throw new StartError("The database could not be brought up to date: the lines above say why.");
  });
  signal.throwIfAborted();
  await prepare(root, () => build(root, step, signal));
  signal.throwIfAborted();
  say("- Starting web server and worker ...");
  const logFile = (name) => (settings.demo ? path.join(settings.dataFolder, `logs/${name}.log`) : null);
  addPart(startPart({ name: "worker", root, env: env.worker, logFile: logFile("worker"), words: [...SCRIPT, "scripts/worker.ts"] }));
  const next = ["node_modules/next/dist/bin/next", "start", "--port", String(settings.port), "--hostname", settings.host];
  addPart(startPart({ name: "web server", root, env: env.web, logFile: logFile("web"), words: next }));
}
