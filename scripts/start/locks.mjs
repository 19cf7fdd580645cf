import path from "node:path";
import { withLock } from "./lock.mjs";
import { say, StartError } from "./say.mjs";

/** Held by the start that runs on a data folder's embedded database. */
export const runLock = (settings) => path.join(settings.dataFolder, "run.lock");

export const alreadyRuns = (holder, settings) =>
  new StartError(holder.ready
    ? `Daymark already runs with this data folder at ${holder.address} (process ${holder.pid}): use that one, or stop it first.`
    : `Daymark is already being started with the data folder ${settings.dataFolder} (process ${holder.pid}): wait for that one.`);

/** Installing and building change the project folder, so two starts in one folder take turns. */
export const prepare = (root, work) =>
  withLock(path.join(root, ".daymark/prepare.lock"), ({ pid }) => say(`- Waiting for process ${pid}, which is preparing this folder ...`), work);
