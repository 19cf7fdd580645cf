import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import {
  BASELINE_OLDEST_MS, BASELINE_WIDEST_MS, baselineFrom, byDate, isUsable, medianOfDays, type Baseline, type BaselineDates,
} from "@/lib/domain/red-flags/baseline";
import { WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { lazy, lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { FOCAL_SCORES, type FocalScore } from "@/lib/domain/relapse/course";
import type { RecordedFindings } from "@/lib/domain/relapse/recorded";
import { DAY_MS } from "@/lib/domain/time";

const NOT_RECOVERING_FROM_MS = 90 * DAY_MS;
const NOT_RECOVERING_TO_MS = 180 * DAY_MS;
/** so far above the usual before the relapse a score was, or still is, part of it */
const EXCESS = 2;
const NEAR_USUAL = 1;
const MIN_DATES = 3;

export type RecoveryFindings = {
  /** the latest open relapse */
  relapse: () => RecordedRelapse | undefined;
  /** **Pre-relapse baseline** of that relapse; null when neither the diary nor the profile tells */
  usualBefore: (score: ScoreName) => Baseline | null;
  /** 90 to 180 days on: the scores still two above the usual of before; empty = none */
  notRecovering: () => readonly FocalScore[];
  /** at least 7 days on, with every score near the usual of before and one that was not */
  isRecovered: () => boolean;
  /** whether the excess over the usual of before has fallen by at least half of its peak; null without an open relapse or a usual */
  hasHalved: () => boolean | null;
};

export function recoveryFindings(m: Moment, recorded: RecordedFindings): RecoveryFindings {
  const relapse = recorded.latestOpen;
  const datesBefore = lazy((): BaselineDates => {
    const start = relapse()!.startedAt.getTime();
    const upTo = (days: number) => byDate(m.earlier().filter((x) => {
      const before = start - x.recordedAt.getTime();
      return before > 0 && before <= days && isUsable(x, m.relapses(), m.profile);
    }));
    return { near: upTo(BASELINE_OLDEST_MS), wide: lazy(() => upTo(BASELINE_WIDEST_MS)) };
  });
  const baselines = lazyBy<Baseline | null>();
  const usualBefore = (score: ScoreName) => (relapse() === undefined ? null : baselines(score, () => baselineFrom(score, datesBefore(), m.profile)));
  const excessOf = (score: ScoreName, value: number): number | undefined => {
    const usual = usualBefore(score);
    return usual ? value - usual.median : undefined;
  };
  const isExcess = (score: ScoreName, value: number): boolean => (excessOf(score, value) ?? 0) >= EXCESS;
  /** of the focal scores together, what lies below the usual left out; undefined when no usual is known */
  const totalExcess = (x: JudgedCheckIn): number | undefined => {
    const excesses = FOCAL_SCORES.flatMap((score) => excessOf(score, x.scores[score]) ?? []);
    return excesses.length === 0 ? undefined : excesses.reduce((total, excess) => total + Math.max(excess, 0), 0);
  };
  const inRelapse = lazy(() => {
    const start = relapse()!.startedAt.getTime();
    return m.earlier().filter((x) => x.recordedAt.getTime() >= start);
  });

  const isRecovered = lazy(() => {
    const open = relapse();
    if (!open || recorded.ageOf(open) < WEEK_MS) return false;
    const dates = byDate([...m.upToAge(WEEK_MS), m.checkIn]);
    if (dates.length < MIN_DATES) return false;
    const isNearUsual = (score: ScoreName) => {
      const excess = excessOf(score, medianOfDays(score, dates));
      return excess !== undefined && excess <= NEAR_USUAL;
    };
    return SCORE_NAMES.every(isNearUsual)
      && inRelapse().some((x) => m.ageOf(x) >= WEEK_MS && FOCAL_SCORES.some((score) => isExcess(score, x.scores[score])));
  });

  return {
    relapse,
    usualBefore,
    notRecovering: lazy(() => {
      const open = relapse();
      if (!open) return [];
      const age = recorded.ageOf(open);
      if (age < NOT_RECOVERING_FROM_MS || age > NOT_RECOVERING_TO_MS) return [];
      return FOCAL_SCORES.filter((score) => isExcess(score, m.checkIn.scores[score]));
    }),
    isRecovered,
    hasHalved: lazy(() => {
      if (!relapse()) return null;
      const now = totalExcess(m.checkIn);
      if (now === undefined) return null;
      const peak = Math.max(now, ...inRelapse().map((x) => totalExcess(x)!));
      return peak > 0 && now * 2 <= peak;
    }),
  };
}

