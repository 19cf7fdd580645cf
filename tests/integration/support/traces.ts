import type { Client } from "pg";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table of ours, as the database itself lists them: a new one is looked through without being named here. */
export async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1");
  return rows.map(({ table_name }) => table_name);
}

/** How many rows of each table hold any of the words, in whatever column; tables with none are left out. */
export async function findTraces(client: Client, words: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await listTables(client)) {
    const { rows: [row] } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${quoted(table)} t where to_jsonb(t)::text like any ($1)`, [words.map((word) => `%${word}%`)]);
    if (row!.count > 0) found[table] = row!.count;
  }
  return found;
}

/** A fingerprint of all rows of each table that do not hold any of the words: it stays as long as nobody else's rows change. */
export async function fingerprintOthers(client: Client, words: readonly string[]): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await listTables(client)) {
    const { rows: [row] } = await client.query<{ print: string }>(
      `select coalesce(md5(string_agg(row, ',' order by row)), '') as print from (select to_jsonb(t)::text as row from ${quoted(table)} t) r where not row like any ($1)`,
      [words.map((word) => `%${word}%`)]);
    prints[table] = row!.print;
  }
  return prints;
}
