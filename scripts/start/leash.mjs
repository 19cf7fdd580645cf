// Loaded into the web server and the worker before anything else. When the start is killed, the channel to it closes, and they end
// too, so that the next start finds the port free. The worker needs the database to the end, and stops an embedded one behind itself.
// (In an orderly stop the start outlives them, so the channel never closes first.)
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

const database = process.env.DAYMARK_LEASH_DATABASE;

function stopDatabase() {
  const file = `${database}/postmaster.pid`;
  if (!database || !existsSync(file)) return;
  try {
    process.kill(Number.parseInt(readFileSync(file, "utf8"), 10), "SIGINT");
  } catch {
    // gone already
  }
}

process.once("disconnect", () => {
  process.once("exit", stopDatabase);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 2000).unref();
});
process.channel?.unref();
