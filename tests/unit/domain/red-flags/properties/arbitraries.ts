import fc from "fast-check";
import type { Answers, JudgedCheckIn, Medication, Profile, RecordedRelapse, Scores } from "@/lib/domain/check-in/check-in";
import {
  BLADDERS, BODY_AREAS, BOWELS, EYE_PAINS, EYES, INFECTIONS, MEDICINE_CLASSES, MOBILITIES, NEVER_DISCOUNTED_SIGNS, ONSETS, QUESTIONS, SIGNS,
  TRIGGERS, USUAL_BLADDERS, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
} from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";

/** Everything the schemas let in, with the odd cases made likely: clock changes, strange zones, same instants, no order. */
export type Judged = { checkIn: JudgedCheckIn; context: RuleContext };

const ZONES = [
  "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Chatham", "America/St_Johns", "Australia/Lord_Howe",
  "Africa/Casablanca", "Antarctica/Troll", "Pacific/Pago_Pago", "UTC",
] as const;
export const zone = fc.constantFrom(...ZONES);

/** Any moment of some years, or the night of a clock change (London, New York, Lord Howe, Apia's skipped day). */
export const moment = fc.oneof(
  fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2028, 0, 1) }),
  fc.tuple(fc.constantFrom("2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-04-04T15:00Z", "2026-12-31T23:30Z"), fc.integer({ min: -36, max: 36 }))
    .map(([night, hours]) => Date.parse(night) + hours * HOUR_MS),
);

/** About half the time; `freq` is one nil in so many, so 1 would never answer. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const oneOf = <T>(values: readonly T[]) => maybe(fc.constantFrom(...values));
const someOf = <T>(values: readonly T[], maxLength: number) => maybe(fc.subarray([...values], { maxLength }));

/** Leaves out what was not answered: an absent key is what the domain calls unknown. */
function given<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
/** What crosses a boundary was JSON, so no object lacks its prototype. */
const PLAIN = { noNullPrototype: true } as const;
const object = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, PLAIN).map((value) => given(value as object) as object);

const score = fc.integer({ min: 0, max: 10 });
export const scores: fc.Arbitrary<Scores> = fc.record({ fatigue: score, numbness: score, vision: score, walking: score }, PLAIN);
const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);

export const answers = object({
  onset: maybe(object({ fatigue: oneOf(ONSETS), numbness: oneOf(ONSETS), vision: oneOf(ONSETS), walking: oneOf(ONSETS), weakness: oneOf(ONSETS), signs: oneOf(ONSETS) })),
  vision: maybe(object({ loss: oneOf(VISION_LOSSES), eyes: oneOf(EYES), eyePain: oneOf(EYE_PAINS), doubleVision: maybe(fc.boolean()) })),
  numbness: maybe(object({ areas: someOf(BODY_AREAS, 8) })),
  weakness: maybe(object({ severity: oneOf(WEAKNESS_SEVERITIES), areas: someOf(WEAKNESS_AREAS, 7) })),
  walking: maybe(object({ ability: oneOf(WALKING_ABILITIES), falls: maybe(fc.integer({ min: 0, max: 20 })), timed25FootSeconds: maybe(tenths(2, 180)) })),
  bladder: oneOf(BLADDERS), bowel: oneOf(BOWELS),
  temperatureC: maybe(fc.oneof(tenths(33, 43), tenths(37, 39))),
  infection: someOf(INFECTIONS, 3), triggers: someOf(TRIGGERS, 3), signs: someOf(SIGNS, 3), skipped: someOf(QUESTIONS, 4),
}) as fc.Arbitrary<Answers>;

export const profile = object({
  country: oneOf(["GB", "US", "XX"]), timeZone: maybe(zone), mobility: oneOf(MOBILITIES),
  usual: maybe(object({
    scores: maybe(scores),
    vision: maybe(object({ loss: oneOf(VISION_LOSSES), eyes: oneOf(EYES), doubleVision: maybe(fc.boolean()) })),
    weakness: maybe(object({ severity: oneOf(WEAKNESS_SEVERITIES), areas: someOf(WEAKNESS_AREAS, 7) })),
    numbness: someOf(BODY_AREAS, 8), walking: oneOf(WALKING_ABILITIES), bladder: oneOf(USUAL_BLADDERS), bowel: oneOf(BOWELS),
    signs: someOf(SIGNS.filter((sign) => !NEVER_DISCOUNTED_SIGNS.includes(sign)), 4),
  })),
  usualTemperatureC: maybe(tenths(35, 37)), spinalLesion: maybe(fc.boolean()), pregnant: maybe(fc.boolean()), postpartum: maybe(fc.boolean()),
  pregnancyMedicineReviewed: maybe(fc.boolean()),
}) as fc.Arbitrary<Profile>;

export function checkInAt(instant: number, timeZone: string, given: Answers, scores: Scores): JudgedCheckIn {
  const recordedAt = new Date(instant);
  return { ...given, scores, recordedAt, timeZone, day: dayOf(recordedAt, timeZone) };
}

const age = fc.oneof(
  fc.integer({ min: -2 * DAY_MS, max: 8 * DAY_MS }), fc.integer({ min: 0, max: 200 * DAY_MS }), fc.integer({ min: 0, max: 500 }).map((days) => days * DAY_MS),
  fc.constantFrom(0, 12 * HOUR_MS, DAY_MS, 36 * HOUR_MS, 7 * DAY_MS, 60 * DAY_MS, 180 * DAY_MS),
);

/** Some weeks of one check-in a day that all say about the same: what baselines, long-standing findings and runs are made of. */
const steadySpell = (now: number) => fc.tuple(answers, scores, zone, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }))
  .map(([said, rated, timeZone, endDaysAgo, count]) => Array.from({ length: count }, (_, i) => checkInAt(now - (endDaysAgo + i) * DAY_MS - HOUR_MS, timeZone, said, rated)));
const singles = (now: number) => fc.array(
  fc.tuple(age, zone, answers, scores).map(([ms, timeZone, said, rated]) => checkInAt(now - ms, timeZone, said, rated)), { maxLength: 12 });

const history = (now: number) => fc.oneof(
  fc.constant<JudgedCheckIn[]>([]), singles(now), fc.tuple(singles(now), steadySpell(now)).map(([few, many]) => [...few, ...many]),
  fc.tuple(steadySpell(now), steadySpell(now), singles(now)).map((parts) => parts.flat()),
);

const dateNear = (now: number) => fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: 0, max: 1500 })).map((days) => new Date(now - days * DAY_MS).toISOString().slice(0, 10));
const medications = (now: number) => fc.array(object({
  class: oneOf(MEDICINE_CLASSES), name: fc.constant("a medicine"), startedOn: maybe(dateNear(now)), lastDoseOn: maybe(dateNear(now)), stoppedOn: maybe(dateNear(now)),
}) as fc.Arbitrary<Medication>, { maxLength: 3 });
const relapses = (now: number) => fc.array(
  fc.tuple(age, maybe(fc.integer({ min: 0, max: 120 * DAY_MS }))).map(([ms, lasts]): RecordedRelapse =>
    ({ startedAt: new Date(now - ms), ...(lasts !== undefined && { endedAt: new Date(now - ms + lasts) }) })), { maxLength: 3 });

/** A check-in with all that it is judged by. `late` is how long after it `now` is. */
export const judged = (late: fc.Arbitrary<number> = fc.constantFrom(0, 0, 0, -10 * MINUTE_MS, -3 * HOUR_MS, 2 * DAY_MS, 7 * DAY_MS, 9 * DAY_MS)): fc.Arbitrary<Judged> =>
  fc.tuple(moment, late).chain(([instant, lateBy]) => fc.record({
    said: answers, rated: scores, timeZone: zone, past: history(instant), profile, medications: medications(instant), relapses: relapses(instant), repeats: fc.boolean(),
  }, PLAIN).map(({ said, rated, timeZone, past, profile, medications, relapses, repeats }) => ({
    checkIn: checkInAt(instant, timeZone, said, rated),
    // Often the last days said the same as C: then long-standing, persisting and runs come into play.
    context: {
      now: new Date(instant + lateBy), profile, medications, relapses,
      history: repeats ? [...past, ...[1, 2, 3].map((days) => checkInAt(instant - days * DAY_MS, timeZone, said, rated))] : past,
    },
  })));

/** Judged soon enough for EMERGENCY and URGENT to stand as they are. */
export const judgedInTime = judged(fc.constantFrom(0, 0, -10 * MINUTE_MS, 2 * DAY_MS, 7 * DAY_MS));
