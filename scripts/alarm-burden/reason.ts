import { endOf, type Course } from "./course";
import type { Person } from "./person";
import type { YearEntry } from "./year";

/** Why an alert was right to come; `needless` when nothing planted stands behind it. */
export const REASONS = ["relapse", "infection", "sign", "fall", "heat", "progression", "needless"] as const;
export type Reason = (typeof REASONS)[number];

const SLOW_RULES: readonly string[] = ["slow-worsening", "walk-test-slower", "loss-to-confirm", "bladder-change-new", "falls-rising"];
const AFTER_RELAPSE_RULES: readonly string[] = ["relapse-not-recovering", "relapse-recovered"];
const FALL_RULES: readonly string[] = ["falls-rising", "head-injury", "head-injury-danger"];
/** Some days after an illness what it left behind still counts as its doing. */
const RELAPSE_TAIL_DAYS = 7;
const INFECTION_TAIL_DAYS = 3;
const SIGN_TAIL_DAYS = 2;

/** The planted thing behind an alert of a check-in. A runny nose without a fever and an ordinary bad day are none. */
export function reasonOf(person: Person, { feeling }: Pick<YearEntry, "feeling">, ruleId: string): Reason {
  const { at } = feeling;
  const isOn = (course: Course, tail: number) => at >= course.from && at <= endOf(course) + tail;
  const relapses = person.courses.filter(({ kind }) => kind === "relapse");
  if (relapses.some((course) => isOn(course, RELAPSE_TAIL_DAYS))) return "relapse";
  if (AFTER_RELAPSE_RULES.includes(ruleId) && relapses.some(({ from }) => from <= at)) return "relapse";
  if (person.courses.some((course) => isTrueInfection(course) && isOn(course, INFECTION_TAIL_DAYS))) return "infection";
  if (person.signs.some(({ isReal, from, to }) => isReal && at >= from && at <= to + SIGN_TAIL_DAYS)) return "sign";
  if (FALL_RULES.includes(ruleId) && person.falls.some((fall) => fall <= at && at - fall <= 7)) return "fall";
  if (ruleId === "heat-pseudo-relapse" && feeling.heat) return "heat";
  if (person.group === "progressive" && SLOW_RULES.includes(ruleId)) return "progression";
  return "needless";
}

const isTrueInfection = ({ infection }: Course): boolean =>
  infection !== undefined && (infection.name !== "cold" || infection.fever !== null || infection.items.includes("cough") || infection.items.includes("sore-throat"));
