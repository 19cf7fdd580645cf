import { migrate } from "@/scripts/migration/migrate";

const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
if (!ownerUrl) {
  console.error("DATABASE_URL is missing: set it to the address of a Postgres database.");
  process.exit(2);
}
try {
  const { applied } = await migrate({ ownerUrl, ...(process.env.DATABASE_URL && { appUrl: process.env.DATABASE_URL }) });
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  process.exit(0); // the schema engine leaves a timer of ten seconds behind
} catch (error) {
  console.error(`The database could not be migrated. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
