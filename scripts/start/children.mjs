import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pinnedNode } from "./install.mjs";
import { stopProcess } from "./processes.mjs";

const leash = pathToFileURL(path.join(import.meta.dirname, "leash.mjs")).href;

/** The end of a log, for the message that says why something stopped. */
export const lastLines = (file, count = 20) =>
  (file && existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : "");

/** A new log for this run; the one before is kept beside it. */
function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file)) renameSync(file, `${file}.before`);
  return openSync(file, "w", 0o600);
}

/**
 * Starts a part of Daymark on the pinned Node, in a process group of its own, so that Ctrl-C in the terminal reaches only the start,
 * which then stops the parts in order.
 * @param logFile null: its lines go to where the start's own go
 */
export function startPart({ name, words, root, env, logFile }) {
  const output = logFile ? openLog(logFile) : "inherit";
  const child = spawn(pinnedNode(root), [`--import=${leash}`, ...words], { cwd: root, env, detached: true, stdio: ["ignore", output, output, "ipc"] });
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  return { name, child, logFile, ended, stop: () => (child.exitCode === null && child.signalCode === null ? stopProcess(child.pid, "SIGTERM", 10_000) : undefined) };
}
