import { existsSync } from "node:fs";
import { testNames } from "./test-names";

const namesOf = new Map<string, Set<string>>();

/** Whether a test that a document leans on is there, and runs: null, or else what is wrong. */
export function problemWith({ file, name }: { file: string; name: string }): string | null {
  if (!existsSync(file)) return `${file} does not exist`;
  if (!namesOf.has(file)) namesOf.set(file, testNames(file));
  return namesOf.get(file)!.has(name) ? null : `${file} has no test "${name}"`;
}
