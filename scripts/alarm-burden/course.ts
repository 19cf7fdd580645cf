import type { BodyArea, Infection, Sign, WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import type { Scores } from "@/lib/domain/check-in/check-in";

/** Times are days since the person's year began, with a fraction; the run-in lies below 0. */
export type Day = number;

/** How something that adds to the scores comes, stays and goes; `residual` is the share of it that never goes. */
export type Course = {
  kind: "bad-spell" | "heat" | "infection" | "relapse";
  from: Day;
  ramp: number;
  plateau: number;
  decline: number;
  residual: number;
  size: Scores;
  infection?: InfectionCourse;
  relapse?: RelapseCourse;
};

export type InfectionCourse = {
  name: "cold" | "flu" | "urine" | "stomach" | "other";
  items: Infection[];
  /** highest temperature; null without a fever */
  fever: number | null;
  feverDays: number;
};

export type RelapseSymptom = "vision" | "double-vision" | "numbness" | "walking" | "weakness";
export type RelapseCourse = {
  index: number;
  symptoms: RelapseSymptom[];
  eye: "left" | "right";
  eyePain: "none" | "mild" | "severe";
  numbAreas: BodyArea[];
  weakAreas: WeaknessArea[];
  bladder: "leaking" | "hard-to-start" | null;
};

/** A sign that is felt on some days. `isReal` when it is a new illness or injury and not an old or harmless feeling. */
export type FeltSign = { sign: Sign; from: Day; to: Day; isReal: boolean };

export const endOf = ({ from, ramp, plateau, decline }: Course): Day => from + ramp + plateau + decline;

/** The share of its size that a course has at a moment. */
export function strengthAt(course: Course, at: Day): number {
  const { from, ramp, plateau, decline, residual } = course;
  const since = at - from;
  if (since < 0) return 0;
  if (since < ramp) return since / ramp;
  if (since <= ramp + plateau) return 1;
  const gone = Math.min(1, (since - ramp - plateau) / decline);
  return residual + (1 - residual) * (1 - gone) ** 1.5;
}
