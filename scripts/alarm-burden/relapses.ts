import type { BodyArea, WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import type { Course, Day, RelapseCourse, RelapseSymptom } from "./course";
import type { Draw } from "./draw";

/** Relapses begin at least this far apart: what comes sooner is the same one, by definition. */
const APART_DAYS = 30;
/** None begins so late that its first weeks are cut off by the end of the year. */
const LAST_START: Day = 335;

/** One relapse for everybody in the group, a second for about a third; a third is rare. */
export function plantRelapses(draw: Draw): Course[] {
  const starts: Day[] = [];
  for (let left = 1 + Math.min(2, draw.poisson(0.35)); left > 0; left -= 1) {
    const start = draw.between(2, LAST_START);
    if (starts.every((other) => Math.abs(other - start) >= APART_DAYS)) starts.push(start);
  }
  return starts.sort((one, other) => one - other).map((from, index) => relapse(draw, from, index));
}

function relapse(draw: Draw, from: Day, index: number): Course {
  const symptoms = draw.weighted<RelapseSymptom[]>([
    [["numbness"], 33], [["vision"], 20], [["walking"], 9], [["walking", "weakness"], 16], [["double-vision"], 7],
    [["numbness", "walking"], 10], [["numbness", "weakness"], 5],
  ]);
  const peak = draw.weighted<readonly [number, number]>([[[1.5, 2.5], 25], [[2.5, 4.5], 50], [[4.5, 7], 25]]);
  const points = draw.between(...peak);
  const has = (...wanted: RelapseSymptom[]) => symptoms.some((symptom) => wanted.includes(symptom));
  const beside = () => (draw.chance(0.3) ? draw.between(0.2, 0.8) : 0);
  const ramp = draw.between(...draw.weighted<readonly [number, number]>([[[0.25, 1], 10], [[1, 4], 65], [[4, 14], 25]]));
  return {
    kind: "relapse", from, ramp,
    plateau: draw.between(7, 21), decline: draw.between(14, 70), residual: draw.chance(0.55) ? 0 : draw.between(0.1, 0.45),
    size: {
      fatigue: draw.chance(0.7) ? draw.between(0.5, 2) : 0,
      numbness: has("numbness") ? points : beside(),
      vision: has("vision") ? points : has("double-vision") ? points * 0.9 : beside(),
      walking: has("walking") ? points : has("weakness") ? points * 0.7 : beside(),
    },
    relapse: { index, symptoms, ...places(draw) },
  };
}

function places(draw: Draw): Omit<RelapseCourse, "index" | "symptoms"> {
  const side = draw.pick(["left", "right"] as const);
  return {
    eye: draw.pick(["left", "right"] as const),
    eyePain: draw.weighted([["none", 30], ["mild", 62], ["severe", 8]] as const),
    numbAreas: draw.weighted<BodyArea[]>([
      [["left-leg", "right-leg"], 25], [["left-leg", "right-leg", "trunk"], 15], [[`${side}-arm`], 20], [[`${side}-leg`], 15],
      [[`${side}-arm`, `${side}-leg`], 13], [[`${side}-face`], 8], [["left-leg", "right-leg", "saddle"], 4],
    ]),
    weakAreas: draw.weighted<WeaknessArea[]>([[[`${side}-leg`], 40], [["left-leg", "right-leg"], 25], [[`${side}-arm`], 15], [[`${side}-arm`, `${side}-leg`], 20]]),
    bladder: draw.chance(0.2) ? draw.pick(["leaking", "hard-to-start"] as const) : null,
  };
}
