import type { Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Draw } from "./draw";
import type { Traits } from "./groups";

/** What nobody can explain: points on each day of the diary, and the spread of rating the same feeling twice. */
export type Noise = { days: Record<ScoreName, Float64Array>; rating: Scores };

/** Slow waves of some weeks: half of one is gone after a fortnight. */
const SLOW_CARRY = 0.952;
/** How much of a good or bad day is common to all four. */
const COMMON = 0.35;

/** The day-to-day spread of a score in points. A symptom that a person hardly has hardly moves. */
function spreadOf(name: ScoreName, usual: number): number {
  return name === "fatigue" ? 0.9 : 0.25 + 0.13 * Math.min(usual, 5);
}

/** Day by day: what is common to the day, what is the symptom's own (both carried over in part), and a slow wave. */
export function ordinaryNoise(draw: Draw, usual: Scores, { swing, carryOver }: Traits, days: number): Noise {
  const personal = swing * draw.between(0.7, 1.3);
  const common = wave(draw, carryOver, days);
  const ofScore = (name: ScoreName): Float64Array => {
    const own = wave(draw, carryOver, days);
    const slow = wave(draw, SLOW_CARRY, days);
    const spread = spreadOf(name, usual[name]) * personal;
    return Float64Array.from(own, (value, day) => spread * (Math.sqrt(COMMON) * common[day]! + Math.sqrt(1 - COMMON) * value) + spread * 0.5 * slow[day]!);
  };
  const of = <T>(make: (name: ScoreName) => T) => Object.fromEntries(SCORE_NAMES.map((name) => [name, make(name)])) as Record<ScoreName, T>;
  return { days: of(ofScore), rating: of((name) => spreadOf(name, usual[name]) * 0.5 * personal) };
}

/** Normal numbers around 0 with a spread of 1, each holding this much of the one before. */
function wave(draw: Draw, carry: number, length: number): Float64Array {
  const values = new Float64Array(length);
  const fresh = Math.sqrt(1 - carry * carry);
  for (let index = 0; index < length; index += 1) values[index] = index === 0 ? draw.normal() : carry * values[index - 1]! + fresh * draw.normal();
  return values;
}
