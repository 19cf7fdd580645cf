import type { WalkingAbility } from "@/lib/domain/check-in/vocabulary";
import type { CalendarDay } from "@/lib/domain/time";

/** What can be measured: the timed walk with the phone, and results that a clinic told the person. */
export const MEASURE_KINDS = ["timed-walk", "edss", "nine-hole-peg", "sdmt", "lab", "mri"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
export const CLINIC_KINDS = ["edss", "nine-hole-peg", "sdmt", "lab", "mri"] as const satisfies readonly MeasureKind[];
export type ClinicKind = (typeof CLINIC_KINDS)[number];

/** The walking ability words with which 25 feet can be walked. */
export const WALK_AIDS = ["unaided", "one-aid", "two-aids"] as const satisfies readonly WalkingAbility[];
export type WalkAid = (typeof WALK_AIDS)[number];

export const UNFINISHED_REASONS = ["too-tired", "pain", "unsafe", "other"] as const;
export type UnfinishedReason = (typeof UNFINISHED_REASONS)[number];

/** Seconds of one run and of the mean, one decimal, both included; the range of `walking.timed25FootSeconds`. */
export const WALK_SECONDS = { least: 2, most: 180 } as const;
export const WALK_RUNS = 2;

/** One run of 25 feet (7.62 m). */
export type WalkRun =
  /** one decimal; `typed`: a watch was used */
  | { kind: "timed"; seconds: number; by: "phone" | "typed" }
  /** `words`: the person's own, with any reason */
  | { kind: "not-finished"; reason: UnfinishedReason; words?: string };

export const HANDS = ["left", "right"] as const;
export type Hand = (typeof HANDS)[number];
export const NEW_LESIONS = ["yes", "no", "unknown"] as const;

/** EDSS is 0 to 10 in half steps; there is no 0.5. Ranges are those of the numbers, not of health. Both ends are included. */
export const EDSS = { least: 0, most: 10, step: 0.5, gap: 0.5 } as const;
export const PEG_SECONDS = { least: 5, most: 600 } as const;
export const SDMT_COUNT = { least: 0, most: 110 } as const;
export const LAB_VALUE = { least: 0, most: 999_999 } as const;

export const isEdss = (value: number): boolean => value >= EDSS.least && value <= EDSS.most && Number.isInteger(value / EDSS.step) && value !== EDSS.gap;

/** What each kind holds. `value` is the one number that stands for it, null when there is none. */
export type MeasureContent =
  /** the mean of two timed runs in seconds, one decimal; null when a run could not be finished */
  | { kind: "timed-walk"; value: number | null; details: { aid: WalkAid; runs: WalkRun[] } }
  /** as the clinic told it */
  | { kind: "edss"; value: number; details: Record<string, never> }
  /** seconds, one decimal, of one hand */
  | { kind: "nine-hole-peg"; value: number; details: { hand: Hand } }
  /** how many, a whole number */
  | { kind: "sdmt"; value: number; details: Record<string, never> }
  /** name and unit as typed; `bound`: the clinic gave "less than" or "more than" this value */
  | { kind: "lab"; value: number; details: { name: string; unit: string; bound?: "below" | "above" } }
  /** the day of the scan; whether it showed new lesions, as the person was told */
  | { kind: "mri"; value: null; details: { newLesions: (typeof NEW_LESIONS)[number] } };

/** One measurement of a diary. `day` is the local date of a walk, and of a result the day it was taken. */
export type Measure = MeasureContent & {
  /** UUIDv7 made by the browser */
  id: string;
  day: CalendarDay;
  /** when it was walked, or typed in */
  recordedAt: Date;
  timeZone: string;
  createdAt: Date;
  updatedAt: Date;
};

export type TimedWalk = Extract<Measure, { kind: "timed-walk" }>;
export type ClinicResult = Extract<Measure, { kind: ClinicKind }>;

export const isTimedWalk = (measure: Measure): measure is TimedWalk => measure.kind === "timed-walk";

/**
 * The mean of two timed runs in seconds, one decimal, half up; the tenths that were shown are those that count. Null when there are
 * not two, or one could not be finished: one run alone makes no mean.
 */
export function meanOfRuns(runs: readonly WalkRun[]): number | null {
  if (runs.length !== WALK_RUNS) return null;
  let tenths = 0;
  for (const run of runs) {
    if (run.kind !== "timed") return null;
    tenths += Math.round(run.seconds * 10);
  }
  return Math.round(tenths / WALK_RUNS) / 10;
}
