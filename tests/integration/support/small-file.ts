import { v7 as uuidv7 } from "uuid";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/transfer/format";
import type { ExportFile } from "@/lib/schemas/export";

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
