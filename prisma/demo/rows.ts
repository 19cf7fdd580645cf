import { createHash } from "node:crypto";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { presentationOf } from "@/lib/domain/alerts/presentation";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { addDays, DAY_MS, daysBetween, HOUR_MS, type CalendarDay } from "@/lib/domain/time";
import { DEMO_USERS, type DemoDiary } from "@/prisma/demo/cast";
import { COURSES, type Course } from "@/prisma/demo/course";
import { measureRows, medicineEventRows, pastRelapseRows, toldColumns, trackerNames, trackersOn, visitRows, type CourseOptions } from "@/prisma/demo/course-rows";
import { ANSWERS_BY_TIER, judgeDiary, type JudgedDay } from "@/prisma/demo/judge";
import { instantAt } from "@/prisma/demo/local-time";
import { DEMO_SEED, generatePerson, type DemoMedicine, type DemoPerson, type DemoRelapse } from "@/prisma/demo/person";
import { mixSeed, seededRandom, seededUuid, type Random } from "@/prisma/demo/random";

/** Rows of one table, keyed by column, as `jsonb_populate_recordset` takes them. */
export type Rows = Record<string, unknown>[];
export type DiaryRows = Record<"diaries" | "check_ins" | "alerts" | "relapses" | "medicines" | "medicine_events" | "measures" | "visits" | "grants" | "access_events", Rows>;

const SHOWN_AFTER_MS = 1500;

/** Everything one demo diary stores, with the alerts that the real rules raise over its history; with the rules off it has none. */
export function diaryRows(diary: DemoDiary, today: CalendarDay, alertsOn = true): DiaryRows {
  const lastDay = addDays(today, -1 - diary.quietDays);
  const person = generatePerson(diary.kind, { seed: DEMO_SEED, lastDay, timeZone: diary.timeZone });
  const random = seededRandom(mixSeed(DEMO_SEED, diary.id.charCodeAt(diary.id.length - 1)));
  const judgedDays = alertsOn ? judgeDiary(person) : person.checkIns.map((checkIn): JudgedDay => ({ checkIn, evaluation: { alerts: [], couldNotCheck: [] } }));
  const days = judgedDays.map((judged) => ({ ...judged, id: seededUuid(judged.checkIn.recordedAt, random) }));
  const ownerId = DEMO_USERS[diary.owner].id;
  const at = (day: CalendarDay) => instantAt(day, 18 * 60 + 40, diary.timeZone);
  const options: CourseOptions = { diaryId: diary.id, ownerId, person, lastDay, seed: DEMO_SEED };
  const course = COURSES[person.kind];
  const relapses = person.relapses.map((relapse) => ({ ...relapse, id: seededUuid(relapse.startedAt, random) }));
  const medicines = person.medications.map((medicine) => ({ ...medicine, id: seededUuid(at(today), random) }));
  return {
    diaries: [diaryRow(diary, person, person.checkIns[0]?.recordedAt ?? at(today))],
    check_ins: days.map((day) => ({ ...checkInRow(diary.id, ownerId, day, alertsOn), trackers: trackersOn(day.checkIn, daysBetween(day.checkIn.day, lastDay), options) })),
    alerts: alertRows(diary.id, ownerId, days),
    relapses: [...relapses.map((relapse, index) => ({
      diary_id: diary.id, relapse_id: relapse.id, status: relapse.status, started_on: relapse.startedOn, started_at: relapse.startedAt,
      ended_on: relapse.endedOn ?? null, ended_at: relapse.endedAt ?? null, start_precision: "day", end_precision: relapse.endedOn ? "day" : null,
      symptoms: relapse.symptoms, ...toldColumns(course.relapses[index], relapse.endedAt ?? relapse.startedAt),
    })), ...pastRelapseRows(options, random)],
    medicines: medicines.map((medicine) => ({
      diary_id: diary.id, medicine_id: medicine.id, name: medicine.name, class: medicine.class ?? null,
      started_on: medicine.startedOn, last_dose_on: medicine.lastDoseOn ?? null, stopped_on: medicine.stoppedOn ?? null,
      ...medicineTold(medicine, course, relapses, today), created_at: at(addDays(today, -1)), updated_at: at(addDays(today, -1)),
    })),
    medicine_events: medicineEventRows(options, medicines.map((medicine) => ({ ...medicine, doses: medicine.class === "steroid-course" ? [] : medicine.doses })), random),
    measures: measureRows(options, random),
    visits: visitRows(options, random),
    grants: diary.grants.map((grant) => ({
      diary_id: diary.id, grant_id: grant.id, grantee_id: DEMO_USERS[grant.grantee].id, role: grant.role, scopes: grant.scopes,
      history_from: null, created_at: at(addDays(today, -grant.daysAgo)), expires_at: at(addDays(today, grant.lastsDays - grant.daysAgo)),
      revoked_at: null,
    })),
    access_events: accessEventRows(diary, days, today, at, random),
  };
}

function diaryRow(diary: DemoDiary, person: DemoPerson, since: Date) {
  return {
    diary_id: diary.id, owner_id: DEMO_USERS[diary.owner].id, display_name: DEMO_USERS[diary.owner].name, birth_date: person.birthDate,
    ms_type: person.msType, ms_year: person.msYear, profile: person.profile, set_up_done: true, trackers: trackerNames(person), is_demo: true, created_at: since, updated_at: since,
  };
}

/** A course of steroids belongs to the relapse in which it began. */
function medicineTold(medicine: DemoMedicine, course: Course, relapses: readonly (DemoRelapse & { id: string })[], today: CalendarDay) {
  const { kind = "regular", dose, reason, sideEffects, stopReason, nextDoseInDays } = course.medicines[medicine.name] ?? {};
  const treated = medicine.class !== "steroid-course" ? undefined
    : relapses.find(({ startedOn, endedOn }) => medicine.startedOn && medicine.startedOn >= startedOn && (!endedOn || medicine.startedOn <= endedOn));
  return {
    kind, dose: dose ?? null, reason: reason ?? null, side_effects: sideEffects ?? null, stop_reason: stopReason ?? null,
    next_dose_on: nextDoseInDays === undefined ? null : addDays(today, nextDoseInDays), relapse_id: treated?.id ?? null,
  };
}

type StoredDay = JudgedDay & { id: string };

function checkInRow(diaryId: string, ownerId: string, { id, checkIn, evaluation }: StoredDay, alertsOn: boolean) {
  const { recordedAt, enteredAt, timeZone, day, scores, confirmedUnchanged, note, ...details } = checkIn;
  return {
    diary_id: diaryId, check_in_id: id, revision: 1, recorded_at: recordedAt, entered_at: enteredAt, received_at: enteredAt, day,
    time_zone: timeZone, ...scores, details, note, confirmed_unchanged: confirmedUnchanged, entered_by_id: ownerId,
    rules_version: alertsOn ? RULES_VERSION : "off", could_not_check: evaluation.couldNotCheck,
    content_hash: createHash("sha256").update(JSON.stringify([recordedAt, scores, details, note])).digest("hex"), superseded_at: null,
  };
}

/** Every alert is stored; those shown by the rules of showing are answered, and the others only stand in the diary. */
function alertRows(diaryId: string, ownerId: string, days: readonly StoredDay[]): Rows {
  const told: ToldAlert[] = [];
  return days.flatMap(({ id, checkIn, evaluation }) => {
    const raisedAt = checkIn.recordedAt.getTime();
    const { messages, more } = presentationOf({ checkInId: id, alerts: evaluation.alerts }, told, checkIn.recordedAt);
    return evaluation.alerts.map((alert) => {
      const answer = ANSWERS_BY_TIER[alert.tier];
      const isShown = [...messages, ...more].some((message) => message.alert === alert);
      const shownAt = isShown ? new Date(raisedAt + SHOWN_AFTER_MS) : null;
      const [response, respondedAt] = isShown && answer ? [answer.response, new Date(raisedAt + answer.afterMs)] : [null, null];
      told.push({ ...alert, checkInId: id, revision: 1, recordedAt: checkIn.recordedAt, raisedAt: checkIn.recordedAt, shownAt, response, respondedAt });
      return {
        diary_id: diaryId, check_in_id: id, check_in_revision: 1, rule_id: alert.ruleId, rule_version: alert.ruleVersion, tier: alert.tier,
        evidence: alert.evidence, found_by: "both", raised_at: checkIn.recordedAt, shown_at: shownAt,
        response, responded_at: respondedAt, responded_by_id: response && ownerId,
      };
    });
  });
}

/** Who looked: the caregiver most weeks and on the evening of an emergency, the clinician now and then, the owner giving access. */
function accessEventRows(diary: DemoDiary, days: StoredDay[], today: CalendarDay, at: (day: CalendarDay) => Date, random: Random): Rows {
  return diary.grants.flatMap((grant) => {
    const actorId = DEMO_USERS[grant.grantee].id;
    const given = at(addDays(today, -grant.daysAgo)).getTime();
    const looked = (when: number, action: string) => ({ at: new Date(when), actor_id: actorId, role: grant.role, action, grant_id: grant.id });
    const every = grant.role === "caregiver" ? 6 : 17;
    const visits = Array.from({ length: Math.floor((grant.daysAgo - 1) / every) + 1 }, (_, index) =>
      looked(at(addDays(today, -1 - index * every)).getTime() - Math.floor(random() * 3 * HOUR_MS), "check-ins:read"));
    const alerted = grant.role === "caregiver"
      ? days.filter(({ evaluation }) => evaluation.alerts.some(({ tier }) => tier === "EMERGENCY"))
        .map(({ checkIn }) => looked(checkIn.recordedAt.getTime() + 9 * 60_000, "alerts:read"))
      : [];
    return [
      { at: new Date(given), actor_id: DEMO_USERS[diary.owner].id, role: "owner", action: "grants:write", grant_id: null },
      ...visits, ...alerted,
    ].filter((event) => event.at.getTime() >= given && event.at.getTime() < Date.parse(`${today}T00:00:00Z`) + DAY_MS)
      .map((event) => ({ diary_id: diary.id, event_id: seededUuid(event.at, random), ...event }));
  });
}
