// Runs a script of ours with the database that `npm start` would use: node scripts/with-database.mjs scripts/demo-data.ts --reset
import path from "node:path";
import process from "node:process";
import { generateClient } from "./start/build.mjs";
import { withDatabase } from "./start/database.mjs";
import { environmentFor } from "./start/environment.mjs";
import { pinnedNode, runCommand } from "./start/install.mjs";
import { prepare } from "./start/locks.mjs";
import { complain, StartError, step } from "./start/say.mjs";
import { readSettings } from "./start/settings.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [script, ...words] = process.argv.slice(2);
/** A script needs the database only: that mail, operator and public address are not set yet must not stop it. */
const UNUSED = /^(SMTP_URL|MAIL_FROM|DAYMARK_URL|DAYMARK_OPERATOR_(NAME|ADDRESS|EMAIL)) is missing/;

try {
  const { settings, problems } = readSettings(process.env, root);
  const serious = problems.filter((problem) => !UNUSED.test(problem));
  if (serious.length > 0) throw new StartError(serious.join("\n"));
  await prepare(root, () => generateClient(root, step));
  process.exitCode = await withDatabase(settings, (database) => {
    const { preparation: env } = environmentFor(root, settings, database);
    return runCommand([pinnedNode(root), "--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import=tsx", script, ...words], { root, env, stdio: "inherit" });
  });
} catch (error) {
  complain(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
