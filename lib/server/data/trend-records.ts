import "server-only";
import type { Answers, JudgedCheckIn, Medication, Profile } from "@/lib/domain/check-in/check-in";
import { TRACKERS, type TrackerName, type Trackers } from "@/lib/domain/check-in/trackers";
import { INFECTIONS, type MedicineClass } from "@/lib/domain/check-in/vocabulary";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { FEVER, RELATIVE_FEVER, RELATIVE_FEVER_RISE } from "@/lib/domain/red-flags/infection";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { DayRow } from "@/lib/domain/trends/day-series";
import type { DoseEntry } from "@/lib/domain/trends/marks";
import type { TrendRelapse } from "@/lib/domain/trends/trends";
import { readOwnDiary } from "@/lib/server/access";
import { env } from "@/lib/server/env";

type TrendQuery = {
  diaryId: string;
  /** check-ins and imported days between two days, both included */
  from: CalendarDay;
  to: CalendarDay;
  /** from here on check-ins are also read with all their answers, for the usual */
  usualFrom: CalendarDay;
  alertsSince: Date;
  /** the trackers to read; others are left in the database */
  trackers: readonly TrackerName[];
  /** decides what an infection sign and a fever is */
  profile: Profile;
};

/** What the trend is drawn from. */
export type TrendRecords = {
  /** every check-in and imported day, `at` counted from `from` of the question; in no order */
  rows: DayRow[];
  /** those since `usualFrom`, oldest first, without notes */
  checkIns: JudgedCheckIn[];
  /** what was told of the entries that stand: without those of an answer that was corrected, and without repetitions that were stored and not shown again */
  alerts: { tier: Tier; raisedAt: Date }[];
  relapses: TrendRelapse[];
  medicines: Medication[];
  doses: DoseEntry[];
};

type CheckInRow = [recordedAt: string, day: string, timeZone: string, fatigue: number, numbness: number, vision: number, walking: number, details: Answers];
type Found = {
  days: string | null;
  checkIns: CheckInRow[] | null;
  alerts: [Tier, string][] | null;
  relapses: [status: string, startedOn: string, startedAt: string, endedOn: string | null, endedAt: string | null][] | null;
  medicines: [name: string, medicineClass: MedicineClass | null, startedOn: string | null, lastDoseOn: string | null, stoppedOn: string | null][] | null;
  doses: [name: string, day: string][] | null;
};

/**
 * Days, alerts, relapses and medicines of the trend in one statement behind one gate: the page is drawn from all, and a gate each
 * would cost a transaction each. A day is one number, since ten years are read as often as one month. Owner only: whoever else reads
 * is logged scope by scope, so they read list by list. No alerts in a plain diary.
 * @throws NotFoundError when the viewer may not read this diary: the same answer as when there is none.
 */
export async function readTrendRecords(viewer: Viewer, query: TrendQuery): Promise<TrendRecords> {
  const { diaryId, from, to, usualFrom, alertsSince, trackers, profile } = query;
  const wanted = TRACKERS.filter((name) => trackers.includes(name)); // in one order, so that few statements are prepared
  const usualTemperature = profile.usualTemperatureC === undefined ? null : Math.round(profile.usualTemperatureC * 10);
  const found = await readOwnDiary<Found>(viewer, diaryId, {
    name: `trend-records-${wanted.join("-")}`, text: statementOf(wanted),
    values: [from, to, usualFrom, alertsSince, infectionSigns(profile), usualTemperature],
  });
  return {
    rows: toDayRows(found.days, wanted),
    checkIns: (found.checkIns ?? []).map(toCheckIn),
    alerts: !env().DAYMARK_ALERTS ? [] : (found.alerts ?? []).map(([tier, raisedAt]) => ({ tier, raisedAt: new Date(raisedAt) })),
    relapses: (found.relapses ?? []).map(([status, startedOn, startedAt, endedOn, endedAt]) => ({
      status, startedOn, startedAt: new Date(startedAt), endedOn, endedAt: endedAt ? new Date(endedAt) : null,
    })),
    medicines: (found.medicines ?? []).map(toMedication),
    doses: (found.doses ?? []).map(([name, day]) => ({ name, day })),
  };
}

/** The infection signs of `infectionSignsOf`. */
const infectionSigns = ({ usual }: Profile): string[] => INFECTIONS.filter((item) => item !== "cold" && !(item === "cloudy-urine" && usual?.bladder === "catheter"));

/** A score is one digit of a number in base 12; this one is an unknown. */
const UNKNOWN = 11;
const [HOT, INFECTED, IMPORTED] = [1, 2, 4];

/** How many decimal places the trackers of a day take. */
const placesOf = (trackers: readonly TrackerName[]): number => (trackers.length === 0 ? 0 : String(12 ** trackers.length - 1).length);

function toDayRows(days: string | null, trackers: readonly TrackerName[]): DayRow[] {
  if (!days) return [];
  const rows: DayRow[] = [];
  const places = placesOf(trackers);
  // Days that are alike share what they say: ten years are mostly a few hundred different days.
  const scoresOf = kept((packed) => ({ fatigue: digit(packed, 1728), numbness: digit(packed, 144), vision: digit(packed, 12), walking: digit(packed, 1) }));
  const trackersOf = kept((packed) => toTrackers(packed, trackers));
  for (let start = 0; start < days.length;) {
    const comma = days.indexOf(",", start);
    const end = comma < 0 ? days.length : comma;
    const text = days.slice(start, end);
    start = end + 1;
    const packed = Number(text.slice(0, Math.max(0, text.length - places)));
    const flags = packed % 8;
    const scores = Math.floor(packed / 8);
    const row: DayRow = {
      at: Math.floor(scores / 20_736), scores: scoresOf(scores % 20_736),
      isHot: (flags & HOT) > 0, isInfected: (flags & INFECTED) > 0, isImported: (flags & IMPORTED) > 0,
    };
    if (places > 0) row.trackers = trackersOf(Number(text.slice(-places)));
    rows.push(row);
  }
  return rows;
}

/** Makes each value once. */
function kept<Value>(make: (packed: number) => Value): (packed: number) => Value {
  const made = new Map<number, Value>();
  return (packed) => {
    let value = made.get(packed);
    if (value === undefined) made.set(packed, (value = make(packed)));
    return value;
  };
}

/** One digit a tracker that was asked for, the last one last; what is unknown stays absent. */
function toTrackers(packed: number, names: readonly TrackerName[]): Trackers {
  const logged: Trackers = {};
  names.forEach((name, index) => {
    const value = digit(packed, 12 ** (names.length - 1 - index));
    if (value !== null) logged[name] = value;
  });
  return logged;
}

function digit(scores: number, place: number): number | null {
  const value = Math.floor(scores / place) % 12;
  return value === UNKNOWN ? null : value;
}

/**
 * Every part starts from the diary of the gate, $2. A day is ((((at * 12 + fatigue) * 12 + numbness) * 12 + vision) * 12 + walking) * 8 + flags,
 * its fever that of `hasFever`; its last decimal places are the trackers that were asked for, in the same way. One number a day and no text
 * put together: that would cost more than the reading.
 * @param trackers names of the list alone: they stand in the text
 */
function statementOf(trackers: readonly TrackerName[]): string {
  const packed = trackers.reduce((before, name) => `(${before}) * 12 + coalesce((trackers->>'${name}')::bigint, ${UNKNOWN})`, "0");
  const logged = `* ${10 ** placesOf(trackers)}::bigint + ${packed}`;
  return `select json_build_object(
  'days', (select string_agg((((((((day - $3::date)::bigint * 12 + coalesce(fatigue, ${UNKNOWN})) * 12 + coalesce(numbness, ${UNKNOWN})) * 12
      + coalesce(vision, ${UNKNOWN})) * 12 + coalesce(walking, ${UNKNOWN})) * 8 + flags) ${logged})::text, ',')
    from (select day, fatigue, numbness, vision, walking, trackers,
        coalesce(details->'triggers' ? 'heat', false)::int * ${HOT}
        + (coalesce(details->'infection' ?| $7::text[], false)
          or coalesce((details->>'temperatureC')::numeric * 10 >= ${FEVER}
            or ((details->>'temperatureC')::numeric * 10 >= ${RELATIVE_FEVER} and (details->>'temperatureC')::numeric * 10 - $8::numeric >= ${RELATIVE_FEVER_RISE}), false))::int * ${INFECTED} as flags
        from check_ins where diary_id = $2 and superseded_at is null and day between $3::date and $4::date
      union all
      select day, fatigue, numbness, vision, walking, trackers, ${IMPORTED} from imported_days where diary_id = $2 and day between $3::date and $4::date) logged),
  'checkIns', (select json_agg(json_build_array(recorded_at, day, time_zone, fatigue, numbness, vision, walking, details) order by recorded_at, check_in_id)
    from check_ins where diary_id = $2 and superseded_at is null and day between $5::date and $4::date),
  'alerts', (select json_agg(json_build_array(tier, raised_at) order by raised_at)
    from alerts where diary_id = $2 and raised_at >= $6::timestamptz and response is distinct from 'corrected'
      and (shown_at is not null or tier in ('EMERGENCY', 'URGENT'))
      and exists (select from check_ins c where c.diary_id = $2 and c.check_in_id = alerts.check_in_id and c.superseded_at is null)),
  'relapses', (select json_agg(json_build_array(status, started_on, started_at, ended_on, ended_at) order by started_at)
    from relapses where diary_id = $2 and removed_at is null),
  'medicines', (select json_agg(json_build_array(name, class, started_on, last_dose_on, stopped_on) order by name, medicine_id)
    from medicines where diary_id = $2 and removed_at is null),
  'doses', (select json_agg(json_build_array(m.name, e.day) order by e.day, m.name)
    from medicine_events e join medicines m on m.diary_id = $2 and m.medicine_id = e.medicine_id and m.removed_at is null
    where e.diary_id = $2 and e.removed_at is null and e.kind = 'infusion' and e.day between $3::date and $4::date))`;
}

function toCheckIn([recordedAt, day, timeZone, fatigue, numbness, vision, walking, details]: CheckInRow): JudgedCheckIn {
  return { ...details, recordedAt: new Date(recordedAt), day, timeZone, scores: { fatigue, numbness, vision, walking } };
}

function toMedication([name, medicineClass, startedOn, lastDoseOn, stoppedOn]: NonNullable<Found["medicines"]>[number]): Medication {
  return { name, ...(medicineClass && { class: medicineClass }), ...(startedOn && { startedOn }), ...(lastDoseOn && { lastDoseOn }), ...(stoppedOn && { stoppedOn }) };
}
