/** The name and version of the export, as its file says them: docs/export-format.md. */
export const EXPORT_FORMAT = "daymark-diary";
export const EXPORT_VERSION = 2;

/**
 * What an import takes in, in the order in which it is written, each with the columns that name a row of a diary. What was removed stands
 * before the entries: the database notes the removal of an entry by itself, and then finds it noted.
 */
export const IMPORTED_PARTS = {
  removed_check_ins: ["check_in_id"],
  check_ins: ["check_in_id", "revision"], alerts: ["check_in_id", "check_in_revision", "rule_id"], relapses: ["relapse_id"], medicines: ["medicine_id"],
  medicine_events: ["event_id"], measures: ["measure_id"], visits: ["visit_id"], imports: ["import_id"], imported_days: ["imported_day_id"],
} as const;
export type ImportedPart = keyof typeof IMPORTED_PARTS;
export const PART_NAMES = Object.keys(IMPORTED_PARTS) as ImportedPart[];

/** Of the diary itself, what belongs to the account it lives in: no import takes it over. */
export const ACCOUNT_FIELDS = ["diary_id", "owner_id", "is_demo", "created_at", "updated_at"] as const;

/** Columns that name a person. */
export const PERSON_COLUMNS = ["entered_by_id", "responded_by_id"] as const;
