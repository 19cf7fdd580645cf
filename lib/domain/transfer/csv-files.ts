import { readAnswer } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { TRACKERS } from "@/lib/domain/check-in/trackers";
import { QUESTIONS, SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import type { Cell } from "@/lib/domain/transfer/csv";

type Row = Record<string, unknown>;
export type CsvPart = "check_ins" | "relapses" | "medicines" | "medicine_events" | "measures" | "visits" | "imported_days" | "alerts";
type CsvFile = {
  /** what it is made from */
  parts: readonly CsvPart[];
  header: readonly string[];
  toRows: (rows: Partial<Record<CsvPart, Row[]>>) => Cell[][];
};

/** One file a kind, since a spreadsheet is one table. */
export const CSV_KINDS = ["check-ins", "medicines", "doses", "relapses", "measures", "visits", "imported-days", "alerts"] as const;
export type CsvKind = (typeof CSV_KINDS)[number];

/** A list is one cell; null and what was not answered is an empty one. */
const cell = (value: unknown): Cell => (Array.isArray(value) ? value.join("; ") : typeof value === "object" && value !== null ? JSON.stringify(value) : (value as Cell));
const notRemoved = (row: Row) => row["removed_at"] === null;
const trackersOf = (row: Row) => TRACKERS.map((name) => (row["trackers"] as Row)[name] as Cell);
/** A table whose columns are those of the database. */
const plain = (part: CsvPart, header: readonly string[]): CsvFile => ({
  parts: [part], header, toRows: (rows) => (rows[part] ?? []).filter((row) => !("removed_at" in row) || notRemoved(row)).map((row) => header.map((name) => cell(row[name]))),
});

/**
 * The files for spreadsheets: what stands now, without older revisions and removed records (those are in the JSON export). A question
 * that was not answered is an empty cell; `skipped` names those that were shown and skipped.
 */
export const CSV_FILES: Record<CsvKind, CsvFile> = {
  "check-ins": {
    parts: ["check_ins"],
    header: [
      "day", "recorded_at", "time_zone", ...SCORE_NAMES, "same_as_before", ...TRACKERS.map((name) => `tracker_${name}`), ...QUESTIONS.map((name) => name.replace(".", "_")),
      "skipped", "note", "entry_id",
    ],
    toRows: ({ check_ins: rows = [] }) => rows.filter(({ superseded_at }) => superseded_at === null).map((row) => {
      const answers = row["details"] as Answers;
      return [
        ...[row["day"], row["recorded_at"], row["time_zone"], ...SCORE_NAMES.map((name) => row[name]), row["confirmed_unchanged"]].map(cell), ...trackersOf(row),
        ...QUESTIONS.map((question) => cell(listOrNone(readAnswer(answers, question)))), cell(answers.skipped), cell(row["note"]), cell(row["check_in_id"]),
      ];
    }),
  },
  medicines: plain("medicines", ["name", "class", "kind", "dose", "started_on", "last_dose_on", "next_dose_on", "stopped_on", "reason", "stop_reason", "side_effects", "medicine_id"]),
  doses: {
    parts: ["medicine_events", "medicines"],
    header: ["day", "medicine", "kind", "note", "medicine_id"],
    toRows: ({ medicine_events: events = [], medicines = [] }) => {
      const names = new Map(medicines.map((row) => [row["medicine_id"], row["name"]]));
      return events.filter(notRemoved).map((row) => [row["day"], names.get(row["medicine_id"]), row["kind"], row["note"], row["medicine_id"]].map(cell));
    },
  },
  relapses: plain("relapses", [
    "status", "started_on", "start_precision", "ended_on", "end_precision", "symptoms", "sides", "regions", "infection", "heat", "days_off_work", "felt_recovery", "team_said",
    "found_by", "note", "relapse_id",
  ]),
  measures: plain("measures", ["day", "kind", "value", "details", "recorded_at", "time_zone", "measure_id"]),
  visits: plain("visits", ["day", "time", "with_whom", "questions", "main_concern", "agreed", "visit_id"]),
  "imported-days": {
    parts: ["imported_days"],
    header: ["day", "source", ...SCORE_NAMES, ...TRACKERS.map((name) => `tracker_${name}`), "note", "import_id"],
    toRows: ({ imported_days: rows = [] }) => rows.map((row) => [
      ...[row["day"], row["source"], ...SCORE_NAMES.map((name) => row[name])].map(cell), ...trackersOf(row), cell(row["note"]), cell(row["import_id"])]),
  },
  alerts: plain("alerts", ["raised_at", "tier", "rule_id", "rule_version", "shown_at", "response", "responded_at", "entry_deleted_at", "check_in_id", "check_in_revision"]),
};

/** An empty list is an answer: asked, and nothing of it. */
const listOrNone = (value: unknown) => (Array.isArray(value) && value.length === 0 ? "none" : value);
