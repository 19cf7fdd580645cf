import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import { WALKING_ABILITIES, type BodyArea, type ScoreName, type WalkingAbility, type WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { mixSeed } from "@/prisma/demo/random";
import type { Course, Day, FeltSign } from "./course";
import { drawFrom, type Draw } from "./draw";
import { GROUPS, TRAITS, type Group, type Traits } from "./groups";
import { drawHabits, type Habits } from "./habits";
import { planTreatments, type Treatment } from "./medicines";
import { ordinaryCourses } from "./ordinary-courses";
import { plantRelapses } from "./relapses";
import { ordinaryNoise, type Noise } from "./noise";
import { falls, feltSigns } from "./signs";

/** Half of the people are new to the app; the other half have kept a diary for this long when their year begins. */
const RUN_IN_DAYS = 200;
export const YEAR_DAYS = 365;

/** What a person lives with; the profile holds what they said of it. */
export type Usual = {
  scores: Scores;
  drift: Scores;
  numbAreas: BodyArea[];
  blurredEye: "left" | "right" | null;
  weakness: { severity: "mild" | "moderate" | "severe"; areas: WeaknessArea[] } | null;
  ability: WalkingAbility;
  /** the day of the year on which the ability goes down for good; null = not in this year */
  abilityDropsOn: Day | null;
  hasCatheter: boolean;
  walkSeconds: number;
};

export type Person = {
  group: Group;
  index: number;
  seed: number;
  timeZone: string;
  startDay: CalendarDay;
  runInDays: number;
  usual: Usual;
  habits: Habits;
  profile: Profile;
  treatments: Treatment[];
  courses: Course[];
  signs: FeltSign[];
  falls: Day[];
  noise: Noise;
};

const ZONES = [["Europe/London", 50], ["Europe/Berlin", 20], ["America/New_York", 15], ["Asia/Kolkata", 5], ["Pacific/Auckland", 10]] as const;

/** The same people filling in otherwise, to see what their answers do: none to any detail, or none to "When did this start?". */
export const WAYS = ["as they are", "no details", "no onset"] as const;
export type Way = (typeof WAYS)[number];

/** A made-up person of a group. The same seed gives the same person on every machine. */
export function createPerson(group: Group, index: number, cohortSeed: number, way: Way = "as they are"): Person {
  const seed = mixSeed(cohortSeed, GROUPS.indexOf(group), index);
  const draw = drawFrom(seed);
  const traits = TRAITS[group];
  const runInDays = index % 2 === 0 ? 0 : RUN_IN_DAYS;
  const span = { from: -runInDays, to: YEAR_DAYS };
  const timeZone = draw.weighted(ZONES);
  const dayOfYear = draw.whole(0, 364);
  const usual = drawUsual(draw, group, traits);
  const body = { usual: usual.scores, heatGain: draw.between(...traits.heatGain), hasCatheter: usual.hasCatheter, isSouthern: timeZone === "Pacific/Auckland" };
  return {
    group, index, seed, timeZone, runInDays, usual,
    startDay: addDays("2025-01-01", dayOfYear),
    habits: { ...drawHabits(draw, span), ...(way === "no details" && { answers: 0 }), ...(way === "no onset" && { saysOnset: false }) },
    profile: drawProfile(draw, usual, group, timeZone),
    treatments: planTreatments(draw, traits, group === "wheelchair" && draw.chance(0.15)),
    courses: [...ordinaryCourses(draw, traits, body, span, { dayOfYear }), ...(group === "relapsing" ? plantRelapses(draw) : [])]
      .sort((one, other) => one.from - other.from),
    signs: feltSigns(draw, traits, span),
    falls: falls(draw, traits.falls, group === "progressive" ? 1 : 0, span),
    noise: ordinaryNoise(draw, usual.scores, traits, runInDays + YEAR_DAYS),
  };
}

function perScore(valueOf: (name: ScoreName) => number): Scores {
  return { fatigue: valueOf("fatigue"), numbness: valueOf("numbness"), vision: valueOf("vision"), walking: valueOf("walking") };
}

function drawUsual(draw: Draw, group: Group, traits: Traits): Usual {
  const scores = perScore((name) => draw.between(...traits.usual[name]));
  const drift = perScore((name) => draw.between(...traits.drift[name]));
  const side = draw.pick(["left", "right"] as const);
  const isWheelchair = group === "wheelchair";
  const ability: WalkingAbility = isWheelchair ? "unable" : scores.walking < 3.5 ? "unaided" : scores.walking < 5.5 ? "one-aid" : "two-aids";
  return {
    scores, drift, ability,
    numbAreas: draw.weighted<BodyArea[]>([[[`${side}-leg`], 40], [["left-leg", "right-leg"], 35], [[`${side}-arm`], 25]]),
    blurredEye: scores.vision >= 1.2 && draw.chance(0.6) ? side : null,
    weakness: isWheelchair ? { severity: "severe", areas: ["left-leg", "right-leg"] }
      : scores.walking >= 3 && draw.chance(0.7) ? { severity: scores.walking >= 5 ? "moderate" : "mild", areas: draw.chance(0.5) ? [`${side}-leg`] : ["left-leg", "right-leg"] } : null,
    abilityDropsOn: group === "progressive" && draw.chance(0.35) ? draw.between(30, 350) : null,
    hasCatheter: isWheelchair ? draw.chance(0.4) : group === "progressive" && draw.chance(0.06),
    walkSeconds: 4.5 + scores.walking * draw.between(0.7, 1.8),
  };
}

/** Six in seven answer "What do you live with every day?"; a score is said rightly by three of four, else a point off. */
function drawProfile(draw: Draw, usual: Usual, group: Group, timeZone: string): Profile {
  const profile: Profile = { country: "GB", timeZone, mobility: group === "wheelchair" ? "wheelchair-full-time" : usual.ability === "two-aids" && draw.chance(0.5) ? "wheelchair-part-time" : "walks" };
  if (draw.chance(1 / 7)) return usual.hasCatheter ? { ...profile, usual: { bladder: "catheter" } } : profile;
  const said = (value: number) => Math.max(0, Math.min(10, Math.round(value) + (draw.chance(0.25) ? draw.pick([-1, 1]) : 0)));
  return {
    ...profile,
    ...(draw.chance(0.3) && { usualTemperatureC: 36 + draw.whole(0, 9) / 10 }),
    usual: {
      scores: perScore((name) => said(usual.scores[name])),
      vision: usual.blurredEye ? { loss: "blurred", eyes: usual.blurredEye, doubleVision: false } : { loss: "none", doubleVision: false },
      weakness: usual.weakness ?? { severity: "none" },
      numbness: usual.scores.numbness >= 1 ? usual.numbAreas : [],
      walking: usual.ability,
      bladder: usual.hasCatheter ? "catheter" : draw.chance(0.35) ? "urgency" : "usual",
      bowel: draw.chance(0.3) ? "constipated" : "usual",
      signs: group === "wheelchair" && draw.chance(0.25) ? ["trouble-swallowing"] : [],
    },
  };
}

/** How a person gets about on a day; those who walk with more and more help go down one step and stay there. */
export function abilityOn({ ability, abilityDropsOn }: Usual, day: Day): WalkingAbility {
  const grade = WALKING_ABILITIES.indexOf(ability);
  const isLower = abilityDropsOn !== null && day >= abilityDropsOn;
  return isLower ? (WALKING_ABILITIES[Math.min(grade + 1, WALKING_ABILITIES.length - 1)] ?? ability) : ability;
}

