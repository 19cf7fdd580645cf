import fc from "fast-check";
import type { Client } from "pg";
import { ALERT_RESPONSES } from "@/lib/domain/alerts/alert";
import { TRACKERS } from "@/lib/domain/check-in/trackers";
import { MEDICINE_CLASSES, MS_TYPES, SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { IMPORT_SOURCES } from "@/lib/domain/import/table";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { dayOf, HOUR_MS } from "@/lib/domain/time";
import { PART_NAMES, type ImportedPart } from "@/lib/domain/transfer/format";
import { answers, moment, profile, scores, zone } from "@/tests/unit/domain/red-flags/properties/arbitraries";

export type Parts = Record<ImportedPart, Record<string, unknown>[]>;
export type AnyDiary = { columns: Record<string, unknown>; parts: Parts };
/** The place of a person in the diary: 0 is the owner. */
export type Place = { place: number };

const PLAIN = { noNullPrototype: true } as const;
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, PLAIN);
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const id = fc.uuid({ version: 7 });
const place = fc.nat({ max: 2 }).map((at): Place => ({ place: at }));
const instant = moment.map((ms) => new Date(ms).toISOString());
const day = moment.map((ms) => new Date(ms).toISOString().slice(0, 10));
/** Any text a database takes: quotes, formulas, emoji, line ends, spaces at the ends. */
const text = (most: number) => fc.string({ unit: "grapheme", maxLength: Math.min(most, 40) }).filter((each) => !each.includes("\u0000") && each.length <= most);
const words = (most: number) => nullable(text(most));
const trackers = fc.subarray([...TRACKERS]).chain((names) => fc.tuple(...names.map(() => fc.nat({ max: 10 }))).map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]]))));
const few = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 4 });
const json = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.integer(), fc.boolean(), text(20), fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x))), { maxKeys: 4, ...PLAIN });

/** All revisions of one entry: the last stands, or it was removed. */
const entry = record({ id, at: moment, timeZone: zone, revisions: fc.array(record({ scores, details: answers, trackers, note: words(2000), by: place, same: fc.subarray([...SCORE_NAMES]), failed: fc.subarray(["rule-a", "rule-b"]) }), { minLength: 1, maxLength: 3 }), isRemoved: fc.boolean() })
  .map(({ id: check_in_id, at, timeZone, revisions, isRemoved }) => revisions.map(({ scores: values, details, trackers: logged, note, by, same, failed }, index) => {
    const isLast = index === revisions.length - 1;
    const removed = isRemoved && isLast && index > 0;
    const received = new Date(at + index * HOUR_MS).toISOString();
    return {
      check_in_id, revision: index + 1, recorded_at: new Date(at).toISOString(), entered_at: new Date(at).toISOString(), received_at: received, day: dayOf(new Date(at), timeZone),
      time_zone: timeZone, ...values, details, trackers: logged, note, confirmed_unchanged: same, entered_by_id: by, rules_version: "7", could_not_check: failed, content_hash: `h${index}`,
      superseded_at: isLast && !removed ? null : received, removed_at: removed ? received : null,
    };
  }));

const relapse = record({ relapse_id: id, status: fc.constantFrom("possible", "confirmed-by-me", "confirmed-by-team", "not-a-relapse"), at: moment, days: nullable(fc.nat({ max: 100 })), symptoms: fc.subarray(["vision", "weakness"]), sides: fc.subarray(["left", "right"]),
  regions: fc.subarray(["eyes", "legs", "other"]), infection: nullable(fc.boolean()), heat: nullable(fc.boolean()), days_off_work: nullable(fc.nat({ max: 3660 })), felt_recovery: nullable(fc.constantFrom("full", "mostly", "partly", "not")), note: words(2000),
  team_said: nullable(fc.constantFrom("relapse", "not-a-relapse", "not-sure")), found_by: fc.constantFrom("person", "rules"), found_in: nullable(id), created_at: instant, updated_at: instant, removed_at: nullable(instant) })
  .map(({ at, days, ...row }) => {
    const end = days === null ? null : new Date(at + days * 24 * HOUR_MS).toISOString();
    return { ...row, started_on: new Date(at).toISOString().slice(0, 10), started_at: new Date(at).toISOString(), ended_on: end?.slice(0, 10) ?? null, ended_at: end, start_precision: "day", end_precision: end && "day" };
  });

const medicine = record({ medicine_id: id, name: text(120).map((name) => `a${name}`), class: nullable(fc.constantFrom(...MEDICINE_CLASSES)), started_on: nullable(day), last_dose_on: nullable(day), updated_at: instant, kind: fc.constantFrom("regular", "as-needed", "other"),
  dose: words(120), reason: words(500), side_effects: words(1000), stop_reason: words(500), next_dose_on: nullable(day), relapse_id: nullable(id), created_at: instant, removed_at: nullable(instant) })
  .map((row) => ({ ...row, stopped_on: null as string | null }));
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** The one number of each kind, within what the database takes. */
const measured = fc.oneof(
  record({ kind: fc.constant("timed-walk"), value: nullable(between(2, 180)) }), record({ kind: fc.constant("edss"), value: fc.nat({ max: 20 }).filter((halves) => halves !== 1).map((halves) => halves / 2) }),
  record({ kind: fc.constant("nine-hole-peg"), value: between(5, 600) }), record({ kind: fc.constant("sdmt"), value: fc.nat({ max: 110 }) }),
  record({ kind: fc.constant("lab"), value: between(0, 999_999) }), record({ kind: fc.constant("mri"), value: fc.constant(null) }));
const measure = record({ measure_id: id, measured, day, recorded_at: instant, time_zone: zone, details: json, entered_by_id: place, created_at: instant, updated_at: instant, removed_at: nullable(instant) })
  .map(({ measured: { kind, value }, ...row }) => ({ ...row, kind, value }));
const visit = record({ visit_id: id, day, time: nullable(fc.constantFrom("00:00", "23:59")), with_whom: words(120), questions: fc.array(text(200), { maxLength: 3 }), main_concern: words(1000), agreed: words(2000), created_at: instant, updated_at: instant, removed_at: nullable(instant) });
const dataImport = record({ import_id: id, kind: fc.constantFrom(...IMPORT_SOURCES), file_hash: text(64), counts: json, created_at: instant });
const score = nullable(fc.nat({ max: 10 }));
const importedDay = record({ imported_day_id: id, source: fc.constantFrom(...IMPORT_SOURCES), day, fatigue: score, numbness: score, vision: score, walking: score, trackers, note: words(2000), created_at: instant });
const alertOf = ({ check_in_id, revision }: Record<string, unknown>) => record({ rule_id: fc.stringMatching(/^[a-z][a-z-]{0,30}$/), rule_version: fc.integer({ min: 1, max: 99 }), tier: fc.constantFrom(...TIERS), found_by: fc.constantFrom("device", "server", "both"), raised_at: instant, shown_at: nullable(instant),
  evidence: few(record({ field: text(30), value: fc.oneof(text(20), fc.integer(), fc.boolean(), fc.array(text(10), { maxLength: 3 })) })), answered: nullable(record({ response: fc.constantFrom(...ALERT_RESPONSES), responded_at: instant, responded_by_id: place })) })
  .map(({ answered, ...row }) => ({ ...row, check_in_id, check_in_revision: revision, entry_deleted_at: null, ...(answered ?? { response: null, responded_at: null, responded_by_id: null }) }));

const uniqueBy = (rows: Record<string, unknown>[], ...keys: string[]) => [...new Map(rows.map((row) => [keys.map((key) => String(row[key])).join(" "), row])).values()];

/** A diary of any shape the schemas let in, with rows in every part that can hold one. */
export const anyDiary: fc.Arbitrary<AnyDiary> = record({
  columns: record({ display_name: text(70).map((name) => `n${name}`), birth_date: nullable(day), ms_type: nullable(fc.constantFrom(...MS_TYPES)), ms_year: nullable(fc.integer({ min: 1920, max: 2100 })), profile, set_up_done: fc.boolean(), trackers: fc.subarray([...TRACKERS]) }),
  entries: few(entry), relapses: few(relapse), medicines: few(medicine), measures: few(measure), visits: few(visit), imports: few(dataImport),
  removed: few(record({ check_in_id: id, removed_at: instant, purged_at: nullable(instant) })),
}).chain(({ columns, entries, relapses, medicines, measures, visits, imports, removed }) => {
  const check_ins = uniqueBy(entries.flat(), "check_in_id", "revision");
  return record({
    alerts: fc.tuple(...check_ins.map((row) => fc.array(alertOf(row), { maxLength: 2 }))).map((lists) => uniqueBy(lists.flat(), "check_in_id", "check_in_revision", "rule_id")),
    events: fc.tuple(...medicines.map(({ medicine_id }) => few(record({ event_id: id, kind: fc.constantFrom("missed", "taken", "infusion"), day, note: words(500), created_at: instant, removed_at: nullable(instant) }).map((row) => ({ ...row, medicine_id }))))).map((lists) => lists.flat()),
    days: fc.tuple(...imports.map(({ import_id }) => few(importedDay.map((row) => ({ ...row, import_id }))))).map((lists) => lists.flat()),
  }).map(({ alerts, events, days }): AnyDiary => ({
    columns,
    parts: { check_ins, alerts, relapses, medicines, medicine_events: events, measures, visits, imports, imported_days: days, removed_check_ins: removed },
  }));
});

/** Puts a generated diary into the database as it is; `people` stand for the places, the owner first. */
export async function insertDiary(client: Client, diaryId: string, people: readonly string[], { columns, parts }: AnyDiary): Promise<void> {
  const fill = (row: Record<string, unknown>) => JSON.stringify({ ...row, diary_id: diaryId }, (_key, value: unknown) => (typeof value === "object" && value !== null && "place" in value ? people[(value as Place).place] : value));
  await client.query(`update diaries d set display_name = n.display_name, birth_date = n.birth_date, ms_type = n.ms_type, ms_year = n.ms_year, profile = n.profile, set_up_done = n.set_up_done, trackers = n.trackers
    from jsonb_populate_record(null::diaries, $2) n where d.diary_id = $1`, [diaryId, JSON.stringify(columns)]);
  for (const part of PART_NAMES) for (const row of parts[part]) await client.query(`insert into ${part} select n.* from jsonb_populate_record(null::${part}, $1) n`, [fill(row)]);
}
