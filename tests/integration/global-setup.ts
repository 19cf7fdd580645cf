import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migration/migrate";
import { startPostgres } from "@/tests/postgres";

/** One real Postgres for all integration tests; each makes its own people in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  await migrate({ ownerUrl: postgres.ownerUrl });
  project.provide("ownerUrl", postgres.ownerUrl);
  return () => postgres.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
  }
}
