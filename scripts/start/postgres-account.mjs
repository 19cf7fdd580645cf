// Postgres refuses to run as root. When Daymark is started by root, the database runs as the account "postgres".
import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { StartError } from "./say.mjs";

const NAME = "postgres";
/** Where database and programs go when root's own folders are closed to every other account. */
const SYSTEM_FOLDER = "/var/lib/daymark";

const idOf = (flag) => {
  const { status, stdout } = spawnSync("id", [flag, NAME], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
};

/** `{}` for an ordinary account; uid and gid of "postgres" for root, which is made when it is missing. */
export function findAccount() {
  if (process.getuid?.() !== 0) return {};
  if (idOf("-u") === null) {
    const { status } = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
    if (status !== 0) throw new StartError("Postgres does not run as root, and the account \"postgres\" could not be made: start Daymark as an ordinary account, or set DATABASE_URL.");
  }
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Whether the account may go through every folder above this one. */
const mayReach = (account, folder) => spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;

/**
 * The folder that holds the database, and the programs of the npm package.
 * When the account cannot reach them (a clone in /root), they go to a folder of the system instead.
 */
export function placeDatabase(account, dataFolder, native) {
  const usual = path.join(dataFolder, "postgres");
  if (account.uid === undefined) {
    mkdirSync(usual, { recursive: true, mode: 0o700 });
    return { folder: usual, native };
  }
  const folder = mayReach(account, dataFolder) ? usual : path.join(SYSTEM_FOLDER, dataFolder.replaceAll(path.sep, "-").replace(/^-/, ""));
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  return { folder, native: mayReach(account, path.join(native, "bin")) ? native : copyPrograms(native) };
}

function copyPrograms(native) {
  const copy = path.join(SYSTEM_FOLDER, "programs");
  const done = path.join(SYSTEM_FOLDER, "programs-copied");
  if (existsSync(done)) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  mkdirSync(done);
  return copy;
}
