// Generates the Prisma client without the engine download: generation needs only the WASM that ships in the package.
import { spawnSync } from "node:child_process";
import process from "node:process";

const { status } = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
  stdio: process.env.DAYMARK_QUIET ? "ignore" : "inherit",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
process.exit(status ?? 1);
