import type { Answers } from "@/lib/domain/check-in/check-in";
import { ONSETS, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { heat, infection, onset, score, signs, temperature } from "../common";
import { DAY, type Draft, HOUR, MINUTE, type Past, put, usual } from "../draft";
import { type Choice, type Dimension, each, none, type Space } from "../space";

/** Weeks of entries, the swing of their scores, and days in the heat: what "usual" is made of. `level` is the score on a calm day. */
const WEEKS: readonly (readonly number[])[] = [
  [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31], [9, 11, 13, 15, 17], [9, 11, 13, 15], [8, 20, 40, 60, 100, 150], [10, 20, 30, 40, 50, 60, 95, 110, 125, 140, 155, 170],
];
const weeks = (name: ScoreName, level: number): Dimension[] => [
  [none, ...WEEKS.map((ages): Choice => (draft) => { for (const age of ages) draft.past.push({ part: "weeks", age: age * DAY + 7_000, answers: {}, scores: { [name]: level } }); })],
  each<(at: number) => Partial<Past>>([
    () => ({}), (at) => (at % 4 === 1 ? { scores: { [name]: level + 4 } } : {}), (at) => (at % 2 === 1 ? { scores: { [name]: level + 3 } } : {}),
    (at) => (at % 2 === 0 ? { answers: { triggers: ["heat"] }, scores: { [name]: level + 2 } } : {}), (at) => (at === 0 ? { answers: { temperatureC: 38.2 } } : {}),
  ], (draft, change) => draft.past.filter(({ part }) => part === "weeks").forEach((past, at) => Object.assign(past, change(at)))),
];

const AGES = [
  6 * HOUR, DAY - MINUTE, DAY, 30 * HOUR, 2 * DAY - MINUTE, 2 * DAY, 3 * DAY - MINUTE, 3 * DAY, 5 * DAY, 7 * DAY, 7 * DAY + 3 * HOUR, 14 * DAY, 14 * DAY + MINUTE, 20 * DAY, 29 * DAY, 30 * DAY, 31 * DAY,
];
/** Mostly nothing, or every run would stand beside an infection. */
const rarely = (dimension: Dimension): Dimension => [...Array.from({ length: dimension.length * 4 }, () => none), ...dimension];
const SAID: readonly Answers[] = [...Array.from({ length: 12 }, () => ({})), ...Array.from({ length: 7 }, () => ({ triggers: ["heat" as const] })), { infection: ["cough"] }, { temperatureC: 38.1 }];

/** One step of a spell: its age, its score, what else it said, and when it said it began. */
function step(part: string, name: ScoreName, level: number, onsetOf: Exclude<ScoreName, "fatigue"> | "fatigue", findings: readonly Answers[]): Dimension[] {
  const own = (draft: Draft, change: (past: Past) => void) => draft.past.filter((past) => past.part === part).forEach(change);
  return [
    [none, ...each(AGES, (draft, age) => { draft.past.push({ part, age: age + Number(part) * 1_000 * (age % HOUR === 0 ? 0 : 1) + (part === "1" ? 0 : Number(part)), answers: {} }); })],
    each([0, 1, 2, 2, 3, 3, 5], (draft, above) => own(draft, (past) => { past.scores = { [name]: Math.min(10, level + above) }; })),
    each(SAID, (draft, said) => own(draft, (past) => { past.answers = { ...past.answers, ...said }; })),
    [none, none, ...each(ONSETS, (draft, onset) => own(draft, (past) => { past.answers = { ...past.answers, onset: { [onsetOf]: onset } }; }))],
    each(findings, (draft, said) => own(draft, (past) => { past.answers = { ...past.answers, ...structuredClone(said) }; })),
  ];
}

/** All days of the last week or fortnight alike: wide swings, sustained runs and recovery. */
const lastDays = (name: ScoreName, level: number): Dimension => [none, none, none, ...each([[8, 2], [8, 3], [7, 2], [15, 3], [5, 0], [8, 1]] as const, (draft, [count, above]) => {
  for (let day = 1; day <= count; day += 1) draft.past.push({ part: "days", age: day * DAY - HOUR, answers: {}, scores: { [name]: level + above } });
})];

const recorded: Dimension = [none, none, ...each([
  [2, undefined], [3, undefined], [4, undefined], [10, undefined], [29, undefined], [30, undefined], [31, 5], [45, undefined], [60, 40], [90, undefined], [90.01, undefined], [120, undefined], [180, undefined],
  [180.01, undefined], [200, undefined], [10, -3], [40, 10],
] as const, (draft, [startedDays, endedDays]) => {
  draft.relapses.push({ startedAgo: startedDays * DAY, ...(endedDays !== undefined && { endedAgo: endedDays * DAY }) });
})];

const medicine: Dimension = [none, none, none, none, none, ...each(["natalizumab", "S1P-modulator", "anti-CD20", "interferon", "steroid-course"] as const, (draft, name) => {
  draft.medications.push({ class: name, name });
})];

const runs = (name: ScoreName, level: number, findings: readonly Answers[], more: readonly Dimension[]): Space => ({
  name: `runs of ${name}`, cases: 3_000,
  core: [onset(name), score(name, [0, 1, 2, 3, 4, 5, 7].map((above) => level + above)), heat.slice(0, 2)],
  rest: [
    ...weeks(name, level), lastDays(name, level), ...step("1", name, level, name, findings), ...step("2", name, level, name, findings), ...step("3", name, level, name, findings),
    recorded, medicine, rarely(infection), rarely(temperature.slice(-3)), rarely(signs([["personality-change"], ["vomiting"]])),
    [none, (draft) => usual(draft, { scores: { fatigue: level, numbness: level, vision: level, walking: level } })],
    rarely([(draft) => { draft.profile.pregnant = true; }]), each([{}, ...findings], (draft, said) => { Object.assign(draft.answers, structuredClone(said)); }), ...more,
  ],
});

const weak = (severity: "none" | "mild" | "moderate" | "severe", ...areas: NonNullable<NonNullable<Answers["weakness"]>["areas"]>): Answers => ({ weakness: { severity, areas } });
const slow = (name: ScoreName): Dimension[] => [each([0, 1, 2, 3], (draft, now) => {
  for (const age of [3, 6, 9, 12, 15, 18, 21, 28]) draft.past.push({ part: "lately", age: age * DAY + 5 * MINUTE - (age === 28 ? 5 * MINUTE : 0), answers: {}, scores: { [name]: now } });
}), each([[90, 100, 110, 120, 180], [89, 100, 110, 120, 180], [100, 110, 120, 130], [90, 100, 110, 120, 181]], (draft, ages) => {
  for (const age of ages) draft.past.push({ part: "long ago", age: age * DAY, answers: {}, scores: { [name]: 0 } });
})];

export const RUN_SPACES: readonly Space[] = [
  runs("numbness", 1, [{}, {}, { numbness: { areas: ["left-arm"] } }, { numbness: { areas: ["trunk"] } }], []),
  runs("vision", 1, [{}, {}, { vision: { loss: "blurred" } }, { vision: { doubleVision: true } }, { vision: { loss: "partial", eyes: "left" } }], []),
  runs("walking", 2, [{}, {}, { walking: { ability: "one-aid" } }, { walking: { ability: "few-steps" } }, { walking: { ability: "unaided" } }], [
    [none, (draft) => usual(draft, { walking: "unaided" }), (draft) => { draft.profile.mobility = "wheelchair-full-time"; }],
  ]),
  runs("fatigue", 3, [{}, { vision: { loss: "none" } }], []),
  {
    ...runs("numbness", 1, [{}, weak("mild", "left-arm"), weak("moderate", "left-leg", "right-leg"), weak("none"), weak("severe", "right-arm"), weak("mild")], [
      onset("weakness"), [none, (draft) => usual(draft, { weakness: { severity: "mild", areas: ["left-arm", "left-leg"] } })],
    ]), name: "runs of weakness",
  },
  {
    name: "slow changes", cases: 2_000,
    core: [score("walking", [0, 1, 2, 3, 4]), heat.slice(0, 2), each([0, 1, 2, 4], (draft, falls) => put(draft, "walking", { falls })), [none, ...each([8, 9.6, 9.5, 12], (draft, value) => put(draft, "walking", { timed25FootSeconds: value }))]],
    rest: [
      ...slow("walking"),
      each([[], [6, 1], [7, 3], [20, 2], [63, 8], [63.01, 8], [10, 1]] as const, (draft, [age, falls]) => { if (age) draft.past.push({ part: "fall", age: age * DAY + 30, answers: { walking: { falls: falls ?? 0 } } }); }),
      each([[], [1, 9.6], [0.99, 9.6], [14, 9.6], [14.01, 9.7], [2, 9.5]] as const, (draft, [age, value]) => { if (age) draft.past.push({ part: "walk", age: age * DAY + 60, answers: { walking: { timed25FootSeconds: value ?? 2 } } }); }),
      each([[], [20, 100], [20, 365], [20, 366], [14, 60], [20, 100, 200]] as readonly (readonly number[])[], (draft, ages) => { for (const age of ages) draft.past.push({ part: "walks", age: age * DAY, answers: { walking: { timed25FootSeconds: 8 } } }); }),
      recorded, rarely(infection),
    ],
  },
];
