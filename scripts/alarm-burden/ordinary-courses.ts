import type { Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type Infection } from "@/lib/domain/check-in/vocabulary";
import type { Course, Day, InfectionCourse } from "./course";
import type { Draw } from "./draw";
import type { Traits } from "./groups";

export type Body = { usual: Scores; heatGain: number; hasCatheter: boolean; isSouthern: boolean };
type Span = { from: Day; to: Day };
/** the day of the year (0 = 1 January) of the person's day 0 */
type Season = { dayOfYear: number };

const YEAR = 365;

/** Bad spells, hot days and infections of a stretch of days: all that moves scores and is no relapse. */
export function ordinaryCourses(draw: Draw, traits: Traits, body: Body, span: Span, season: Season): Course[] {
  const years = (span.to - span.from) / YEAR;
  const starts = (perYear: number) => Array.from({ length: draw.poisson(perYear * years) }, () => draw.between(span.from, span.to));
  return [
    ...starts(traits.badSpells).map((from) => badSpell(draw, body, from)),
    ...starts(traits.heatSpells).map((from) => hotDays(draw, body, inSummer(draw, from, body, season))),
    ...starts(traits.colds).map((from) => cold(draw, body, from)),
    ...starts(traits.flu).map((from) => flu(draw, body, from)),
    ...starts(body.hasCatheter ? traits.urineInfections * 2 : traits.urineInfections).map((from) => urineInfection(draw, body, from)),
    ...starts(traits.stomachBugs).map((from) => stomachBug(draw, body, from)),
    ...starts(traits.otherInfections).map((from) => otherInfection(draw, body, from)),
  ];
}

/** A symptom flares as far as a person has it: one who never has it hardly notices. */
const share = (usual: number): number => 0.3 + 0.7 * Math.min(1, usual / 2);

/** Points on fatigue, and a share of `focal` points on each of the others with this chance. */
function flare(draw: Draw, usual: Scores, fatigue: number, focal: number, chance: number): Scores {
  const part = (score: number) => (draw.chance(chance) ? focal * draw.between(0.4, 1) * share(score) : 0);
  return { fatigue, numbness: part(usual.numbness), vision: part(usual.vision), walking: part(usual.walking) };
}

/** A poor night, a strain, too much done: a day or two, seldom more; one in ten is a really bad one. */
function badSpell(draw: Draw, { usual }: Body, from: Day): Course {
  let days = 0.8;
  while (draw.chance(0.33) && days < 5) days += 1;
  const force = draw.chance(0.1) ? 1.6 : 1;
  return {
    kind: "bad-spell", from: Math.floor(from) + draw.between(0.1, 0.5), ramp: 0.1, plateau: days, decline: 0.3, residual: 0,
    size: flare(draw, usual, draw.between(1, 3) * force, draw.between(0.8, 2) * force, 0.4),
  };
}

/** Hot days come in the warm half of the year, in spells of one to six days. */
function hotDays(draw: Draw, { usual, heatGain }: Body, from: Day): Course {
  const size: Scores = { fatigue: heatGain, numbness: 0, vision: 0, walking: 0 };
  for (const name of SCORE_NAMES) if (name !== "fatigue") size[name] = heatGain * draw.between(0.3, 0.9) * share(usual[name]);
  return { kind: "heat", from: Math.floor(from) + 0.4, ramp: 0.1, plateau: draw.whole(1, 6) - 0.4, decline: 0.4, residual: 0, size };
}

/** Moves a day to the summer of its year: hot days gather round the middle of July (January in the south). */
function inSummer(draw: Draw, from: Day, { isSouthern }: Body, { dayOfYear }: Season): Day {
  const midsummer = ((isSouthern ? 15 : 196) - dayOfYear + YEAR) % YEAR;
  return (from < 0 ? midsummer - YEAR : midsummer) + Math.max(-80, Math.min(80, draw.normal() * 32));
}

const INFECTED = { ramp: 1, residual: 0 };

function cold(draw: Draw, { usual }: Body, from: Day): Course {
  const items = draw.weighted<Infection[]>([[["cold"], 45], [["cold", "sore-throat"], 25], [["cold", "cough"], 22], [["cough"], 8]]);
  const fever = draw.chance(0.1) ? draw.between(37.8, 38.6) : null;
  return ill("cold", items, fever, 1.5, { ...INFECTED, from, plateau: draw.between(2, 4), decline: 3, size: flare(draw, usual, draw.between(0.8, 2.2), draw.between(0.3, 1), 0.5) });
}

function flu(draw: Draw, { usual }: Body, from: Day): Course {
  const items: Infection[] = ["cough", ...(draw.chance(0.5) ? (["sore-throat"] as const) : []), ...(draw.chance(0.4) ? (["chills"] as const) : [])];
  const fever = draw.chance(0.85) ? draw.between(38, 39.6) : null;
  return ill("flu", items, fever, draw.between(2, 4), { ...INFECTED, from, plateau: draw.between(3, 5), decline: 5, size: flare(draw, usual, draw.between(2.5, 4.5), draw.between(1, 3), 0.8) });
}

function urineInfection(draw: Draw, { usual, hasCatheter }: Body, from: Day): Course {
  const items = draw.weighted<Infection[]>(hasCatheter ? [[["cloudy-urine"], 6], [["cloudy-urine", "chills"], 2], [["cloudy-urine", "burning-urine"], 2]]
    : [[["burning-urine"], 6], [["burning-urine", "cloudy-urine"], 3], [["cloudy-urine"], 1]]);
  const fever = draw.chance(hasCatheter ? 0.2 : 0.12) ? draw.between(37.9, 39.2) : null;
  return ill("urine", items, fever, 2, { ...INFECTED, from, plateau: draw.between(2, 4), decline: 3, size: flare(draw, usual, draw.between(1, 3), draw.between(1, 2.5), 0.7) });
}

function stomachBug(draw: Draw, { usual }: Body, from: Day): Course {
  const fever = draw.chance(0.15) ? draw.between(37.8, 38.5) : null;
  return ill("stomach", ["diarrhoea-vomiting"], fever, 1, { from, ramp: 0.3, residual: 0, plateau: draw.between(0.7, 2), decline: 1.5, size: flare(draw, usual, draw.between(1.5, 3.5), draw.between(0.3, 1.5), 0.5) });
}

function otherInfection(draw: Draw, { usual }: Body, from: Day): Course {
  const items = draw.weighted<Infection[]>([[["cough"], 50], [["skin-hot-red"], 40], [["shingles-rash"], 10]]);
  const fever = draw.chance(0.25) ? draw.between(37.9, 39) : null;
  return ill("other", items, fever, 2, { ...INFECTED, from, plateau: draw.between(3, 7), decline: 5, size: flare(draw, usual, draw.between(0.5, 2.5), draw.between(0.3, 1.8), 0.5) });
}

function ill(name: InfectionCourse["name"], items: Infection[], fever: number | null, feverDays: number, rest: Omit<Course, "kind">): Course {
  return { ...rest, kind: "infection", infection: { name, items, fever, feverDays } };
}

