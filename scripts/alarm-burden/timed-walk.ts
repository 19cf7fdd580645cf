import type { Draw } from "./draw";
import type { Feeling } from "./feeling";
import type { Person } from "./person";

/** Seconds for 25 feet: each point on the walking score costs a twentieth, and two walks of one day differ by some hundredths. */
export function timedWalk({ usual }: Person, { scores }: Feeling, draw: Draw): number {
  const seconds = usual.walkSeconds * 1.05 ** (scores.walking - usual.scores.walking) * (1 + draw.normal() * 0.06);
  return Math.round(Math.max(2, Math.min(180, seconds)) * 10) / 10;
}
