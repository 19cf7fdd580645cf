import { z } from "zod";
import { ALERT_RESPONSES } from "@/lib/domain/alerts/alert";
import { TRACKERS } from "@/lib/domain/check-in/trackers";
import { MEDICINE_CLASSES, MS_TYPES, SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { IMPORT_SOURCES } from "@/lib/domain/import/table";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { EXPORT_FORMAT, EXPORT_VERSION } from "@/lib/domain/transfer/format";
import { answersSchema, scoreSchema, timeZoneSchema } from "@/lib/schemas/check-in";
import { profileSchema } from "@/lib/schemas/profile";
import { daySchema, isStorable } from "@/lib/schemas/values";

/**
 * The file that the export writes, as the import reads it (docs/export-format.md). Names are those of the database. Texts are kept letter
 * by letter, so nothing is trimmed here. What is read but never imported stays unknown in shape: it is not looked at.
 */
const text = (most: number) => z.string().max(most, "text.tooLong").refine(isStorable, "text.characters");
const words = (most: number) => text(most).nullable();
const instant = z.iso.datetime({ offset: true, error: "instant.invalid" }).refine((value) => value >= "1900" && value < "2200", "instant.range");
const optionalInstant = instant.nullable();
const optionalDay = daySchema.nullable();
const id = z.guid();
const list = (length: number) => z.array(text(64)).max(length);
const smallint = z.int().min(0).max(32_767);
const details = z.record(text(64), z.json());
const trackers = z.partialRecord(z.enum(TRACKERS), scoreSchema);

const evidence = z.array(z.strictObject({
  field: text(64), value: z.union([text(200), z.number(), z.boolean(), z.array(text(200)).max(200)]).optional(),
})).max(200);

const checkIn = z.strictObject({
  check_in_id: id, revision: smallint.min(1), recorded_at: instant, entered_at: instant, received_at: instant, day: daySchema, time_zone: timeZoneSchema,
  fatigue: scoreSchema, numbness: scoreSchema, vision: scoreSchema, walking: scoreSchema, details: answersSchema, trackers, note: words(2000),
  confirmed_unchanged: z.array(z.enum(SCORE_NAMES)).max(4), entered_by_id: id, rules_version: text(64), could_not_check: list(200),
  content_hash: text(100), superseded_at: optionalInstant, removed_at: optionalInstant,
});
const alert = z.strictObject({
  check_in_id: id, check_in_revision: smallint.min(1), rule_id: text(64), rule_version: smallint.min(1), tier: z.enum(TIERS), evidence,
  found_by: z.enum(["device", "server", "both"]), raised_at: instant, shown_at: optionalInstant, response: z.enum(ALERT_RESPONSES).nullable(),
  responded_at: optionalInstant, responded_by_id: id.nullable(), entry_deleted_at: optionalInstant,
});
const relapse = z.strictObject({
  relapse_id: id, status: z.enum(["possible", "confirmed-by-me", "confirmed-by-team", "not-a-relapse"]), started_on: daySchema, started_at: instant,
  ended_on: optionalDay, ended_at: optionalInstant, symptoms: list(50), start_precision: z.enum(["day", "month"]), end_precision: z.enum(["day", "month"]).nullable(),
  sides: list(2), regions: list(10), infection: z.boolean().nullable(), heat: z.boolean().nullable(), days_off_work: smallint.nullable(),
  felt_recovery: z.enum(["full", "mostly", "partly", "not"]).nullable(), note: words(2000), team_said: z.enum(["relapse", "not-a-relapse", "not-sure"]).nullable(),
  found_by: z.enum(["person", "rules"]), found_in: id.nullable(), created_at: instant, updated_at: instant, removed_at: optionalInstant,
});
const medicine = z.strictObject({
  medicine_id: id, name: text(120).min(1), class: z.enum(MEDICINE_CLASSES).nullable(), started_on: optionalDay, last_dose_on: optionalDay, stopped_on: optionalDay,
  updated_at: instant, kind: z.enum(["regular", "as-needed", "other"]), dose: words(120), reason: words(500), side_effects: words(1000), stop_reason: words(500),
  next_dose_on: optionalDay, relapse_id: id.nullable(), created_at: instant, removed_at: optionalInstant,
});
const medicineEvent = z.strictObject({
  event_id: id, medicine_id: id, kind: z.enum(["missed", "taken", "infusion"]), day: daySchema, note: words(500), created_at: instant, removed_at: optionalInstant,
});
const measure = z.strictObject({
  measure_id: id, kind: z.enum(["timed-walk", "edss", "nine-hole-peg", "sdmt", "lab", "mri"]), day: daySchema, recorded_at: instant, time_zone: timeZoneSchema,
  value: z.number().min(0).nullable(), details, entered_by_id: id, created_at: instant, updated_at: instant, removed_at: optionalInstant,
});
const visit = z.strictObject({
  visit_id: id, day: daySchema, time: words(5), with_whom: words(120), questions: z.array(text(1000)).max(3), main_concern: words(1000), agreed: words(2000),
  created_at: instant, updated_at: instant, removed_at: optionalInstant,
});
const dataImport = z.strictObject({
  import_id: id, kind: z.enum(["json", ...IMPORT_SOURCES]), file_hash: text(128), counts: details, created_at: instant,
});
const score = scoreSchema.nullable();
const importedDay = z.strictObject({
  imported_day_id: id, import_id: id, source: z.enum(IMPORT_SOURCES), day: daySchema, fatigue: score, numbness: score, vision: score, walking: score,
  trackers, note: words(2000), created_at: instant,
});
const removedCheckIn = z.strictObject({ check_in_id: id, removed_at: instant, purged_at: optionalInstant });

/** Of `diary`, what belongs to the account is read over: whose it is, and when the account was made. */
const diary = z.strictObject({
  diary_id: id, owner_id: id, is_demo: z.boolean(), created_at: instant, updated_at: instant,
  display_name: text(80).min(1), birth_date: optionalDay, ms_type: z.enum(MS_TYPES).nullable(), ms_year: smallint.nullable(), profile: profileSchema,
  set_up_done: z.boolean(), trackers: z.array(z.enum(TRACKERS)).max(TRACKERS.length),
});

/** The parts that are imported, with the shape of their rows. */
export const PART_SCHEMAS = {
  check_ins: checkIn, alerts: alert, relapses: relapse, medicines: medicine, medicine_events: medicineEvent, measures: measure, visits: visit,
  imports: dataImport, imported_days: importedDay, removed_check_ins: removedCheckIn,
};

const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(200_000, "file.tooLarge");

/** Parts that are exported to read, and those of a later version, are passed over. */
export const exportFileSchema = z.object({
  format: z.literal(EXPORT_FORMAT, "file.notOurs"), version: z.literal(EXPORT_VERSION, "file.otherVersion"), diary,
  check_ins: rows(checkIn), alerts: rows(alert), relapses: rows(relapse), medicines: rows(medicine), medicine_events: rows(medicineEvent),
  measures: rows(measure), visits: rows(visit), imports: rows(dataImport), imported_days: rows(importedDay), removed_check_ins: rows(removedCheckIn),
});
export type ExportFile = z.output<typeof exportFileSchema>;
