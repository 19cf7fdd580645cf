import { v7 as uuidv7 } from "uuid";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/transfer/format";
import type { ExportFile } from "@/lib/schemas/export";
import type { DaysImport } from "@/lib/schemas/import";
import { withOwner } from "@/tests/integration/support/people";

/** An export that holds one new visit and nothing else. */
export function smallFile(diaryId: string): ExportFile {
  const now = new Date().toISOString();
  return {
    format: EXPORT_FORMAT, version: EXPORT_VERSION,
    diary: {
      diary_id: diaryId, owner_id: uuidv7(), is_demo: false, created_at: now, updated_at: now, display_name: "Test diary", birth_date: null, ms_type: null,
      ms_year: null, profile: {}, set_up_done: true, trackers: [],
    },
    check_ins: [], alerts: [], relapses: [], medicines: [], medicine_events: [], measures: [], imports: [], imported_days: [], removed_check_ins: [],
    visits: [{
      visit_id: uuidv7(), day: "2026-03-01", time: null, with_whom: null, questions: [], main_concern: null, agreed: null,
      created_at: now, updated_at: now, removed_at: null,
    }],
  };
}

/** A file of another diary with these days, or one of today's alone that no other call sends. */
export function daysBody(days: DaysImport["days"] = [{ day: someDay(), scores: { fatigue: 4 }, trackers: {} }], changes: Partial<DaysImport> = {}): DaysImport {
  return { id: uuidv7(), kind: "spreadsheet", fileHash: "0".repeat(64), days, ...changes };
}

let daysUsed = 0;
const someDay = () => new Date(Date.UTC(2001, 0, (daysUsed += 1))).toISOString().slice(0, 10);

/** An import to take back. */
export async function spareImport(diaryId: string): Promise<string> {
  const importId = uuidv7();
  await withOwner((client) => client.query("insert into imports (diary_id, import_id, kind, file_hash, counts, created_at) values ($1, $2, 'daylio', 'x', '{}', now())", [diaryId, importId]));
  return importId;
}
