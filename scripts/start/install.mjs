import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { StartError } from "./say.mjs";

const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own lock file into node_modules as the last act of an
 * install, so an interrupted one counts as missing. Packages for other systems are left out of it and not asked for.
 */
export function isInstalled(root) {
  const written = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(written) || !existsSync(pinnedNode(root))) return false;
  const there = packagesIn(written);
  const asked = Object.entries(packagesIn(path.join(root, "package-lock.json")));
  return asked.every(([name, { version, optional, devOptional, inBundle }]) =>
    name === "" || inBundle || ((optional || devOptional) && !there[name]) || there[name]?.version === version);
}

/** An older npm runs every package's install script, and Prisma's would fetch an engine from its vendor, which nothing here needs. */
const NO_DOWNLOADS = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: "1", CHECKPOINT_DISABLE: "1" };

export async function install(root) {
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const code = await runCommand([...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { root, env: { ...process.env, ...NO_DOWNLOADS } });
  if (code !== 0) throw new StartError("The packages could not be installed: npm said why above. It needs to reach the npm registry once.");
  if (!existsSync(pinnedNode(root))) {
    throw new StartError("npm did not put Node 24 into node_modules: its install scripts seem to be switched off (npm config get ignore-scripts); switch them on and start again.");
  }
}

export const pinnedNode = (root) => path.join(root, "node_modules", process.platform === "win32" ? "node/bin/node.exe" : "node/bin/node");

export function runsOnPinnedNode(root) {
  const pinned = pinnedNode(root);
  return existsSync(pinned) && realpathSync(process.execPath) === realpathSync(pinned);
}

/** The environment for anything we start: tools of node_modules first on the path, so that `node` is Node 24 there too. */
export const toolEnvironment = (root) => ({
  ...process.env,
  PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
});

/** Runs a command to its end, with its output on the screen. Resolves to the exit code. */
export function runCommand([command, ...words], { root, env = process.env, signal, stdio = ["ignore", "inherit", "inherit"] }) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, env, stdio, ...(signal && { signal }), shell: process.platform === "win32" && command === "npm" });
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script on the pinned Node and ends with its exit code. Signals are passed on. The script is told by the closing of its channel
 * when this process is killed, so that it never stays behind alone.
 */
export function handOver(root, script, words) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(root), [script, ...words], { cwd: root, env: toolEnvironment(root), stdio: ["inherit", "inherit", "inherit", "ipc"] });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    const npm = npmAbove();
    const watch = npm && setInterval(() => process.ppid !== npm && child.connected && child.disconnect(), 500);
    child.once("exit", (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

/** Under `npm start`, the parent's pid: when npm is killed, its child is left to another parent, and that is how we see it. */
const npmAbove = () => (process.env.npm_command && process.platform !== "win32" ? process.ppid : null);
