import { ACCOUNT_FIELDS, PART_NAMES, PERSON_COLUMNS } from "@/lib/domain/transfer/format";

type Row = Record<string, unknown>;
/** An export as it was read. */
export type ExportedFile = { format: string; version: number; diary: Row } & Record<string, unknown>;

/**
 * The content of an export as one text: two diaries are the same exactly when these texts are, byte by byte. Keys are sorted, rows stand
 * in the order of the export. What belongs to the account and not to the diary is left apart: when and by whom it was exported, grants,
 * access log, consents, reminders. People are named by their part: "owner", then "person 1" and so on, as they first appear.
 */
export function canonicalExport({ format, version, diary, ...file }: ExportedFile): string {
  const people = new Map<unknown, string>([[diary["owner_id"], "owner"], [null, "nobody"]]);
  const personOf = (id: unknown): string => {
    const known = people.get(id) ?? `person ${people.size - 1}`;
    people.set(id, known);
    return known;
  };
  const own = Object.fromEntries(Object.entries(diary).filter(([name]) => !(ACCOUNT_FIELDS as readonly string[]).includes(name)));
  const named = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) =>
    ((PERSON_COLUMNS as readonly string[]).includes(name) ? [name, personOf(value)] : [name, value])));
  const parts = Object.fromEntries(PART_NAMES.map((part) => [part, (file[part] as Row[]).map(named)]));
  return JSON.stringify(sortKeys({ format, version, diary: own, ...parts }));
}

/** The same value with the keys of every object in the order of their characters. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sortKeys(each)]));
}
