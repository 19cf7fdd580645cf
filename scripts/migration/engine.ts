import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine, type MigrationList } from "@prisma/schema-engine-wasm";

const ROOT = path.join(import.meta.dirname, "../..");
export const MIGRATIONS_FOLDER = path.join(ROOT, "prisma/migrations");
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Two things differ from the adapter as it comes. Its `executeScript` cuts a script at every semicolon, also inside function
 * bodies: sent as one text it arrives whole, and Postgres runs it as one transaction, so a migration that fails leaves nothing
 * behind. And its connections can be closed: the engine's own lock lives as long as they do.
 */
class MigrationPg extends PrismaPg {
  private pools: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];
  override async connect() {
    const adapter = await super.connect();
    this.pools.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
  async close() {
    for (const adapter of this.pools.splice(0)) await adapter.underlyingDriver().end();
  }
}

/** Runs Prisma's schema engine as WASM: the same one that the Prisma CLI would download, without the download. */
async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const adapter = new MigrationPg({ connectionString: url });
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", readDatamodel()]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}

/** What `prisma migrate deploy` does, with the same `_prisma_migrations` table. Returns the names of those applied now. */
export function deploy(url: string): Promise<string[]> {
  return withEngine(url, async (engine) =>
    (await engine.applyMigrations({ migrationsList: readMigrations(), filters: NO_FILTER })).appliedMigrationNames);
}

/**
 * The SQL that takes an older schema.prisma (null for an empty database) to the present one: the start of a new migration, to
 * which CHECKs, policies and grants are added by hand. `url` is any Postgres; nothing in it is read or changed.
 */
export function diffFrom(older: string | null, url: string): Promise<string> {
  const model = (content: string) => ({ tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] });
  return withEngine(url, async (engine) => (await engine.diff({
    from: older === null ? { tag: "empty" } : model(older), to: model(readDatamodel()),
    script: true, exitCode: null, filters: NO_FILTER,
  })).stdout ?? "");
}

export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

const readDatamodel = () => readFileSync(path.join(ROOT, "prisma/schema.prisma"), "utf8");

function readMigrations(): MigrationList {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(MIGRATIONS_FOLDER, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(path.join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") } },
    })),
  };
}
