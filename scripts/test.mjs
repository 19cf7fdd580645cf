// `npm test`: does its own set-up, then every check of the project, and ends with one line, `N passed, N failed`.
// Like the start it needs nothing but Node 18 and npm, and hands over to the pinned Node.
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const HANDED_OVER = "--on-pinned-node";

if (Number(process.versions.node.split(".")[0]) < 18) {
  console.error(`Daymark needs Node 18 or newer, and this is ${process.versions.node}: install it from https://nodejs.org.`);
  process.exit(1);
}
const { complain, say, StartError, step } = await import("./start/say.mjs");
try {
  process.exit(await test());
} catch (error) {
  complain(error instanceof StartError ? `\n${error.message}` : error);
  // The set-up itself failed: that is one failed check, said in the same form.
  say("\n0 passed, 1 failed");
  process.exit(1);
}

async function test() {
  if (process.argv.includes(HANDED_OVER)) return (await import("./test/run.mjs")).run(root);
  const { prepare } = await import("./start/locks.mjs");
  const { handOver, install, isInstalled } = await import("./start/install.mjs");
  await prepare(root, async () => {
    if (!isInstalled(root)) await step("Installing packages with npm ci (a minute or two the first time)", () => install(root));
  });
  return handOver(root, "scripts/test.mjs", [HANDED_OVER]);
}
