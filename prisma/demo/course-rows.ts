import type { TrackerName, Trackers } from "@/lib/domain/check-in/trackers";
import { firstDayOf, lastDayOf, monthOf } from "@/lib/domain/check-in/month";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { COURSES, type CourseTracker, type RelapseTold } from "@/prisma/demo/course";
import { instantAt } from "@/prisma/demo/local-time";
import { slowWave, type DemoCheckIn, type DemoPerson } from "@/prisma/demo/person";
import { mixSeed, seededRandom, seededUuid, wobble, type Random } from "@/prisma/demo/random";

export type CourseOptions = { diaryId: string; ownerId: string; person: DemoPerson; lastDay: CalendarDay; seed: number };

/** The trackers of a day: most days have them, each day drawn from a stream of its own. */
export function trackersOn({ day }: Pick<DemoCheckIn, "day">, daysAgo: number, { person, seed }: Pick<CourseOptions, "person" | "seed">): Trackers {
  const random = seededRandom(mixSeed(seed, 6_400, daysAgo));
  if (random() < 0.22) return {};
  const valueOf = ({ usual, drift }: CourseTracker, index: number) =>
    Math.max(0, Math.min(10, Math.round(usual + slowWave(mixSeed(seed, 700 + index), daysAgo) * drift + wobble(random, 0.35) + hardDays(person, day))));
  return Object.fromEntries(trackersOf(person).map(([name, tracker], index) => [name, valueOf(tracker, index)]));
}

/** Switched on, in the order they are shown. */
export const trackerNames = (person: DemoPerson): TrackerName[] => trackersOf(person).map(([name]) => name);

const trackersOf = ({ kind }: DemoPerson) => Object.entries(COURSES[kind].trackers) as [TrackerName, CourseTracker][];

/** A relapse makes everything harder. */
const hardDays = ({ relapses }: DemoPerson, day: CalendarDay) =>
  relapses.some(({ status, startedOn, endedOn }) => status.startsWith("confirmed") && day >= startedOn && (!endedOn || day <= endedOn)) ? 2 : 0;

/** The columns of a relapse beside its dates. Every row names them all, so that one statement stores them. */
export const toldColumns = (told: RelapseTold = {}, at: Date) => ({
  sides: told.sides ?? [], regions: told.regions ?? [], infection: told.infection ?? null, heat: told.heat ?? null, days_off_work: told.daysOffWork ?? null,
  felt_recovery: told.feltRecovery ?? null, note: told.note ?? null, team_said: told.teamSaid ?? null, found_by: told.foundBy ?? "person", created_at: at, updated_at: at,
});

/** Relapses from before the diary, known to the month. */
export function pastRelapseRows({ diaryId, person, lastDay }: CourseOptions, random: Random) {
  return COURSES[person.kind].pastRelapses.map(({ monthsAgo, lastedMonths, symptoms, told }) => {
    const startedOn = firstDayOf(monthOf(addDays(lastDay, -Math.round(monthsAgo * 30.4))));
    const endedOn = lastDayOf(monthOf(addDays(startedOn, lastedMonths * 30)));
    const startedAt = instantAt(startedOn, 0, person.timeZone);
    return {
      diary_id: diaryId, relapse_id: seededUuid(startedAt, random), status: told.teamSaid === "relapse" ? "confirmed-by-team" : "confirmed-by-me", started_on: startedOn, started_at: startedAt,
      ended_on: endedOn, ended_at: instantAt(endedOn, 23 * 60 + 59, person.timeZone), start_precision: "month", end_precision: "month", symptoms,
      ...toldColumns(told, instantAt(lastDay, 1_100, person.timeZone)),
    };
  });
}

export type StoredMedicine = { id: string; name: string; doses: readonly CalendarDay[] };

/** Infusions, doses that were missed, and those taken as needed. */
export function medicineEventRows({ diaryId, person, lastDay }: CourseOptions, medicines: readonly StoredMedicine[], random: Random) {
  const course = COURSES[person.kind];
  return medicines.flatMap(({ id, name, doses }) => {
    const back = (list: readonly number[] = []) => list.map((daysAgo) => addDays(lastDay, -daysAgo));
    const rowsOf = (kind: "infusion" | "missed" | "taken", days: readonly CalendarDay[]) => days.map((day) => {
      const at = instantAt(day, 17 * 60 + 30, person.timeZone);
      return { diary_id: diaryId, event_id: seededUuid(at, random), medicine_id: id, kind, day, note: null, created_at: at };
    });
    return [...rowsOf("infusion", doses), ...rowsOf("missed", back(course.missed[name])), ...rowsOf("taken", back(course.taken[name]))];
  });
}

/** Timed walks, where a check-in holds one, as two runs of which it is the mean; then what the clinic told. */
export function measureRows({ diaryId, ownerId, person, lastDay }: CourseOptions, random: Random) {
  const row = (at: Date, day: CalendarDay, rest: { kind: string; value: number | null; details: object }) => ({
    diary_id: diaryId, measure_id: seededUuid(at, random), ...rest, day, recorded_at: at, time_zone: person.timeZone, entered_by_id: ownerId, created_at: at, updated_at: at,
  });
  const walks = person.checkIns.flatMap(({ walking, recordedAt, day }) => {
    const seconds = walking?.timed25FootSeconds;
    if (seconds === undefined) return [];
    const apart = Math.round(random() * 3) / 10;
    const runs = [seconds + apart, seconds - apart].map((each) => ({ kind: "timed", seconds: Math.round(each * 10) / 10, by: "phone" }));
    return [row(new Date(recordedAt.getTime() - 600_000), day, { kind: "timed-walk", value: seconds, details: { aid: walking?.ability ?? "unaided", runs } })];
  });
  const told = COURSES[person.kind].measures.map(({ kind, value, details, daysAgo }) => {
    const day = addDays(lastDay, -daysAgo);
    return row(instantAt(day, 16 * 60, person.timeZone), day, { kind, value, details });
  });
  return [...walks, ...told];
}

export function visitRows({ diaryId, person, lastDay }: CourseOptions, random: Random) {
  return COURSES[person.kind].visits.map(({ daysAgo, time, withWhom, questions = [], mainConcern, agreed }) => {
    const day = addDays(lastDay, -daysAgo);
    const at = instantAt(addDays(lastDay, -Math.max(0, daysAgo)), 18 * 60, person.timeZone);
    return {
      diary_id: diaryId, visit_id: seededUuid(at, random), day, time: time ?? null, with_whom: withWhom, questions,
      main_concern: mainConcern ?? null, agreed: agreed ?? null, created_at: at, updated_at: at,
    };
  });
}
