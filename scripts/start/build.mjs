import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pinnedNode, runCommand, toolEnvironment } from "./install.mjs";
import { StartError } from "./say.mjs";

/** All that the production build is made from. Tests, scripts and documents do not make a build stale. */
const SOURCES = ["app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const GENERATED = "lib/server/generated";

/** Names and contents, in an order that does not depend on the file system. */
function addToHash(hash, root, name) {
  const file = path.join(root, name);
  if (!existsSync(file) || name === GENERATED) return;
  let entries = null;
  try {
    entries = readdirSync(file, { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOTDIR") throw error;
  }
  if (entries) {
    for (const entry of entries.map(({ name: part }) => part).sort()) addToHash(hash, root, `${name}/${entry}`);
  } else {
    hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
}

function hashOf(root, names) {
  const hash = createHash("sha256");
  for (const name of names) addToHash(hash, root, name);
  return hash.digest("hex");
}

const reads = (file, text) => existsSync(file) && readFileSync(file, "utf8") === text;

/** Generates the Prisma client unless the one there was made from this schema by these packages. */
export async function generateClient(root, announce, signal) {
  const stamp = path.join(root, GENERATED, ".made-from");
  const wanted = hashOf(root, ["prisma/schema.prisma", "package-lock.json"]);
  if (reads(stamp, wanted)) return;
  await announce("Generating the database client", async () => {
    const code = await runCommand([pinnedNode(root), "scripts/generate-client.mjs"], { root, signal, env: { ...toolEnvironment(root), DAYMARK_QUIET: "1" } });
    if (code !== 0) throw new StartError("The database client could not be generated: run npm run generate to see why.");
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

/** Whether the production build was made from these sources. An interrupted build has no stamp. */
export const isBuilt = (root) => existsSync(path.join(root, ".next/BUILD_ID")) && reads(path.join(root, ".next/made-from"), hashOf(root, SOURCES));

/** Builds unless that is done. The hash is taken first: a file saved during the build makes the next start build again. */
export async function build(root, announce, signal) {
  if (isBuilt(root)) return;
  const stamp = path.join(root, ".next/made-from");
  const wanted = hashOf(root, SOURCES);
  rmSync(stamp, { force: true });
  await announce("Building (about half a minute after a change)", async () => {
    const env = { ...toolEnvironment(root), NODE_ENV: "production" };
    const code = await runCommand([pinnedNode(root), "node_modules/next/dist/bin/next", "build"], { root, env, signal });
    if (code !== 0) throw new StartError("The build failed: the lines above say why.");
    writeFileSync(stamp, wanted);
  });
}
