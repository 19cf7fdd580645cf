import { WALK_AIDS, type WalkAid } from "@/lib/domain/measures/measure";
import { DAY_MS } from "@/lib/domain/time";

/** A change of a fifth in the timed 25-foot walk is meaningful. Source: HOBART, CMSC-T25. */
const CHANGE_PERCENT = 20;
/** As in the rule `walk-test-slower`: walks of 14 to 365 days before, both included, so that a slow fortnight does not become the usual. */
const USUAL_MIN_MS = 14 * DAY_MS;
const USUAL_MAX_MS = 365 * DAY_MS;
/** Fewer earlier walks make no band: a spread of one or two is chance. */
export const BAND_MIN_WALKS = 3;
/** 95 % of the values of a normal spread lie within 1.96 standard deviations, and 1.4826 times the median absolute deviation estimates one. */
const SPREAD_FACTOR = 1.96 * 1.4826;

/** A finished test: the mean in seconds, one decimal. */
export type WalkPoint = { recordedAt: Date; aid: WalkAid; seconds: number };

export type WalkBand =
  /** `usual`: the median; `low` to `high`: the band round it. Seconds, thousandths at most. `walks`: how many it rests on */
  | { kind: "band"; usual: number; low: number; high: number; walks: number }
  | { kind: "too-few"; walks: number; needed: number };

/** `within` says nothing of better or worse: no arrow, no word. `percent`: of the usual, a whole number above 0. */
export type WalkChange = { kind: "unknown" } | { kind: "within" } | { kind: "slower" | "faster"; percent: number };

/**
 * The person's own noise band at the moment of a walk: the median of their earlier walks with the same aid, 14 to 365 days before,
 * and round it a fifth, or their own day-to-day spread where that is wider (1.96 times 1.4826 times the median absolute deviation).
 * Walks with another aid, of the last two weeks, of the same moment and later ones do not count. The order given does not matter.
 *
 * @returns `too-few` with fewer than three such walks. `low` is never below 0.
 * Source: HOBART and CMSC-T25 for the fifth; the spread is the person's own.
 */
export function walkBandAt({ recordedAt, aid }: Pick<WalkPoint, "recordedAt" | "aid">, walks: readonly WalkPoint[]): WalkBand {
  const earlier = walks.filter((walk) => walk.aid === aid && isInWindow(recordedAt.getTime() - walk.recordedAt.getTime())).map(({ seconds }) => thousandths(seconds));
  if (earlier.length < BAND_MIN_WALKS) return { kind: "too-few", walks: earlier.length, needed: BAND_MIN_WALKS };
  const usual = median(earlier);
  const spread = SPREAD_FACTOR * median(earlier.map((value) => Math.abs(value - usual)));
  const half = Math.max((usual * CHANGE_PERCENT) / 100, spread);
  return { kind: "band", usual: seconds(usual), low: seconds(Math.max(0, usual - half)), high: seconds(usual + half), walks: earlier.length };
}

/**
 * A walk against its own band. A change counts from a fifth on (exactly a fifth counts) and when it lies outside the person's own spread;
 * anything less is day-to-day variation.
 */
export function changeOf(walk: WalkPoint, walks: readonly WalkPoint[]): WalkChange {
  const band = walkBandAt(walk, walks);
  if (band.kind === "too-few") return { kind: "unknown" };
  const [own, usual] = [thousandths(walk.seconds), thousandths(band.usual)];
  const isFifth = Math.abs(own - usual) * 100 >= usual * CHANGE_PERCENT;
  const isOutside = own >= thousandths(band.high) || own <= thousandths(band.low);
  if (!isFifth || !isOutside) return { kind: "within" };
  return { kind: own > usual ? "slower" : "faster", percent: Math.round((Math.abs(own - usual) * 100) / usual) };
}

/** The aids in the order of the vocabulary that have a walk. */
export const aidsOf = (walks: readonly Pick<WalkPoint, "aid">[]): WalkAid[] => WALK_AIDS.filter((aid) => walks.some((walk) => walk.aid === aid));

const isInWindow = (ageMs: number): boolean => ageMs >= USUAL_MIN_MS && ageMs <= USUAL_MAX_MS;
const thousandths = (value: number): number => Math.round(value * 1_000);
const seconds = (value: number): number => Math.round(value) / 1_000;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
