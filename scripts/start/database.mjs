import { takeLock } from "./lock.mjs";
import { runLock } from "./locks.mjs";
import { startPostgres } from "./postgres.mjs";
import { StartError } from "./say.mjs";
import { makeDataFolder } from "./secrets.mjs";

/**
 * Reaches the database that the settings name, for a script beside Daymark: DATABASE_URL's, the embedded one of a Daymark that
 * runs, or else the embedded one, started for this work only.
 * @param work is given the environment's part of it: `{ url, folder }`, folder null for a database that is not embedded
 */
export async function withDatabase(settings, work) {
  if (settings.database) return work({ url: settings.database.url, folder: null });
  makeDataFolder(settings.dataFolder);
  const lock = await takeLock(runLock(settings), { address: settings.address });
  if (lock.holder) {
    if (!lock.holder.databaseUrl) throw new StartError(`Daymark is being started with this data folder (process ${lock.holder.pid}): try again when it is up.`);
    return work({ url: lock.holder.databaseUrl, folder: null });
  }
  try {
    const postgres = await startPostgres(settings.dataFolder);
    try {
      return await work(postgres);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
