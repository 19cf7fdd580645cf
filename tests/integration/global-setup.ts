import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPostgres } from "@/tests/postgres";

/** One real Postgres for all integration tests; each makes its own people in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  await promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"], {
    env: { ...process.env, DATABASE_URL: postgres.ownerUrl, DATABASE_OWNER_URL: "" },
  });
  project.provide("ownerUrl", postgres.ownerUrl);
  return () => postgres.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
  }
}
