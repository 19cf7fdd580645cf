import { IMPORTED_PARTS, PART_NAMES, type ImportedPart } from "@/lib/domain/transfer/format";

type Row = Record<string, unknown>;
export type FileProblem = { part: ImportedPart; row: number; problem: "file.repeated" | "file.twoStanding" | "file.noImport" | "file.noMedicine" };

/**
 * What rows of a file must be to each other, beyond what each is by itself: no row twice, one revision of an entry that stands at most,
 * no imported day without its import and no dose without its medicine. Rows are counted from 0. Null when all is well.
 */
export function findFileProblem(parts: Record<ImportedPart, readonly Row[]>): FileProblem | null {
  for (const part of PART_NAMES) {
    const row = firstRepeated(parts[part].map((each) => IMPORTED_PARTS[part].map((key) => each[key]).join(" ")));
    if (row >= 0) return { part, row, problem: "file.repeated" };
  }
  const standing = firstRepeated(parts.check_ins.map(({ superseded_at, check_in_id }, at) => (superseded_at === null ? String(check_in_id) : `row ${at}`)));
  if (standing >= 0) return { part: "check_ins", row: standing, problem: "file.twoStanding" };
  const imports = new Set(parts.imports.map(({ import_id }) => import_id));
  const loose = parts.imported_days.findIndex(({ import_id }) => !imports.has(import_id));
  if (loose >= 0) return { part: "imported_days", row: loose, problem: "file.noImport" };
  const medicines = new Set(parts.medicines.map(({ medicine_id }) => medicine_id));
  const dose = parts.medicine_events.findIndex(({ medicine_id }) => !medicines.has(medicine_id));
  return dose >= 0 ? { part: "medicine_events", row: dose, problem: "file.noMedicine" } : null;
}

function firstRepeated(keys: readonly string[]): number {
  const seen = new Set<string>();
  return keys.findIndex((key) => seen.size === seen.add(key).size);
}
