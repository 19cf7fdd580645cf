import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "components", "lib", "prisma", "scripts"];
const DIRECTIVE = /^\s*["']use server["']/m;

/** Every write is a JSON route: the build's manifest lists no Server Action, and no source file asks for one. */
export function findServerActions(root) {
  const manifest = JSON.parse(readFileSync(path.join(root, ".next/server/server-reference-manifest.json"), "utf8"));
  const listed = ["node", "edge"].filter((runtime) => Object.keys(manifest[runtime]).length > 0);
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs|jsx)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)));
  return [
    ...listed.map((runtime) => `The build holds Server Actions (${runtime}).`),
    ...[...files, path.join(root, "proxy.ts")].filter((file) => DIRECTIVE.test(readFileSync(file, "utf8"))).map((file) => `${path.relative(root, file)} says "use server".`),
  ];
}
