import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === "EPERM";
  }
}

const stat = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" "); // the name in brackets may hold spaces
  } catch {
    return null;
  }
};

/** Dead, only not yet collected by its parent: in a container without an init that may last. */
const isZombie = (pid) => stat(pid)?.[0] === "Z";

/** When a process began, in words of the system: with the pid it names one process, although pids are used again. */
export function birthOf(pid) {
  if (process.platform === "linux") return stat(pid)?.[19] ?? null;
  if (process.platform === "win32") return null;
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || null;
}

/** Names a process so that it is known again later, by another start. */
export const nameProcess = (pid) => ({ pid, birth: birthOf(pid) });

/** Whether the very process that was written down still runs. */
export const stillRuns = ({ pid, birth }) => Number.isInteger(pid) && isAlive(pid) && (birth === null || birthOf(pid) === birth);

/** Resolves to whether the process was gone within the time. */
export async function waitUntilGone(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await wait(25);
  }
  return true;
}

/** Asks a process to stop, and makes it stop when it has not after the time. */
export async function stopProcess(pid, signal, milliseconds, lastResort = "SIGKILL") {
  try {
    process.kill(pid, signal);
    if (await waitUntilGone(pid, milliseconds)) return;
    process.kill(pid, lastResort);
    await waitUntilGone(pid, 5000);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // gone already
  }
}
