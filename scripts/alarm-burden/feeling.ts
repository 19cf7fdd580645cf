import type { Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { endOf, strengthAt, type Course, type Day } from "./course";
import type { Draw } from "./draw";
import type { Person } from "./person";

/** What moves a score most at a moment: a course, or nothing one could name. */
export type Cause = { kind: Course["kind"] | "none"; points: number; since: Day };

/** How a person is at a moment, before anything is asked. */
export type Feeling = {
  at: Day;
  /** what they would rate, to the point */
  scores: Scores;
  causes: Record<ScoreName, Cause>;
  infection: Course | null;
  heat: Course | null;
  relapses: Course[];
  /** points that relapses add to each score now */
  relapsePoints: Scores;
};

const NO_CAUSE: Cause = { kind: "none", points: 0, since: 0 };
/** In the morning a hot day has hardly begun. */
const MORNING_SHARE = 0.4;
const WEEK_RHYTHM = [0.1, 0, 0, 0.2, 0.4, -0.3, -0.4];

/** `minute` is the hour of the entry: heat is felt from noon on. `weekday` is 0 on Monday. */
export function feel(person: Person, draw: Draw, at: Day, minute: number, weekday: number): Feeling {
  const { usual, noise, runInDays } = person;
  const day = Math.max(0, Math.floor(at) + runInDays);
  const causes: Record<ScoreName, Cause> = { fatigue: NO_CAUSE, numbness: NO_CAUSE, vision: NO_CAUSE, walking: NO_CAUSE };
  const added: Scores = { fatigue: 0, numbness: 0, vision: 0, walking: 0 };
  const relapsePoints: Scores = { fatigue: 0, numbness: 0, vision: 0, walking: 0 };
  const feeling: Feeling = { at, scores: added, causes, infection: null, heat: null, relapses: [], relapsePoints };
  for (const course of person.courses) {
    if (course.from > at) break; // in order of their start
    if (course.residual === 0 && endOf(course) < at) continue;
    const strength = strengthAt(course, at) * (course.kind === "heat" && minute < 12 * 60 ? MORNING_SHARE : 1);
    if (strength <= 0) continue;
    if (endOf(course) >= at) {
      if (course.kind === "infection") feeling.infection = course;
      if (course.kind === "heat") feeling.heat = course;
      if (course.kind === "relapse") feeling.relapses.push(course);
    }
    for (const name of SCORE_NAMES) {
      const points = course.size[name] * strength;
      added[name] += points;
      if (course.kind === "relapse") relapsePoints[name] += points;
      if (points > causes[name].points && points >= 0.5) causes[name] = { kind: course.kind, points, since: course.from };
    }
  }
  const rate = (name: ScoreName) => {
    const ordinary = usual.scores[name] + usual.drift[name] * (at / 365) + (noise.days[name][day] ?? 0) + draw.normal() * noise.rating[name];
    const rhythm = name === "fatigue" ? (WEEK_RHYTHM[weekday] ?? 0) : 0;
    return Math.max(0, Math.min(10, Math.round(ordinary + rhythm + added[name])));
  };
  feeling.scores = { fatigue: rate("fatigue"), numbness: rate("numbness"), vision: rate("vision"), walking: rate("walking") };
  return feeling;
}
