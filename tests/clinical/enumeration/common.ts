import type { Answers } from "@/lib/domain/check-in/check-in";
import { type MedicineClass, ONSETS, type OnsetKey, type ScoreName, type Sign } from "@/lib/domain/check-in/vocabulary";
import { dateAgo, DAY, type Draft, HOUR, MINUTE, type Past, put, usual } from "./draft";
import { type Choice, type Dimension, each, none } from "./space";

// What is asked at C

export const onset = (key: OnsetKey): Dimension => [none, ...each(ONSETS, (draft, value) => put(draft, "onset", { [key]: value }))];
export const score = (name: ScoreName, values: readonly number[]): Dimension => each(values, (draft, value) => { draft.scores[name] = value; });
export const signs = (lists: readonly (readonly Sign[])[]): Dimension => each(lists, (draft, list) => { draft.answers.signs = [...list]; });
export const alsoSign = (sign: Sign): Dimension => [none, (draft) => { draft.answers.signs = [...(draft.answers.signs ?? []), sign]; }];
export const heat: Dimension = [none, ...each([["heat"], ["exercise", "stress"], ["poor-sleep"]] as const, (draft, list) => { draft.answers.triggers = [...list]; })];

export const temperature: Dimension = [none, ...each([35.9, 36, 37.4, 37.5, 37.6, 37.9, 38, 38.9, 39], (draft, value) => { draft.answers.temperatureC = value; })];
export const usualTemperature: Dimension = [none, ...each([36.4, 36.5, 35], (draft, value) => { draft.profile.usualTemperatureC = value; })];
/** Temperatures of earlier check-ins, each at an age: a day is the limit, and only fever is carried over. */
export const earlierTemperatures: Dimension = [none, ...each([
  [[DAY - MINUTE, 38]], [[DAY, 38]], [[DAY - MINUTE, 39], [2 * HOUR, 36.5]], [[5 * HOUR, 39], [2 * HOUR, 38.2]], [[5 * HOUR, 37.5]], [[5 * HOUR, 35.5]],
] as const, (draft, list) => { for (const [age, temperatureC] of list) draft.past.push({ age, answers: { temperatureC } }); })];

export const infection: Dimension = [none, ...each(
  [[], ["cold"], ["cloudy-urine"], ["cough"], ["chills", "cold"]] as const, (draft, list) => { draft.answers.infection = [...list]; })];

export const mobility: Dimension = [none, ...each(["walks", "wheelchair-part-time", "wheelchair-full-time"] as const, (draft, value) => { draft.profile.mobility = value; })];

/** The moment of judging: at once, a clock that runs ahead by as much as is allowed and by more, a late entry at its limit and over it. */
export const judgedAfter: Dimension = each([0, 0, -15 * MINUTE, -15 * MINUTE - 1, 7 * DAY, 7 * DAY + 1], (draft, value) => { draft.judgedAfter = value; });

// Medicines: both sides of a window, by last dose and by stop

export function medicine(name: MedicineClass, windowDays: number): Dimension {
  const dates = [
    {}, { startedOn: dateAgo(900), lastDoseOn: dateAgo(windowDays + 1) }, { lastDoseOn: dateAgo(windowDays) },
    { stoppedOn: dateAgo(windowDays) }, { stoppedOn: dateAgo(windowDays + 1) }, { stoppedOn: dateAgo(1), lastDoseOn: dateAgo(windowDays + 1) },
    { stoppedOn: dateAgo(windowDays + 9), lastDoseOn: dateAgo(windowDays) }, { stoppedOn: dateAgo(1), lastDoseOn: dateAgo(windowDays - 1) },
    { stoppedOn: dateAgo(-2), lastDoseOn: dateAgo(windowDays + 1) }, { lastDoseOn: dateAgo(-2) },
  ];
  return [none, ...each(dates, (draft, given) => { draft.medications.push({ class: name, name, ...given }); })];
}

// What the diary held

/** Relapses: none, open (ends of all windows), closed, ended after C, not yet begun. */
export const relapses: Dimension = [none, ...each([
  [{ startedAgo: 3 * DAY }], [{ startedAgo: 20 * DAY }], [{ startedAgo: 20 * DAY }], [{ startedAgo: 90 * DAY }], [{ startedAgo: 90 * DAY + 1 }],
  [{ startedAgo: 20 * DAY, endedAgo: 2 * DAY }], [{ startedAgo: 20 * DAY, endedAgo: -2 * DAY }], [{ startedAgo: -DAY }],
  [{ startedAgo: 26 * HOUR }], [{ startedAgo: 150 * DAY }],
], (draft, list) => { draft.relapses.push(...list); })];

const RECENT_AGES = [
  6 * HOUR, 12 * HOUR - MINUTE, 12 * HOUR, 13 * HOUR, DAY - MINUTE, DAY, 30 * HOUR, 36 * HOUR, 36 * HOUR + MINUTE, 3 * DAY, 7 * DAY - 2 * HOUR, 7 * DAY, 7 * DAY + MINUTE,
];

/** What a check-in of the past says of the finding, given what C says. */
export type Record = (draft: Draft) => Answers;

/** One earlier check-in: its age, what it records, and how much lower its score was. Two of them never share an instant. */
export function recent(part: "one" | "two", records: readonly Record[], name: ScoreName): Dimension[] {
  const change = (draft: Draft, apply: (past: Past) => void) => { for (const past of draft.past) if (past.part === part) apply(past); };
  return [
    [none, ...each(RECENT_AGES, (draft, age) => { draft.past.push({ part, age: part === "one" ? age : age + 1_000, answers: {} }); })],
    records.map((record): Choice => (draft) => change(draft, (past) => { past.answers = record(draft); })),
    each([0, 2, 3, 4, 5, 8], (draft, lower) => change(draft, (past) => { past.scores = { ...past.scores, [name]: Math.max(0, draft.scores[name] - lower) }; })),
  ];
}

/** The weeks before: the ages of their check-ins, and which of them hold the finding. */
const MONTHS: readonly (readonly (readonly [age: number, holds: boolean])[])[] = [
  days([10, 12, 14, 16, 18, 20], 0), days([10, 12, 14, 16, 18, 20], 2), days([10, 12, 14, 16, 18, 20], 3), days([10, 12, 14, 16, 18, 20], 6),
  days([10, 12, 14, 16, 18, 20, 22], 3), days([10, 12, 14, 16], 3), days([7 - 1 / 1440, 12, 14, 16, 59], 3), days([60, 12, 14, 16, 18], 3),
  [[60 * DAY + MINUTE, true], ...days([12, 14, 16, 18, 20], 2)], [[12 * DAY + HOUR, true], ...days([12, 14, 16, 18, 20], 2)],
  days([12, 14, 16, 100, 120, 180], 3), days([12, 14, 16, 100, 181], 3), days([12, 14, 16, 18, 20, 22, 24, 26, 28, 30], 5),
  days([12, 14, 16, 18, 20, 22, 24, 26, 28, 30], 4), days([12, 14, 16, 18, 20, 22, 24, 26, 28, 30], 10),
];

function days(ages: readonly number[], holding: number): [number, boolean][] {
  return ages.map((age, at) => [age * DAY, at < holding]);
}

/** Earlier weeks. A second one gets a `part` of its own, so that no two check-ins share an instant: which of them is last would be left open.
 * Which dates hold it; what the score was; and for the first two a day that stood out, or what spoils them for a baseline. */
export function month(record: Record, name: ScoreName, levels: readonly number[], part = "month"): Dimension[] {
  const older = (draft: Draft) => draft.past.filter((past) => past.part === part);
  const first = (change: (past: Past) => void): Choice => (draft) => older(draft).slice(0, 2).forEach(change);
  return [
    [none, ...MONTHS.map((dates): Choice => (draft) => {
      for (const [age, holds] of dates) draft.past.push({ part, age: part === "month" ? age : age + 2_000, answers: holds ? record(draft) : {} });
    })],
    each(levels, (draft, level) => { for (const past of older(draft)) past.scores = { ...past.scores, [name]: level }; }),
    [none, none,
      first((past) => { past.scores = { ...past.scores, [name]: 10 }; }),
      first((past) => { past.answers = { ...past.answers, temperatureC: 38 }; }),
      first((past) => { past.answers = { ...past.answers, triggers: ["heat"] }; }),
      first((past) => { past.answers = { ...past.answers, infection: ["cloudy-urine"] }; })],
  ];
}

export const usualScores = (name: ScoreName, values: readonly number[]): Dimension =>
  [none, none, ...each(values, (draft, value) => usual(draft, { scores: { fatigue: 0, numbness: 0, vision: 0, walking: 0, [name]: value } }))];
